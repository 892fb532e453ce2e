"""时间条图 and its table: each department's time as a bar, in words for whoever cannot see it.

Nothing is told by colour alone: each kind of time has a hatching and a letter, and every span
stands in the description that a screen reader reads (RULES 61).
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Final

from services.routing.figures.parts import Bar, Bars, Segment, Whose, term
from shared.law.day import DAY, begin_of, in_city, legal_day
from shared.law.picture.canvas import DEEP, INK, RULE, Canvas, width_of, wrapped

_LEFT: Final = 24
_NAMES: Final = 190
_WIDTH: Final = 720
_TALL: Final = 30
_ROW: Final = 46
_LETTERS: Final = {Whose.OWN: "部", Whose.OTHERS: "他", Whose.PARTY: "民", Whose.CENTRE: "中"}
_HATCH: Final = {Whose.OTHERS: "rest", Whose.PARTY: "out", Whose.CENTRE: "more"}
_OWN: Final = "#d5e3f1"
_TICKS: Final = 12
"""At most so many days have a tick."""

Name = Callable[[str], str]
"""The name of an organ, by its code."""

TITLES: Final = ("部门", "次", "自", "至", "时长", "归属", "环节")
HELD_TITLES: Final = ("自", "至", "经手", "环节")
DUTY_TITLES: Final = ("部门", "次", "职责", "履行情况", "履行时刻")


def rows(found: Bars, name: Name) -> list[tuple[str, ...]]:
    """The table 时间条: one row a span."""
    return [
        (
            name(bar.department),
            f"{bar.turn}",
            spoken(one.start),
            spoken(one.end),
            lasted(one.length),
            term(one.whose),
            term(one.stage),
        )
        for bar in found.bars
        for one in bar.segments
    ]


def held_rows(found: Bars, name: Name) -> list[tuple[str, ...]]:
    """The table 经手: who held the whistle from when to when."""
    return [
        (
            spoken(one.start),
            spoken(one.end),
            "、".join(map(name, one.organs)) or term(one.whose),
            term(one.stage),
        )
        for one in found.held
    ]


def duty_rows(found: Bars, name: Name) -> list[tuple[str, ...]]:
    """The table 履行: each duty of each department, in time or late."""
    return [
        (
            name(bar.department),
            f"{bar.turn}",
            term(met.duty),
            term(met.outcome),
            spoken(met.done_at) if met.done_at else "",
        )
        for bar in found.bars
        for met in bar.duties
    ]


def draw(title: str, found: Bars, name: Name) -> str:
    """The bars as SVG that stands by itself."""
    told = sentences(found, name)
    canvas = Canvas.of(title + told)
    bottom = canvas.lines((_LEFT, 34), title, 19, _NAMES + _WIDTH, 'font-weight="bold"') + 22
    if found.bars:
        scale = _Scale(found)
        tops = [*accumulate((_high(name(bar.department)) for bar in found.bars), initial=bottom)]
        _days(canvas, bottom, scale, tops[-1])
        for bar, top in zip(found.bars, tops, strict=False):
            _bar(canvas, top, bar, scale, name)
        bottom = tops[-1]
    bottom = _legend(canvas, bottom + 24)
    return canvas.svg(_NAMES + _WIDTH + 2 * _LEFT, bottom + 8, title, told)


def sentences(found: Bars, name: Name) -> str:
    """Everything that the picture shows, in words."""
    return "".join(_sentences(found, name)) or "尚未召集部门。"


def _sentences(found: Bars, name: Name) -> Iterator[str]:
    for bar in found.bars:
        spans = "；".join(
            f"{spoken(s.start)}至{spoken(s.end)}，{term(s.stage)}，归{term(s.whose)}，{lasted(s.length)}"
            for s in bar.segments
        )
        duties = "、".join(f"{term(met.duty)}{term(met.outcome)}" for met in bar.duties)
        own = lasted(bar.spent(Whose.OWN))
        yield f"{name(bar.department)}（{term(bar.role)}）：{spans}。本部门用时{own}；{duties}。"


def spoken(moment: datetime) -> str:
    """A moment as a table tells it."""
    at = in_city(moment)
    return f"{at.year}年{at.month}月{at.day}日{at:%H:%M}"


def lasted(span: timedelta) -> str:
    """A length as a table tells it, in whole minutes."""
    minutes = int(span.total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    parts = ((days, "日"), (rest // 60, "小时"), (rest % 60, "分钟"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "不足1分钟"


class _Scale:
    """Where a moment stands on the bars."""

    def __init__(self, found: Bars) -> None:
        self.first = min(bar.called_at for bar in found.bars)
        self.last = max(bar.until for bar in found.bars)
        self._seconds = max((self.last - self.first).total_seconds(), 1.0)

    def at(self, moment: datetime) -> float:
        share = (moment - self.first).total_seconds() / self._seconds
        return _LEFT + _NAMES + _WIDTH * share


def _high(called: str) -> float:
    """How high a row is: as its name needs, and below it what the department does there."""
    return max(_ROW, 18 + 18 * len(wrapped(called, 12, _NAMES - 12)))


def _bar(canvas: Canvas, top: float, bar: Bar, scale: _Scale, name: Name) -> None:
    role = f"{term(bar.role)}，第{bar.turn}次" if bar.turn > 1 else term(bar.role)
    below = canvas.lines((_LEFT, top + 12), name(bar.department), 12, _NAMES - 12)
    canvas.text((_LEFT, below - 2), role, 10, DEEP)
    for one in bar.segments:
        _segment(canvas, top, one, scale)
    if bar.segments:
        left = scale.at(bar.segments[0].start)
        width = scale.at(bar.segments[-1].end) - left
        canvas.rect((left, top, max(width, 1.5), _TALL), "none", INK)


def _segment(canvas: Canvas, top: float, one: Segment, scale: _Scale) -> None:
    left, right = scale.at(one.start), scale.at(one.end)
    hatch = _HATCH.get(one.whose)
    fill = canvas.fill(hatch) if hatch else _OWN
    canvas.rect((left, top, max(right - left, 1.5), _TALL), fill, RULE)
    whole, letter = term(one.stage), _LETTERS[one.whose]
    for label in (f"{letter} {whole}", letter):
        if width_of(label, 11) + 6 < right - left:
            middle = ((left + right) / 2, top + 19)
            canvas.text(middle, label, 11, INK, 'text-anchor="middle"')
            return


def _days(canvas: Canvas, top: float, scale: _Scale, bottom: float) -> None:
    first, last = legal_day(scale.first), legal_day(scale.last)
    step = (last - first).days // _TICKS + 1
    day = first + DAY
    while day <= last:
        x = scale.at(begin_of(day))
        canvas.line((x, top - 8), (x, bottom - 8), 'stroke-width=".6" stroke-dasharray="3 3"')
        canvas.text((x, top - 12), f"{day.month}月{day.day}日", 10, INK, 'text-anchor="middle"')
        day += step * DAY


def _legend(canvas: Canvas, top: float) -> float:
    for n, whose in enumerate(Whose):
        x = _LEFT + n * 170
        hatch = _HATCH.get(whose)
        canvas.rect((x, top - 14, 22, 20), canvas.fill(hatch) if hatch else _OWN, RULE)
        canvas.text((x + 11, top + 0.5), _LETTERS[whose], 12, INK, 'text-anchor="middle"')
        canvas.text((x + 30, top + 1), f"归{term(whose)}", 12)
    return top + 12
