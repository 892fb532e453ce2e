"""工作日历, the calendar: which days are worked, and why the others are not (ARL 88; CPL 85).

Each year stands in a file of its own, as the State Council's notice 放假通知 arranges it. Years of
which no notice is known yet are reckoned by weekends alone, and whatever is computed from them is
provisional 暂定.
"""

import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, compress
from pathlib import Path
from typing import Final

_FIRST: Final = date(1900, 1, 1).toordinal()  # a Monday, so that the weeks below fit
_WEEKS: Final = 300 * 53
WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
"""星期, by `date.weekday()`."""
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """节日, with the days that rest for it and those worked instead 调休上班."""

    name: str
    rest: tuple[date, ...]
    work: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """放假通知, the State Council's arrangement of one year's holidays."""

    year: int
    title: str
    number: str
    """发文字号."""

    issued: date
    holidays: tuple[Holiday, ...]

    def __post_init__(self) -> None:
        rest = [day for holiday in self.holidays for day in holiday.rest]
        work = [day for holiday in self.holidays for day in holiday.work]
        if len({*rest, *work}) < len(rest) + len(work):
            raise ValueError(f"the notice for {self.year} names a day twice")
        if idle := [day for day in work if day.weekday() < _SATURDAY]:
            raise ValueError(f"worked anyway, so no make-up day: {idle[0]}")
        # 元旦 may take days of the December before it.
        if stray := [d for d in (*rest, *work) if not self._may_name(d)]:
            raise ValueError(f"the notice for {self.year} may not name {stray[0]}")

    def _may_name(self, day: date) -> bool:
        return date(self.year - 1, 12, 1) <= day <= date(self.year, 12, 31)

    @classmethod
    def parse(cls, text: str) -> "Notice":
        """Read a notice from the text of its file.

        Raises:
            ValueError: The text is no notice, or contradicts itself.
        """
        try:
            raw = json.loads(text)
            holidays = tuple(
                Holiday(
                    name=str(one["name"]),
                    rest=tuple(day for span in one["rest"] for day in _days(span)),
                    work=tuple(day for span in one["work"] for day in _days(span)),
                )
                for one in raw["holidays"]
            )
            issued = date.fromisoformat(raw["issued"])
            return cls(int(raw["year"]), str(raw["title"]), str(raw["number"]), issued, holidays)
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a notice of holidays: {error!r}") from error


def _days(span: str) -> list[date]:
    """The days of `2026-10-01/2026-10-07`, or of a single date."""
    first, _, last = span.partition("/")
    start = date.fromisoformat(first)
    end = date.fromisoformat(last) if last else start
    if end < start:
        raise ValueError(f"ends before it begins: {span}")
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


class Calendar:
    """工作日历, made of the notices known; immutable, and compared by identity.

    Every question is answered from tables made once, so that a million deadlines may ask.
    Days from 1900 to 2199 exist in it; others raise `LookupError`.
    """

    __slots__ = ("_names", "_rank", "_work", "_workdays", "notices")

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices: Final = tuple(sorted(notices, key=lambda notice: notice.year))
        years = [notice.year for notice in self.notices]
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise ValueError(f"the years of a calendar follow one another: {years}")
        work = bytearray(b"\1\1\1\1\1\0\0" * _WEEKS)
        self._names: Final[dict[date, str]] = {}
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
        return date.fromordinal(self._workdays[self._rank[self._place(day)] + count - 1])

    def workdays_between(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and with `until`."""
        return self._rank[self._place(until)] - self._rank[self._place(after)]

    def with_notice(self, notice: Notice) -> "Calendar":
        """A calendar that knows this notice too, in place of an older one for the same year."""
        others = [known for known in self.notices if known.year != notice.year]
        return Calendar([*others, notice])

    def _place(self, day: date) -> int:
        place = day.toordinal() - _FIRST
        if not 0 <= place < len(self._work):
            raise LookupError(f"beyond the calendar: {day}")
        return place


_HOLIDAYS: Final = Path(__file__).parent / "holidays"

CALENDAR: Final = Calendar(
    Notice.parse(file.read_text(encoding="utf-8")) for file in sorted(_HOLIDAYS.glob("*.json"))
)
"""The calendar of the years that this release knows."""
