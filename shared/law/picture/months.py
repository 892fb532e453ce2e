"""月历图, a short period as calendars of its months, a cell a day."""

import calendar as gregorian
from datetime import date
from typing import Final

from shared.law.picture.canvas import DEEP, INK, PALE, RULE, Canvas
from shared.law.picture.marks import Kind, Mark

_CELL: Final = 42
_TALL: Final = 40
_GAP: Final = 26
_WIDTH: Final = 7 * _CELL
_HEAD: Final = 52
_SATURDAY: Final = 5
_DASHED: Final = 'stroke-width="2.5" stroke-dasharray="5 3"'

Styles = dict[Kind, tuple[str, str, str]]


def columns(months: int) -> int:
    """How many stand side by side."""
    return {1: 1, 2: 2, 4: 2}.get(months, 3)


def width(months: int) -> int:
    """How wide they are together."""
    count = columns(months)
    return count * _WIDTH + (count - 1) * _GAP


def months_of(first: date, last: date) -> list[date]:
    """The first day of every month from the one to the other."""
    begins, ends = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(begins, ends + 1)]


def styles(canvas: Canvas, *, firm: bool) -> Styles:
    """Fill, ink and edge of each kind of day; a provisional end has a broken edge."""
    edge = f'stroke="{RULE}" stroke-width="1"'
    last = (DEEP, "#fff", "") if firm else ("#fff", INK, f'stroke="{DEEP}" {_DASHED}')
    return {
        Kind.START: ("#fff", INK, f'stroke="{INK}" stroke-width="2"'),
        Kind.COUNTED: ("#e2edf9", INK, edge),
        Kind.MAKEUP: ("#e2edf9", INK, f'stroke="{DEEP}" stroke-width="1.5"'),
        Kind.SKIPPED: (canvas.fill("rest"), INK, edge),
        Kind.EXCLUDED: (canvas.fill("out"), INK, edge),
        Kind.EXTRA: (canvas.fill("more"), INK, edge),
        Kind.ROLLED: (canvas.fill("rest"), INK, f'stroke="{INK}" stroke-dasharray="2 2"'),
        Kind.LAST: last,
    }


def draw(
    canvas: Canvas, top: float, months: list[date], days: dict[date, Mark], look: Styles
) -> float:
    """Put the months onto the canvas; where the next thing may begin."""
    left = 24.0
    count = columns(len(months))
    for start in range(0, len(months), count):
        row = months[start : start + count]
        for n, month in enumerate(row):
            _month(canvas, (left + n * (_WIDTH + _GAP), top), month, days, look)
        weeks = max(len(gregorian.monthcalendar(m.year, m.month)) for m in row)
        top += _HEAD + weeks * _TALL + 18
    return top


def _month(
    canvas: Canvas, place: tuple[float, float], month: date, days: dict[date, Mark], look: Styles
) -> None:
    x, y = place
    canvas.text((x, y + 14), f"{month.year}年{month.month}月", 15, INK, 'font-weight="bold"')
    for column, name in enumerate("一二三四五六日"):
        ink = PALE if column >= _SATURDAY else INK
        middle = (x + column * _CELL + _CELL / 2, y + 40)
        canvas.text(middle, name, 11, ink, 'text-anchor="middle"')
    for week, dates in enumerate(gregorian.monthcalendar(month.year, month.month)):
        for column, number in enumerate(dates):
            if number:
                spot = (x + column * _CELL, y + _HEAD + week * _TALL)
                day = month.replace(day=number)
                _cell(canvas, spot, day, days.get(day), look)


def _cell(
    canvas: Canvas, spot: tuple[float, float], day: date, mark: Mark | None, look: Styles
) -> None:
    x, y = spot
    if mark is None:
        canvas.text((x + 6, y + 17), str(day.day), 13, PALE)
        return
    fill, ink, edge = look[mark.kind]
    canvas.rect((x + 1, y + 1, _CELL - 2, _TALL - 2), fill, more=edge)
    canvas.text((x + 6, y + 17), str(day.day), 14, ink)
    if mark.kind.letter:
        right = (x + _CELL - 5, y + 16)
        canvas.text(right, mark.kind.letter, 12, ink, 'text-anchor="end" font-weight="bold"')
    below = f"第{mark.number}日" if mark.number else mark.name
    middle = (x + _CELL / 2, y + 33)
    canvas.text(middle, below, 9, ink, 'text-anchor="middle"')


def swatch(canvas: Canvas, spot: tuple[float, float], kind: Kind, look: Styles) -> None:
    """A small cell for the legend."""
    fill, ink, edge = look[kind]
    canvas.rect((*spot, 22, 20), fill, more=edge)
    middle = (spot[0] + 11, spot[1] + 14.5)
    canvas.text(middle, kind.letter, 12, ink, 'text-anchor="middle" font-weight="bold"')
