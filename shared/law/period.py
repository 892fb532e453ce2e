"""期间, statutory periods: how they are counted, and the proof of each (CPL 85; ARL 88; CCL 202).

The start day is not counted. A period in days, months or years ends at 24:00 of its last day, in
the city's time; one in calendar days, months or years whose last day is a rest day ends on the next
day that is none. Working days are counted singly, so their last day is one by itself. Which unit a
statute means is the business of the table that cites it: in the ARL 3, 5, 7 and 10 days are working
days (ARL 88), in the APL 2, 3, 5 and 7 (APL 85), elsewhere only where the text says 工作日.
"""

import calendar as gregorian
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

from shared.law.calendar import Calendar

CITY: Final = ZoneInfo("Asia/Shanghai")
"""The city's time 北京时间, in which days begin and end."""

_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_CODE: Final = re.compile(r"(\d+)([a-z]+)")

Named = tuple[date, str]
"""A day and what the calendar calls it."""


def legal_day(moment: datetime) -> date:
    """法律上的日期, the day in the city on which `moment` falls.

    Raises:
        ValueError: The moment does not say its time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {moment}")
    return moment.astimezone(CITY).date()


def end_of(day: date) -> datetime:
    """24:00 of `day` in the city, the first moment no longer in time (CCL 203)."""
    return datetime.combine(day + _DAY, time.min, CITY)


def day_of_expiry(until: datetime) -> date:
    """届满之日, the last day of a period that ends at `until`: a lapse is dated so."""
    return legal_day(until - datetime.resolution)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """期限计算, how a date came about: the proof that the case file and the law desk show."""

    period: "Period"
    start: date
    """期间开始之日, not counted itself."""

    skipped: tuple[Named, ...]
    """Rest days passed over while working days were counted, by name."""

    makeup: tuple[Named, ...]
    """Weekends worked for a holiday 调休上班 that were counted as working days."""

    raw_end: date
    """The last day before any rolling; an extension is added to it."""

    rolled: tuple[Named, ...]
    """Rest days at the end that carried the last day on (CPL 85)."""

    last_day: date
    until: datetime
    """The moment at which the period ends."""

    provisional: bool
    """暂定: a day that mattered lies in a year whose notice is not known."""


@dataclass(frozen=True, slots=True)
class Period:
    """期间, so many of one unit; a subclass says how the unit is counted."""

    n: int
    unit: ClassVar[str]
    """The unit in Chinese."""

    suffix: ClassVar[str]
    """The unit in the code, as `wd` in `5wd`."""

    def __post_init__(self) -> None:
        if self.n < 1:
            raise ValueError(f"no period: {self.n} {self.suffix}")

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

    def reckon(self, start: date, calendar: Calendar, moment: datetime | None = None) -> Reckoning:
        """The proof of `last_day` and `until`."""
        return _reckon(self, start, calendar, moment)

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

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """The n-th working day after `start`."""
        return calendar.workday_after(start, self.n)


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

    def raw_end(self, start: date, calendar: Calendar) -> date:
        """Hours have no last day without a moment.

        Raises:
            ValueError: Always; ask `until`.
        """
        del calendar
        raise ValueError(f"{self.code} from {start} needs a moment, not a day")

    def until(self, start: date, moment: datetime | None, calendar: Calendar) -> datetime:
        """The moment n full hours after the hour in which it starts."""
        del calendar
        begun = _moment(start, moment).replace(minute=0, second=0, microsecond=0)
        return begun + (self.n + 1) * _HOUR


@dataclass(frozen=True, slots=True)
class Minutes(Hours):
    """分钟, for danger: no statute counts so, and it runs from the very moment (RULES 4)."""

    unit = "分钟"
    suffix = "min"

    def until(self, start: date, moment: datetime | None, calendar: Calendar) -> datetime:
        """The moment n minutes on."""
        del calendar
        return _moment(start, moment) + timedelta(minutes=self.n)


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
    longest = gregorian.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(start.day, longest))


def _moment(start: date, moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError(f"hours from {start} need a moment, not a day")
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {moment}")
    return moment.astimezone(CITY)


@lru_cache(maxsize=8192)
def _reckon(period: Period, start: date, calendar: Calendar, moment: datetime | None) -> Reckoning:
    until = period.until(start, moment, calendar)
    last = day_of_expiry(until)
    if isinstance(period, Hours):
        return Reckoning(period, start, (), (), last, (), last, until, provisional=False)
    raw = period.raw_end(start, calendar)
    working = isinstance(period, WorkingDays)
    counted = _span(start + _DAY, raw) if working else []
    at_end = _span(raw, last)
    return Reckoning(
        period=period,
        start=start,
        skipped=_named(calendar, [day for day in counted if calendar.is_rest(day)]),
        makeup=_named(calendar, [day for day in counted if calendar.is_makeup(day)]),
        raw_end=raw,
        rolled=_named(calendar, [day for day in at_end if calendar.is_rest(day)]),
        last_day=last,
        until=until,
        provisional=not all(calendar.knows(day) for day in (*counted, *at_end)),
    )


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _named(calendar: Calendar, days: list[date]) -> tuple[Named, ...]:
    return tuple((day, calendar.name_of(day)) for day in days)
