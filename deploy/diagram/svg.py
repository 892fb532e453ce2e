"""程序图 as SVG: the states one under another, and to each of them a line of its own.

Every state is a box that lists what may be done there. What leads to another state joins the line
of that state, in the margin on the right; so nothing crosses a text, however large the table is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from rich.cells import cell_len

from deploy.diagram.chart import Box, Chart, Row

_SIGN: Final = 6.6
"""Width of a cell of the text; a Chinese character takes two."""

_LINE: Final = 20
_PAD: Final = 12
_HEAD: Final = 26
_GAP: Final = 18
_LANE: Final = 16
_TOP: Final = 64
_LEFT: Final = 24
_NARROWEST: Final = 420
_COLOURS: Final = ("#1f5f8b", "#8a4b08", "#2e6b34", "#7a2e6b", "#5b5b00", "#8b1f2f", "#1f6f6f")

_STYLE: Final = (
    "text{font:13px 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif;"
    "fill:#1a1a1a}.title{font-size:18px;font-weight:700}.state{font-weight:700}"
    ".faint{fill:#595959}.clock{fill:#8b1f2f}.box{fill:#fff;stroke:#444}"
    ".head{fill:#e8eef4;stroke:#444}.closed{fill:#e4e4e4}"
)


@dataclass(frozen=True, slots=True)
class _Text:
    """A line in a box, and the state to which it leads."""

    text: str
    style: str = ""
    target: str | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box at its place."""

    box: Box
    lines: tuple[_Text, ...]
    top: int

    @property
    def height(self) -> int:
        return _HEAD + len(self.lines) * _LINE + (_PAD if self.lines else 0)


def svg(chart: Chart) -> str:
    """The picture, with a title and a description for those who do not see it."""
    placed = list(_placed(chart))
    width = max(_NARROWEST, *(_width(one) for one in placed))
    targets = [box.name for box in chart.boxes if _leads_to(chart, box.name)]
    lanes = {name: n for n, name in enumerate(reversed(targets))}
    common = [_common(row, states) for row, states in chart.common]
    end = placed[-1].top + placed[-1].height + _GAP
    right = _LEFT + width + (len(lanes) + 1) * _LANE + _LEFT
    right = max(right, *(int(cell_len(text) * _SIGN) + 2 * _LEFT for text in ["", *common]))
    bottom = end + (len(common) + 1) * _LINE + _GAP if common else end
    return "\n".join(
        [
            *_opening(chart, right, bottom),
            *(line for one in placed for line in _lanes(one, placed, width, lanes)),
            *(line for one in placed for line in _drawn(one, width)),
            *_shared(common, end),
            "</svg>\n",
        ]
    )


def _placed(chart: Chart) -> Iterator[_Placed]:
    top = _TOP
    for box in chart.boxes:
        names = {each.name: each.term for each in chart.boxes}
        one = _Placed(box, tuple(_lines(box, names)), top)
        top += one.height + _GAP
        yield one


def _lines(box: Box, names: dict[str, str]) -> Iterator[_Text]:
    for limit in box.limits:
        yield _Text(f"期限　{limit.term}：{limit.within}（{limit.article}）", "clock")
    if box.patient:
        label = "说明" if box.limits else "没有期限"
        yield _Text(f"{label}：{box.patient}", "faint")
    for row in box.rows:
        goes = f"　→ {names[row.target]}" if row.target else ""
        style = "clock" if row.by_clock else ""
        yield _Text(f"{_said(row)}{goes}", style, row.target, row.by_clock)


def _said(row: Row) -> str:
    who = "期满自动记录" if row.by_clock else row.who
    return f"{row.act}　{who}（{row.article}）"


def _common(row: Row, states: tuple[str, ...]) -> str:
    return f"{_said(row)}：{'、'.join(states)}"


def _width(one: _Placed) -> int:
    texts = [one.box.term, *(line.text for line in one.lines)]
    return int(max(cell_len(text) for text in texts) * _SIGN) + 2 * _PAD


def _leads_to(chart: Chart, name: str) -> bool:
    return any(row.target == name for box in chart.boxes for row in box.rows)


def _opening(chart: Chart, right: int, bottom: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {bottom}" '
        f'width="{right}" height="{bottom}" role="img" aria-labelledby="t d">'
    )
    yield f'<title id="t">{escape(chart.title)}</title>'
    yield f'<desc id="d">{escape(_described(chart))}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f'<rect width="{right}" height="{bottom}" fill="#fff"/>'
    yield f'<text class="title" x="{_LEFT}" y="32">{escape(chart.title)}</text>'
    yield (
        f'<text class="faint" x="{_LEFT}" y="52">版本：{chart.edition}；'
        "红色为期限和期满自动发生的事，灰色为终结</text>"
    )


def _described(chart: Chart) -> str:
    names = {box.name: box.term for box in chart.boxes}
    told = [
        f"{box.term}：{row.act}（{row.who}）后为{names[row.target]}"
        for box in chart.boxes
        for row in box.rows
        if row.target
    ]
    return "；".join(told)


def _lanes(one: _Placed, placed: list[_Placed], width: int, lanes: dict[str, int]) -> Iterator[str]:
    """The lines from what is done here to the states that follow."""
    for n, line in enumerate(one.lines):
        if line.target is None:
            continue
        lane = lanes[line.target]
        to = next(other for other in placed if other.box.name == line.target)
        x = _LEFT + width + (lane + 1) * _LANE
        y = one.top + _HEAD + n * _LINE + _LINE // 2 + _PAD // 2
        end = to.top + _HEAD // 2
        colour = _COLOURS[lane % len(_COLOURS)]
        dash = ' stroke-dasharray="4 3"' if line.dashed else ""
        edge = _LEFT + width
        yield (
            f'<path d="M{edge} {y}H{x}V{end}H{edge + 7}" fill="none" stroke="{colour}" '
            f'stroke-width="1.5"{dash}/>'
        )
        yield f'<circle cx="{edge}" cy="{y}" r="3" fill="{colour}"/>'
        yield f'<path d="M{edge} {end}l9-5v10z" fill="{colour}"/>'


def _drawn(one: _Placed, width: int) -> Iterator[str]:
    closed = " closed" if one.box.closed else ""
    yield (
        f'<rect class="box" x="{_LEFT}" y="{one.top}" width="{width}" '
        f'height="{one.height}" rx="4"/>'
    )
    yield (
        f'<rect class="head{closed}" x="{_LEFT}" y="{one.top}" width="{width}" '
        f'height="{_HEAD}" rx="4"/>'
    )
    over = "　终结" if one.box.closed else ""
    yield (
        f'<text class="state" x="{_LEFT + _PAD}" y="{one.top + 18}">{escape(one.box.term)}{over}'
        "</text>"
    )
    for n, line in enumerate(one.lines):
        y = one.top + _HEAD + n * _LINE + 20
        style = f' class="{line.style}"' if line.style else ""
        yield f'<text{style} x="{_LEFT + _PAD}" y="{y}">{escape(line.text)}</text>'


def _shared(common: list[str], top: int) -> Iterator[str]:
    if not common:
        return
    yield f'<text class="state" x="{_LEFT}" y="{top + 14}">在多个环节都可以，不改变环节</text>'
    for n, text in enumerate(common):
        yield f'<text x="{_LEFT}" y="{top + 14 + (n + 1) * _LINE}">{escape(text)}</text>'
