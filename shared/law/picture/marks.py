"""每日的性质, what each day is to a period: counted, passed over, left out, rolled, the last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from shared.law.calendar import WEEKDAYS
from shared.law.day import DAY, in_city, span
from shared.law.reckoning import Reckoning

_OPEN: Final = 21
"""So many days are drawn of what still lasts, unless a cap ends the period."""


class Kind(Enum):
    """What a day is, with its letter in the picture and what the legend says of it."""

    START = "起", "起算之日，不计入"
    COUNTED = "", "计入期间之日"
    MAKEUP = "班", "调休上班之日，计入"
    SKIPPED = "休", "休息日，不计"
    EXCLUDED = "停", "不计入"
    EXTRA = "延", "延长的期间"
    ROLLED = "顺", "期间的最后一日遇休息日，顺延"
    LAST = "止", "届满之日"

    @property
    def letter(self) -> str:
        """One character, or none for a day that is simply counted."""
        return self.value[0]

    @property
    def says(self) -> str:
        """The legend."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Mark:
    """One day: its kind, its number in the count, and the name of the rest day that it is."""

    kind: Kind
    number: int | None = None
    name: str = ""


def drawn(r: Reckoning) -> tuple[date, date]:
    """The first and the last day that the picture shows."""
    last, stop = r.last_day, _stop(r)
    if stop and last == date.max:
        last = stop + timedelta(days=_OPEN)
    return min(r.start, last), max(r.start, last)


def marks(r: Reckoning) -> dict[date, Mark]:
    """Every day that is anything to the period."""
    found = dict(_on_the_way(r))
    out = _left_out(r)
    for day, name in () if r.standing_still else r.rolled:
        if day < r.last_day:
            held = Mark(Kind.EXCLUDED)
            rolled = Mark(Kind.ROLLED, _number(found, day), _holiday(name))
            found[day] = held if day in out else rolled
    if kept := r.awaited:
        found.setdefault(kept.after, Mark(Kind.COUNTED))
        found |= {day: Mark(Kind.EXCLUDED) for day in span(kept.after + DAY, kept.last_day)}
    found[r.start] = Mark(Kind.START, name=f"{in_city(r.moment):%H:%M}" if r.moment else "")
    if r.last_day != date.max:
        hour = "" if r.period.by_day else f"{in_city(r.until):%H:%M}"
        found[r.last_day] = Mark(Kind.LAST, _number(found, r.last_day), hour)
    return found


def _on_the_way(r: Reckoning) -> Iterator[tuple[date, Mark]]:
    names = dict(r.skipped)
    makeup, out = dict(r.makeup), _left_out(r)
    further = r.extensions[0].after if r.extensions else date.max
    number = 0
    for day in span(r.start + DAY, _end(r)):
        if day in out:
            yield day, Mark(Kind.EXCLUDED)
        elif day in names:
            yield day, Mark(Kind.SKIPPED, name=_holiday(names[day]))
        else:
            number += 1
            kind = Kind.MAKEUP if day in makeup else Kind.COUNTED
            told = number if r.period.suffix in {"d", "wd"} else None
            yield day, Mark(Kind.EXTRA if day > further else kind, told)


def _end(r: Reckoning) -> date:
    """The last day on the way, before any rolling."""
    return drawn(r)[1] if r.standing_still else min(r.raw_end, r.last_day)


def _stop(r: Reckoning) -> date | None:
    """The first day of what still lasts."""
    return next((one.first for one in r.exclusions if one.first and not one.last), None)


def _left_out(r: Reckoning) -> set[date]:
    until = drawn(r)[1]
    return {day for one in r.exclusions if one.first for day in span(one.first, one.last or until)}


def _number(found: dict[date, Mark], day: date) -> int | None:
    mark = found.get(day)
    return mark.number if mark else None


def _holiday(name: str) -> str:
    """What fits a cell: of 国庆节、中秋节 the first, and no names of weekdays."""
    return "" if name in WEEKDAYS else name.partition("、")[0][:4]
