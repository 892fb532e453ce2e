"""期限图, a period as a picture that can be printed, read aloud and put on file by itself.

A short one is drawn as calendars of its months, a long one as a bar.
"""

from datetime import date
from typing import Final

from shared.law.picture import bar, months
from shared.law.picture.canvas import Canvas
from shared.law.picture.marks import Kind, Mark, drawn, marks
from shared.law.picture.months import Styles
from shared.law.reckoning import Reckoning
from shared.law.wording import at, dated

_SHORT: Final = 95
"""Up to so many days are drawn day by day."""

_LEFT: Final = 24
_NARROW: Final = 294 * 2 + 26

_WIDE: Final = 500
"""A legend with more room than this has two columns."""


def draw(term: str, sentence: str, r: Reckoning) -> str:
    """The picture as SVG.

    Args:
        term: What the period is called.
        sentence: How the date came about, for whoever cannot see the picture.
        r: The days.
    """
    canvas = Canvas.of(sentence)
    ends, days = drawn(r), marks(r)
    look = months.styles(canvas, firm=not r.provisional)
    short = (ends[1] - ends[0]).days <= _SHORT
    shown = months.months_of(*ends)
    wide = max(months.width(len(shown)), _NARROW) if short else bar.WIDTH
    title = f"{term}：{r.period}"
    top = canvas.lines((_LEFT, 34), title, 19, wide, 'font-weight="bold"') + 2
    top = canvas.lines((_LEFT, top), _result(r), 14, wide) + 10
    if short:
        below = months.draw(canvas, top, shown, days, look)
        place = (_LEFT, below) if len(shown) > 1 else (_LEFT + 320, top + 52)
        room = wide if len(shown) > 1 else wide - 320
        bottom = max(_legend(canvas, place, room, _kinds(days, r), look), below)
    else:
        parts = bar.segments(days, r)
        below = bar.draw(canvas, top, ends, parts, (days, look))
        seen = {kind for _, _, kind, _ in parts} | {Kind.START, Kind.LAST}
        legend = [(kind, says) for kind, says in _kinds(days, r) if kind in seen]
        bottom = _legend(canvas, (_LEFT, below), wide, legend, look)
    return canvas.svg(wide + 2 * _LEFT, bottom + 8, title, sentence)


def _result(r: Reckoning) -> str:
    begun = at(r.moment) if r.moment else dated(r.start)
    if r.standing_still:
        left = "、".join(str(period) for period in r.left)
        latest = f"，最迟{at(r.until)}届满" if r.capped else ""
        return f"{begun}起算，现停止计算，{f'尚余{left}' if left else '仅余顺延'}{latest}"
    firm = "（暂定）" if r.provisional else ""
    return f"{begun}起算，{at(r.until)}届满{firm}"


def _kinds(days: dict[date, Mark], r: Reckoning) -> list[tuple[Kind, str]]:
    """The kinds of day in this picture, each with what it is here."""
    present = {mark.kind for mark in days.values()}
    return [(kind, _says(kind, r)) for kind in Kind if kind in present]


def _says(kind: Kind, r: Reckoning) -> str:
    why: list[str] = []
    if kind is Kind.START and not r.period.by_day:
        return "起算之时所在之日"
    if kind is Kind.EXCLUDED:
        why = [one.exclusion.reason for one in r.exclusions if one.first] + _awaited(r)
    elif kind is Kind.EXTRA:
        why = [f"{one.extension.reason}，{one.extension.by}" for one in r.extensions]
    elif kind is Kind.LAST and r.capped:
        why = ["受最长期限限制"]
    elif kind is Kind.LAST and r.awaited:
        why = _awaited(r)
    elif kind is Kind.LAST and r.provisional:
        why = ["暂定，所涉年份的放假安排尚未公布"]
    return f"{kind.says}：{'；'.join(dict.fromkeys(why))}" if why else kind.says


def _awaited(r: Reckoning) -> list[str]:
    return [f"{r.awaited.request.reason}，决定之前不届满"] if r.awaited else []


def _legend(
    canvas: Canvas,
    place: tuple[float, float],
    room: float,
    kinds: list[tuple[Kind, str]],
    look: Styles,
) -> float:
    count = 2 if room > _WIDE and len(kinds) > 1 else 1
    side, lowest = room / count, place[1]
    high = -(-len(kinds) // count)
    for column in range(count):
        x, y = place[0] + column * side, place[1]
        for kind, says in kinds[column * high : (column + 1) * high]:
            months.swatch(canvas, (x, y), kind, look)
            y = max(canvas.lines((x + 32, y + 14.5), says, 12, side - 48) - 4, y + 27)
        lowest = max(lowest, y)
    return lowest
