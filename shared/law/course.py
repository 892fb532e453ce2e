"""期限的进行, what happens to a period while it runs: time left out, extensions, caps.

Kept as intervals, and the date is recomputed from them; nothing here is ever written into a date.

- Time left out 不计入 is in whole days: a period in days, months or years moves its raw end by the
  days lost, one in working days by the working days lost, one in hours by the hours of those days.
- An extension 延长 is added to the raw end, before any rolling, and the end is rolled once.
  That an extension and a cap do so are readings (`readings.toml`).
- A request 申请 made in time keeps the period from ending until it is decided, at most until the
  time to decide is over; it adds nothing to a period that ends later by itself.
- A cap 最长期限 bounds the result. It is rolled itself, and neither time left out nor an extension
  moves it: the statutes that set one say "no later than" of the whole (ARL 20(3), 21).
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.readings import READINGS

if TYPE_CHECKING:
    from shared.law.period import Period

Named = tuple[date, str]
"""A day and what the calendar calls it."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """不计入期限的期间, an interval whose days are not counted: suspension, appraisal, obstacle.

    `Exclusion(after=the day of suspending, until=the day of resuming, …)`: as at the start of a
    period, the day on which it stops has been lived through and the day on which it goes on is not
    counted.
    """

    after: date
    """The last day before it; the next one is the first that is not counted."""

    until: date | None
    """The last day not counted; None while it still lasts, and the period stands still."""

    reason: str
    """In Chinese: 行政复议中止."""

    article: Article
    approved_by: str = ""
    """Whoever approved it, as the case file calls them."""
    subject: str = ""
    """Whose it is, where several may each hold up one period."""

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.after:
            raise ValueError(f"time left out ends before it begins: {self.after}, {self.until}")

    @classmethod
    def whole(
        cls, first: date, last: date | None, reason: str, article: Article, approved_by: str = ""
    ) -> "Exclusion":
        """自…之日至…之日的期间: neither of the two days is counted (ARR2026 26, 38(2))."""
        return cls(first - DAY, last, reason, article, approved_by)


@dataclass(frozen=True, slots=True)
class Extension:
    """延长, so much more time, added to the raw end of what ran before it."""

    by: "Period"
    reason: str
    article: Article
    approved_by: str = ""
    on: date | None = None
    """The day of approval."""
    rolled: bool = READINGS.way("extension") == "last_day"
    """Whether it is added to the end as it was rolled, a reading; else to the raw end."""


@dataclass(frozen=True, slots=True)
class Request:
    """待决的申请, made while the period ran; whoever asked in time does not bear that it waits."""

    asked: date
    """The day on which it was made."""

    within: "Period"
    """The time to decide it, from that day; in days."""

    reason: str
    """In Chinese: 申请延期."""

    article: Article
    decided: date | None = None
    """The day of the decision; None while there is none."""

    def open_to(self, calendar: Calendar) -> date:
        """The last day to which it keeps the period open."""
        last = self.within.last_day(self.asked, calendar)
        return min(last, self.decided or last)


@dataclass(frozen=True, slots=True)
class Cap:
    """最长期限, the period ends no later than this, whatever else is true of it."""

    within: "Period"
    start: date
    article: Article
    rolls: bool = READINGS.way("cap") == "rolls"
    """Whether it ends later if its last day is a rest day, a reading."""


@dataclass(frozen=True, slots=True)
class Course:
    """期限的进行, all of it."""

    exclusions: tuple[Exclusion, ...] = ()
    extensions: tuple[Extension, ...] = ()
    caps: tuple[Cap, ...] = ()
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Excluded:
    """What an exclusion did to a period; those that overlap are counted once."""

    exclusion: Exclusion
    first: date | None = None
    """The first day that it alone took from the period; None if it took none."""

    last: date | None = None
    """The last such day; None too while it still lasts."""

    days: int = 0
    """By how many days it moved the raw end, working days where those are counted."""


@dataclass(frozen=True, slots=True)
class Extended:
    """What an extension did."""

    extension: Extension
    after: date
    """The raw end to which it was added."""

    raw_end: date
    """The last day with it, before any rolling."""

    days: int
    """By how many calendar days it moved the raw end."""

    at_rest: bool = False
    """Whether that raw end was a rest day, so that it matters from where it was added."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """What a request did: the period is over no earlier than on `last_day`."""

    request: Request
    last_day: date
    after: date
    """The last day that the period has without it."""

    binds: bool
    """Whether it is this request that sets the end."""


@dataclass(frozen=True, slots=True)
class Capped:
    """What a cap did."""

    cap: Cap
    last_day: date
    rolled: tuple[Named, ...]
    days: int
    """By how many days it drew the end nearer; nought if the period ended earlier by itself."""

    binds: bool
    """Whether it is this cap that sets the end."""


def rest_of(period: "Period", start: date, stopped: date, calendar: Calendar) -> "Period | None":
    """剩余期间, what is left of a period when an obstacle stops it; it runs on later (ARL 20(2)).

    Args:
        period: The period.
        start: The day from which it ran.
        stopped: The last day before the obstacle.
        calendar: The city's calendar.

    Returns:
        The rest, in days or working days, to be reckoned from the day on which the obstacle is
        gone; None if nothing was left.
    """
    end, first = period.raw_end(start, calendar), max(stopped, start) + DAY
    return period.rest(period.lost(first, end, calendar)) if first <= end else None
