"""工作日历, the calendar: which days are worked, and why the others are not (ARL 88; CPL 85).

Each year stands in a file of its own, as the State Council's notice 放假通知 arranges it. Years of
which no notice is known yet are reckoned by weekends and, past the last notice, by the holidays
that the measures 全国年节及纪念日放假办法 fix by the solar calendar; whatever is computed from them
is provisional 暂定.
"""

from array import array
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, compress
from pathlib import Path
from typing import Final

from shared.law.day import span
from shared.law.notice import Holiday, Notice

__all__ = [
    "CALENDAR",
    "WEEKDAYS",
    "Calendar",
    "Day",
    "DayKind",
    "Holiday",
    "Month",
    "Notice",
    "Year",
]

_FIRST: Final = date(1900, 1, 1).toordinal()  # a Monday, so that the weeks below fit
_WEEKS: Final = 300 * 53
WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
"""星期, by `date.weekday()`."""
_SATURDAY: Final = 5
_FIXED: Final = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
"""公历固定的节日, whatever a year's notice arranges around them (全国年节及纪念日放假办法 2)."""
_FIXED_SINCE: Final = 2025
"""The first year of the measures as amended in 2024, which made 2 May one of them."""


class DayKind(StrEnum):
    """What a day of the calendar is."""

    WORK = "work"  # 工作日
    WEEKEND = "weekend"  # 周末
    HOLIDAY = "holiday"  # 节日放假
    MAKEUP = "makeup"  # 调休上班


@dataclass(frozen=True, slots=True)
class Day:
    """One day at a glance: what it is, and what it is called."""

    on: date
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month at a glance."""

    number: int
    days: tuple[Day, ...]

    @property
    def workdays(self) -> int:
        """How many days of it are worked."""
        return sum(day.kind in {DayKind.WORK, DayKind.MAKEUP} for day in self.days)


@dataclass(frozen=True, slots=True)
class Year:
    """One year at a glance; without a notice it is known by weekends and fixed holidays."""

    number: int
    notice: Notice | None
    months: tuple[Month, ...]

    @property
    def workdays(self) -> int:
        """How many days of it are worked."""
        return sum(month.workdays for month in self.months)


class BeyondCalendar(LookupError):
    """A day that no calendar here has; what is asked of it is a slip of the pen."""


class Calendar:
    """工作日历, made of the notices known; immutable, and compared by identity.

    Every question is answered from tables made once, so that a million deadlines may ask.
    Days from 1900 to 2199 exist in it; others raise `BeyondCalendar`.
    """

    __slots__ = ("_names", "_rank", "_work", "_workdays", "notices")

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices: Final = tuple(sorted(notices, key=lambda notice: notice.year))
        years = [notice.year for notice in self.notices]
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise ValueError(f"各年的放假通知应当逐年相连：{years}")
        work = bytearray(b"\1\1\1\1\1\0\0" * _WEEKS)
        self._names: Final[dict[date, str]] = {}
        for day, name in _fixed_after(years[-1]):
            work[day.toordinal() - _FIRST] = 0
            self._names[day] = name
        for holiday in (h for notice in self.notices for h in notice.holidays):
            for day in holiday.rest:
                work[day.toordinal() - _FIRST] = 0
                self._names[day] = holiday.name
            for day in holiday.work:
                work[day.toordinal() - _FIRST] = 1
                self._names[day] = f"{holiday.name}调休上班"
        self._work: Final = bytes(work)
        self._rank: Final = array("l", accumulate(work))
        self._workdays: Final = array("l", compress(range(_FIRST, _FIRST + len(work)), work))

    @property
    def known_from(self) -> date:
        """The first day whose notice is known."""
        return date(self.notices[0].year, 1, 1)

    @property
    def known_until(self) -> date:
        """The last day whose notice is known; what lies beyond is provisional 暂定."""
        return date(self.notices[-1].year, 12, 31)

    def knows(self, day: date) -> bool:
        """Whether a notice is known for the year of `day`."""
        return self.notices[0].year <= day.year <= self.notices[-1].year

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked 工作日, make-up days 调休上班 among them."""
        return self._work[self._place(day)] == 1

    def is_rest(self, day: date) -> bool:
        """Whether `day` is a rest day 法定休假日: a weekend not worked, or a holiday (CPL 85)."""
        return not self.is_workday(day)

    def name_of(self, day: date) -> str:
        """What a proof calls `day`: 国庆节, 国庆节调休上班, 周六, 周三."""
        return self._names.get(day) or WEEKDAYS[day.weekday()]

    def is_makeup(self, day: date) -> bool:
        """Whether `day` is a weekend worked for a holiday 调休上班."""
        return day.weekday() >= _SATURDAY and self.is_workday(day)

    def roll(self, day: date) -> date:
        """`day`, or the first day after it that is no rest day (CPL 85)."""
        place = self._place(day)
        if self._work[place]:
            return day
        return date.fromordinal(self._workdays[self._rank[place]])

    def workday_after(self, day: date, count: int) -> date:
        """The working day that is `count` (at least 1) working days after `day`."""
        place = self._rank[self._place(day)] + count - 1
        if place >= len(self._workdays):
            raise BeyondCalendar(f"beyond the calendar: {count} working days after {day}")
        return date.fromordinal(self._workdays[place])

    def workdays_between(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and with `until`."""
        return self._rank[self._place(until)] - self._rank[self._place(after)]

    def kind_of(self, day: date) -> DayKind:
        """What `day` is; a holiday on a weekend is a holiday."""
        if self.is_workday(day):
            return DayKind.MAKEUP if self.is_makeup(day) else DayKind.WORK
        return DayKind.HOLIDAY if day in self._names else DayKind.WEEKEND

    def year(self, number: int) -> Year:
        """一年一览, every day of that year by its months."""
        notice = next((known for known in self.notices if known.year == number), None)
        return Year(number, notice, tuple(self._month(number, n) for n in range(1, 13)))

    def _month(self, year: int, number: int) -> Month:
        days = span(date(year, number, 1), date(year, number, monthrange(year, number)[1]))
        told = tuple(Day(day, self.kind_of(day), self.name_of(day)) for day in days)
        return Month(number, told)

    def with_notice(self, notice: Notice) -> "Calendar":
        """A calendar that knows this notice too, in place of an older one for the same year."""
        others = [known for known in self.notices if known.year != notice.year]
        return Calendar([*others, notice])

    def _place(self, day: date) -> int:
        place = day.toordinal() - _FIRST
        if not 0 <= place < len(self._work):
            raise BeyondCalendar(f"beyond the calendar: {day}")
        return place


def _fixed_after(year: int) -> Iterator[tuple[date, str]]:
    """法定节日 that are sure to rest in the years after that of the last notice."""
    last = date.fromordinal(_FIRST + 7 * _WEEKS - 1).year
    for later in range(max(year + 1, _FIXED_SINCE), last):
        for (month, day), name in _FIXED.items():
            yield date(later, month, day), name


_HOLIDAYS: Final = Path(__file__).parent / "holidays"

CALENDAR: Final = Calendar(
    Notice.parse(file.read_text(encoding="utf-8")) for file in sorted(_HOLIDAYS.glob("*.json"))
)
"""The calendar of the years that this release knows."""
