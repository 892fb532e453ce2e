"""期间, statutory periods: how they are counted, and the proof of each (CPL 85; ARL 88; CCL 202).

The start day is not counted. A period in days, months or years ends at 24:00 of its last day, in
the city's time; one in calendar days, months or years whose last day is a rest day ends on the next
day that is none. Working days are counted singly, so their last day is one by itself. Which unit a
statute means is the business of the table that cites it: in the ARL 3, 5, 7 and 10 days are working
days (ARL 88), in the APL 2, 3, 5 and 7 (APL 85), elsewhere only where the text says 工作日.
"""

import calendar as gregorian
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, timedelta
from typing import ClassVar, Final

from shared.law.calendar import Calendar
from shared.law.course import Cap, Course, Exclusion, Extension, Named, Request
from shared.law.day import CITY, DAY, day_of_expiry, end_of, in_city, legal_day
from shared.law.reckoning import Reckoning, plain, with_course

__all__ = [
    "CITY",
    "CalendarDays",
    "Hours",
    "Minutes",
    "Months",
    "Named",
    "Period",
    "Reckoning",
    "WorkingDays",
    "Years",
    "day_of_expiry",
    "end_of",
    "legal_day",
    "parse_period",
]

_HOUR: Final = timedelta(hours=1)
_CODE: Final = re.compile(r"(\d+)([a-z]+)")


@dataclass(frozen=True, slots=True)
class Period:
    """期间, so many of one unit; a subclass says how the unit is counted."""

    n: int
    unit: ClassVar[str]
    """The unit in Chinese."""

    suffix: ClassVar[str]
    """The unit in the code, as `wd` in `5wd`."""

    by_day: ClassVar[bool] = True
    """Whether it ends with a day; hours and minutes end at a moment."""

    skips_rest: ClassVar[bool] = False
    """Whether rest days are passed over one by one."""

    def __post_init__(self) -> None:
        if self.n < 1:
            raise ValueError(f"no period: {self.n} {self.suffix}")

    @property
    def length(self) -> timedelta:
        """Real time, which only hours and minutes have.

        Raises:
            ValueError: Days are not so many hours: they end with the day, and roll.
        """
        raise ValueError(f"{self.code} is no real time")

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The last day before any rolling; the start day is not counted."""
        raise NotImplementedError

    def last_day(self, start: date, calendar: Calendar) -> date:
        """届满之日, the last day of the period, moved past rest days at its end (CPL 85)."""
        return calendar.roll(self.raw_end(start, calendar))

    def until(self, start: date, moment: datetime | None, calendar: Calendar) -> datetime:
        """The moment at which the period ends: 24:00 of its last day in the city.

        Args:
            start: The legal day from which it runs.
            moment: The legal moment, which periods in hours and minutes need.
            calendar: The city's calendar.
        """
        del moment
        return end_of(self.last_day(start, calendar))

    def lost(self, first: date, last: date, calendar: Calendar) -> int:
        """How many of the days from `first` to `last` would have counted."""
        del calendar
        return (last - first).days + 1

    def further(self, end: date, count: int, calendar: Calendar) -> date:
        """The raw end, moved by `count` days that count."""
        del calendar
        return end + timedelta(days=count)

    def rest(self, count: int) -> "Period":
        """剩余期间: `count` days that count (minutes, of hours); of months only days are left."""
        return CalendarDays(count)

    def reckon(
        self,
        start: date,
        calendar: Calendar,
        moment: datetime | None = None,
        *,
        exclusions: Sequence[Exclusion] = (),
        extensions: Sequence[Extension] = (),
        caps: Sequence[Cap] = (),
        requests: Sequence[Request] = (),
    ) -> Reckoning:
        """The proof of `last_day` and `until`.

        Args:
            start: The legal day from which it runs; a period that starts again has a new one.
            calendar: The city's calendar.
            moment: The legal moment, which periods in hours and minutes need.
            exclusions: 不计入的期间, in any order; where they overlap, days are counted once.
            extensions: 延长, one after the other.
            caps: 最长期限, the earliest of which bounds the result.
            requests: 待决的申请, until the decision of which it is not over.

        Raises:
            ValueError: Hours without a moment, or extended by days, or the reverse.
        """
        if not (exclusions or extensions or caps or requests):
            return plain(self, start, calendar, moment)
        course = Course(tuple(exclusions), tuple(extensions), tuple(caps), tuple(requests))
        return with_course(self, start, calendar, moment, course)

    @property
    def code(self) -> str:
        """How rows and messages hold it, as `5wd`; `parse_period` reads it back."""
        return f"{self.n}{self.suffix}"

    def __str__(self) -> str:
        return f"{self.n}{self.unit}"


@dataclass(frozen=True, slots=True)
class WorkingDays(Period):
    """工作日: rest days are not counted, make-up days are (ARL 88)."""

    unit = "个工作日"
    suffix = "wd"
    skips_rest = True

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The n-th working day after `start`."""
        return calendar.workday_after(start, self.n)

    def lost(self, first: date, last: date, calendar: Calendar) -> int:
        """Of the days left out, only working days would have counted."""
        return calendar.workdays_between(first - DAY, last)

    def further(self, end: date, count: int, calendar: Calendar) -> date:
        """`count` working days on."""
        return calendar.workday_after(end, count) if count else end

    def rest(self, count: int) -> Period:
        """Working days stay working days."""
        return WorkingDays(count)


@dataclass(frozen=True, slots=True)
class CalendarDays(Period):
    """日: every day is counted (CPL 85)."""

    unit = "日"
    suffix = "d"

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The n-th day after `start`."""
        del calendar
        return start + timedelta(days=self.n)


@dataclass(frozen=True, slots=True)
class Months(Period):
    """月: ends on the day of the same number, else on the last of the month (CCL 202)."""

    unit = "个月"
    suffix = "m"

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The day of the same number n months on."""
        del calendar
        return _months_on(start, self.n)


@dataclass(frozen=True, slots=True)
class Years(Period):
    """年: ends on the same day of the year; 29 February, if absent, on the 28th (CCL 202)."""

    unit = "年"
    suffix = "y"

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The same day n years on."""
        del calendar
        return _months_on(start, 12 * self.n)


@dataclass(frozen=True, slots=True)
class Hours(Period):
    """时: the hour in which it starts is not counted, rest days are, and nothing rolls (CPL 85).

    The article excludes the starting hour as it does the starting day, so the count begins with the
    next full hour: two hours from 09:20 end at 12:00. Only a *day* that rests rolls.
    """

    unit = "小时"
    suffix = "h"
    by_day = False

    @property
    def length(self) -> timedelta:
        """Real time."""
        return self.n * _HOUR

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """Hours have no last day without a moment.

        Raises:
            ValueError: Always; ask `until`.
        """
        del calendar
        raise ValueError(f"{self.code} from {start} needs a moment, not a day")

    def rest(self, count: int) -> Period:
        """So many minutes."""
        return Minutes(count)

    def until(self, start: date, moment: datetime | None, calendar: Calendar) -> datetime:
        """The moment n full hours after the hour in which it starts."""
        del calendar
        begun = _moment(start, moment).replace(minute=0, second=0, microsecond=0)
        return begun + _HOUR + self.length


@dataclass(frozen=True, slots=True)
class Minutes(Hours):
    """分钟, for danger: no statute counts so, and it runs from the very moment (RULES 4)."""

    unit = "分钟"
    suffix = "min"

    @property
    def length(self) -> timedelta:
        """Real time."""
        return timedelta(minutes=self.n)

    def until(self, start: date, moment: datetime | None, calendar: Calendar) -> datetime:
        """The moment n minutes on."""
        del calendar
        return _moment(start, moment) + self.length


_UNITS: Final[dict[str, type[Period]]] = {
    unit.suffix: unit for unit in (WorkingDays, CalendarDays, Months, Years, Hours, Minutes)
}


def parse_period(code: str) -> Period:
    """The period that `code` names: `5wd`, `60d`, `1m`, `1y`, `2h`, `30min`.

    Raises:
        ValueError: This is no period.
    """
    found = _CODE.fullmatch(code)
    if found is None or found[2] not in _UNITS:
        raise ValueError(f"not a period: {code!r}")
    return _UNITS[found[2]](int(found[1]))


def _months_on(start: date, months: int) -> date:
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if years > MAXYEAR:
        raise OverflowError(f"no date: {months} months after {start}")
    longest = gregorian.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(start.day, longest))


def _moment(start: date, moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError(f"hours from {start} need a moment, not a day")
    return in_city(moment)
