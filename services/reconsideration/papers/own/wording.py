"""How papers word what an act says: its ground, the item of its article, its days."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.papers.matter import Matter
from shared.frame.meanings import meanings
from shared.law.calendar import BeyondCalendar
from shared.law.period import CalendarDays, Period

PERIODS: Final[Mapping[str, Period]] = {
    each.name: each.within for each in ORDINARY.deadlines if isinstance(each.within, Period)
}
"""The periods of the procedure by name, as `reply` and `decide`."""


def said(word: StrEnum) -> str:
    """What a word is called."""
    return meanings(type(word))[word.value]


def item_of(word: StrEnum) -> int:
    """Which item of its article a ground is: its words stand in the order of the law."""
    return list(type(word)).index(word) + 1


def last_day(name: str, start: date, matter: Matter, *, law_days: int | None = None) -> date | None:
    """The last day of a period; None where the calendar does not reach so far.

    `law_days` are those of a law of its own, which go before the period where they are fewer.
    """
    period = PERIODS[name]
    if law_days and law_days < period.n:
        period = CalendarDays(law_days)
    try:
        return period.last_day(start, matter.calendar)
    except BeyondCalendar:
        return None
