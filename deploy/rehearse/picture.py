"""时间轴: a story as one SVG that can be put before a meeting, printed, or read aloud.

Each file has numbered marks, what was done and what came by itself, each at its day and one below
the other where they would touch, and a bar for each of its periods: solid while it ran, hatched for
the time that was left. The list below tells the marks in words, so nothing is told by colour alone.
What is longer than its place takes more lines: no name is cut short, on the screen or on paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Final
from uuid import UUID

from deploy.rehearse.story import Came, Line, Period, Story
from shared.frame import words
from shared.law.picture.canvas import wrapped

WIDTH: Final = 1120
LEFT: Final = 210
RIGHT: Final = 40
ROW: Final = 24
MARK: Final = 20
"""Room of a mark, either way."""
_SIZE: Final = 13
_LEADING: Final = 4
_EDGE: Final = 16
_NAMES: Final = LEFT - _EDGE - 8
"""Room for the name of a file or a period."""
_MONTHS_OF_TICKS: Final = 14
"""Up to so many months each has a tick; beyond, each third."""

_STYLE: Final = """
text { font: 13px "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
.h { font-size: 18px; font-weight: 600 } .s { fill: #555 } .f { font-weight: 600 }
.g { stroke: #ccc; stroke-width: 1 } .now { stroke: #b00; stroke-dasharray: 4 3 }
.ran { fill: #4a7fb5 } .left { fill: url(#hatch); stroke: #4a7fb5 }
.lapse { fill: #b00 } .act { fill: #fff; stroke: #222; stroke-width: 1.5 }
.self { fill: #222 } .no { fill: #fff; stroke: #b00; stroke-width: 2 }
.n { font-size: 11px; text-anchor: middle } .w { fill: #fff } .e { text-anchor: end }
.o { fill: #222; stroke: #fff; stroke-width: 4; paint-order: stroke; stroke-linejoin: round }
"""

_SHAPES: Final = {
    Came.DONE: '<circle class="act" cx="{x}" cy="{y}" r="9"/>',
    Came.BY_ITSELF: '<rect class="self" x="{l}" y="{t}" width="18" height="18" rx="3"/>',
    Came.REFUSED: '<circle class="no" cx="{x}" cy="{y}" r="9"/>',
    Came.MALFORMED: '<circle class="no" cx="{x}" cy="{y}" r="9"/>',
}
_WORDS: Final = {
    Came.DONE: "办理",
    Came.BY_ITSELF: "自动",
    Came.REFUSED: "不予准许",
    Came.MALFORMED: "有误",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to places along the axis."""

    first: date
    last: date

    def __call__(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / whole, 0.0), 1.0)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def months(self) -> Iterator[date]:
        """The first days of the months to mark."""
        step = 1 if (self.last - self.first).days < 31 * _MONTHS_OF_TICKS else 3
        month = self.first.year * 12 + self.first.month
        while (day := date(month // 12, month % 12 + 1, 1)) <= self.last:
            yield day
            month += step


def as_svg(story: Story) -> str:
    """The story as an SVG document."""
    first = min([story.since.date(), *(line.on for line in story.lines)])
    scale = _Scale(first, story.until.date() + timedelta(days=1))
    heading, top = _lines(story.title, (_EDGE, 28), WIDTH - 3 * _EDGE, "h", size=18)
    legend, top = _lines(_legend(story), (_EDGE, top - 2), WIDTH - 3 * _EDGE, "s")
    rows: list[str] = []
    y = top = top + 9
    for file, term in _files(story):
        marks, y = _marks(term, [one for one in _numbered(story) if one[1].file == file], y, scale)
        rows += marks
        for period in (one for one in story.periods if one.file == file):
            bar, y = _bar(period, y, scale, story.until.date())
            rows += bar
        y += 8
    axis = [*_axis(scale, top, y)]
    listed, height = _list(story, y + 30)
    title = escape(story.title)
    return "\n".join([
        (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="t d" lang="zh-CN">'),
        f'<title id="t">{title}</title>',
        f'<desc id="d">{escape(_told(story))}</desc>',
        f"<style>{_STYLE}</style>",
        ('<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
        '<line x1="0" y1="0" x2="0" y2="6" stroke="#4a7fb5" stroke-width="2"/></pattern></defs>'),
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *heading,
        *legend,
        *axis,
        *rows,
        *listed,
        "</svg>",
    ])  # fmt: skip


def _files(story: Story) -> Iterable[tuple[UUID, str]]:
    return [(e.file, e.term) for e in story.endings]


def _numbered(story: Story) -> Iterable[tuple[int, Line]]:
    return enumerate(story.lines, 1)


def _legend(story: Story) -> str:
    return (
        f"推演至{words.day(story.until)}。圆圈：办理；方块：自动；红圈：不予准许；"
        "实心条：已经过的期限；斜线：未用完的期限；红菱形：届满。"
    )


def _lines(
    text: str, place: tuple[float, float], room: float, style: str = "", size: int = _SIZE
) -> tuple[list[str], float]:
    """A text in as many lines as it needs, and where the next thing may stand."""
    x, y = place
    told = wrapped(text, size, room)
    high = size + _LEADING
    looks = f' class="{style}"' if style else ""
    drawn = [
        f'<text{looks} x="{x}" y="{y + high * n}">{escape(one)}</text>'
        for n, one in enumerate(told)
    ]
    return drawn, y + high * len(told)


def _axis(scale: _Scale, top: float, bottom: float) -> Iterator[str]:
    for day in scale.months():
        x = scale(day)
        yield f'<line class="g" x1="{x}" x2="{x}" y1="{top - 12}" y2="{bottom}"/>'
        label = (
            f"{day.year}年{day.month}月"
            if day.month == 1 or day == next(scale.months())
            else f"{day.month}月"
        )
        yield f'<text class="s" x="{x + 3}" y="{top - 4}">{label}</text>'


def _lanes(places: Iterable[float]) -> list[int]:
    """For marks at these places the lane of each, counted downward: the first with room for it."""
    ends: list[float] = []
    found = []
    for place in places:
        lane = next((n for n, end in enumerate(ends) if end <= place), len(ends))
        ends[lane : lane + 1] = [place + MARK]
        found.append(lane)
    return found


def _marks(
    term: str, lines: Sequence[tuple[int, Line]], y: float, scale: _Scale
) -> tuple[list[str], float]:
    """The row of a file: its name and its numbered marks; where the next row begins."""
    middle = y + ROW / 2
    rows, below = _lines(term, (_EDGE, middle + 4), _NAMES, "f")
    rows.append(f'<line class="g" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{middle}" y2="{middle}"/>')
    lanes = _lanes(scale(line.on) for _, line in lines)
    for lane, (n, line) in zip(lanes, lines, strict=True):
        x, at = scale(line.on), middle + MARK * lane
        rows.append(_SHAPES[line.came].format(x=x, y=at, l=x - 9, t=at - 9))
        white = " w" if line.came is Came.BY_ITSELF else ""
        rows.append(f'<text class="n{white}" x="{x}" y="{at + 4}">{n}</text>')
    return rows, max(middle + MARK * max(lanes, default=0) + ROW / 2 + 6, below - 4)


def _bar(one: Period, y: float, scale: _Scale, until: date) -> tuple[list[str], float]:
    """The row of a period: its name and its bar; where the next row begins."""
    end = one.last_day or scale.last
    start, last = scale(one.started_on), scale(end)
    ran = scale(min(one.ended_on or until, end))
    rows, below = _lines(_label(one), (LEFT - 8, y + 15), _NAMES, "e s")
    rows += [
        f'<rect class="left" x="{start}" y="{y + 4}" width="{max(last - start, 2)}" height="14"/>',
        f'<rect class="ran" x="{start}" y="{y + 4}" width="{max(ran - start, 2)}" height="14"/>',
    ]
    if one.ended == "lapsed":
        rows.append(f'<path class="lapse" d="M{last} {y + 2} l9 9 l-9 9 l-9 -9 z"/>')
    told = f"{end.month}月{end.day}日" if one.last_day else "停止计算"
    told += "暂定" if one.provisional else ""
    told += " →" if end > scale.last else ""
    side = f'class="e o" x="{last - 6}"' if last > WIDTH - 110 else f'class="s" x="{last + 12}"'
    rows.append(f'<text {side} y="{y + 15}">{told}</text>')
    return rows, max(y + ROW, below - 8)


def _label(one: Period) -> str:
    return one.term + (f"（{one.subject}）" if one.subject else "")


def _list(story: Story, y: float) -> tuple[list[str], float]:
    """The marks in words, and how high the picture is with them."""
    listed: list[str] = []
    for n, line in _numbered(story):
        told = f"{n}. {words.day(line.on)} {_WORDS[line.came]} {_sentence(line)}"
        lines, y = _lines(told, (_EDGE, y), WIDTH - 3 * _EDGE)
        listed += lines
        y += 3
    return listed, y


def _sentence(line: Line) -> str:
    file = f"〔{line.file_term}〕" if line.file_term else ""
    return f"{file}{words.said(line.says)}" + (f"（{line.article}）" if line.article else "")


def _told(story: Story) -> str:
    lines = (f"{words.day(line.on)}{_sentence(line)}" for line in story.lines)
    periods = (
        f"{_label(p)}自{words.day(p.started_on)}至{words.day(p.last_day) or '停止计算'}"
        for p in story.periods
    )
    return "；".join([*lines, *periods]) + "。"
