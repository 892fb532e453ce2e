"""横条图, a long period as one bar on a scale of months or years, with its segments marked."""

from datetime import date
from typing import Final

from shared.law.day import DAY
from shared.law.picture.canvas import DEEP, INK, RULE, Canvas, width_of
from shared.law.picture.marks import Kind, Mark
from shared.law.picture.months import Styles, months_of
from shared.law.reckoning import Reckoning
from shared.law.wording import dated

WIDTH: Final = 934
_LEFT: Final = 24
_TALL: Final = 46
_MANY: Final = 19
"""Up to so many months each has its tick."""

_STEPS: Final = ((61, 3), (121, 12), (100_000, 24))
"""Up to so many months on the scale, a tick every so many months."""

Segment = tuple[date, date, Kind, str]
"""The first and the last day, what they are, and what is written on them."""


def draw(
    canvas: Canvas,
    top: float,
    ends: tuple[date, date],
    parts: list[Segment],
    legend: tuple[dict[date, Mark], Styles],
) -> float:
    """Put the bar onto the canvas; where the next thing may begin."""
    scale = _Scale(*ends)
    days, look = legend
    bar = top + 50
    for first, last, kind, label in parts:
        left, right = scale.at(first), scale.at(last + DAY)
        fill, ink, _ = look[kind]
        canvas.rect((left, bar, max(right - left, 1.5), _TALL), fill, RULE)
        if width_of(label, 12) + 6 < right - left:
            middle = ((left + right) / 2, bar + 28)
            canvas.text(middle, label, 12, ink, 'text-anchor="middle"')
    canvas.rect((_LEFT, bar, WIDTH, _TALL), "none", INK)
    _flags(canvas, top, scale, days, look)
    _ticks(canvas, bar + _TALL, scale, ends)
    return bar + _TALL + 50


def segments(days: dict[date, Mark], r: Reckoning) -> list[Segment]:
    """Days of one kind that follow one another; single rest days are no segments of a long bar."""
    found: list[tuple[list[date], Kind]] = []
    before = Kind.COUNTED
    for day, mark in sorted(days.items()):
        if mark.kind is Kind.START:
            continue
        kind = _kind(day, mark, before, r)
        if found and found[-1][1] is kind and found[-1][0][-1] + DAY == day:
            found[-1][0].append(day)
        else:
            found.append(([day], kind))
        before = kind
    whole = sum(kind is Kind.COUNTED for _, kind in found) == 1 and r.left == () and not r.capped
    own = {Kind.COUNTED: str(r.period)} if whole else {}
    return [
        (run[0], run[-1], kind, own.get(kind) or _label(run, kind, days, r)) for run, kind in found
    ]


def _kind(day: date, mark: Mark, before: Kind, r: Reckoning) -> Kind:
    if mark.kind is Kind.LAST:
        return Kind.ROLLED if r.rolled and not r.capped else before
    if mark.kind is Kind.SKIPPED:
        return Kind.EXTRA if before is Kind.EXTRA else Kind.COUNTED
    if day == r.raw_end and mark.kind is Kind.ROLLED:
        return before
    return Kind.COUNTED if mark.kind is Kind.MAKEUP else mark.kind


def _label(run: list[date], kind: Kind, days: dict[date, Mark], r: Reckoning) -> str:
    if kind is Kind.EXCLUDED and r.standing_still and run[-1] == max(days):
        return "停止计算中"
    counted = [day for day in run if days[day].kind is not Kind.SKIPPED]
    unit = r.period.unit if r.period.skips_rest and kind is not Kind.EXCLUDED else "日"
    return f"{kind.letter or '计入'} {len(counted)}{unit}"


class _Scale:
    """Where a day stands on the bar."""

    def __init__(self, first: date, last: date) -> None:
        self._first = first
        self._days = max((last - first).days + 1, 1)

    def at(self, day: date) -> float:
        return _LEFT + WIDTH * (day - self._first).days / self._days


def _flags(canvas: Canvas, top: float, scale: _Scale, days: dict[date, Mark], look: Styles) -> None:
    """Start and end, each with a staff down to the bar, on lines of their own."""
    for day, mark in sorted(days.items()):
        if mark.kind not in {Kind.START, Kind.LAST}:
            continue
        high = top + (12 if mark.kind is Kind.START else 34)
        x = scale.at(day) if mark.kind is Kind.START else scale.at(day + DAY)
        fill, ink, edge = look[mark.kind]
        left = x <= _LEFT + WIDTH / 2
        canvas.line((x, high - 12), (x, top + 50 + _TALL), 'stroke-width="2"')
        box = x if left else x - 22
        canvas.rect((box, high - 14, 22, 20), fill, more=edge)
        middle = (box + 11, high + 0.5)
        canvas.text(middle, mark.kind.letter, 12, ink, 'text-anchor="middle" font-weight="bold"')
        spot = (x + 28, high + 1) if left else (x - 28, high + 1)
        anchor = "" if left else 'text-anchor="end"'
        canvas.text(spot, dated(day), 13, DEEP, anchor)


def _ticks(canvas: Canvas, base: float, scale: _Scale, ends: tuple[date, date]) -> None:
    months = months_of(*ends)
    step = 1
    if len(months) > _MANY:
        step = next(step for most, step in _STEPS if len(months) <= most)
    for month in months:
        if month < ends[0] or (month.year * 12 + month.month - 1) % step:
            continue
        x = scale.at(month)
        january = month.month == 1
        canvas.line((x, base), (x, base + (12 if january else 7)), 'stroke-width="1"')
        label = f"{month.year}年" if january else f"{month.month}月"
        if x < _LEFT + WIDTH - 20:
            canvas.text((x + 3, base + 20), label, 11)
