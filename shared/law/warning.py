"""期限预警, when whoever holds a period is warned that it is running out (RULES 16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from shared.law.calendar import Calendar
from shared.law.day import DAY, begin_of, day_of_expiry


@dataclass(frozen=True, slots=True)
class Share:
    """已过几成: when this share of the time is over, at the beginning of that day."""

    percent: int

    @property
    def code(self) -> str:
        """How rows and messages name it."""
        return f"share_{self.percent}"

    @property
    def term(self) -> str:
        """How it is read."""
        return f"期限已过{self.percent}%"


@dataclass(frozen=True, slots=True)
class LastWorkday:
    """最后一个工作日: when the last working day of the period begins."""

    @property
    def code(self) -> str:
        """How rows and messages name it."""
        return "last_workday"

    @property
    def term(self) -> str:
        """How it is read."""
        return "期限内最后一个工作日"


Warn = Share | LastWorkday

USUAL: Final[tuple[Warn, ...]] = (Share(80), LastWorkday())
"""Unless a row says otherwise; of periods in hours and minutes there is no warning."""


def moments(
    rules: Sequence[Warn],
    begun: datetime,
    until: datetime,
    lost: timedelta,
    calendar: Calendar,
) -> Mapping[str, datetime]:
    """When each warning is due, by code; those that would say nothing new are left out.

    Args:
        rules: What is warned of.
        begun: When the period began to run.
        until: When it is over.
        lost: How much of the time between was left out.
        calendar: The city's calendar.
    """
    due = {rule.code: _moment(rule, begun, until, lost, calendar) for rule in rules}
    last = due.get(LastWorkday().code, until)
    return {
        code: at
        for code, at in due.items()
        if begun < at < until and (at < last or code == LastWorkday().code)
    }


def _moment(
    rule: Warn, begun: datetime, until: datetime, lost: timedelta, calendar: Calendar
) -> datetime:
    match rule:
        case Share(percent):
            left = (until - begun - lost) * (100 - percent) / 100
            at = until - left
            return at if until - begun < DAY else begin_of(at.date())
        case LastWorkday():
            return begin_of(_last_workday(day_of_expiry(until), calendar))


def _last_workday(day: date, calendar: Calendar) -> date:
    while calendar.is_rest(day):
        day -= DAY
    return day
