"""期限的规则, a row of a procedure's table: what starts, stops, prolongs and ends a period."""

from dataclasses import dataclass
from datetime import date, datetime

from shared.contracts.fact import Fact, Head
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension
from shared.law.period import CalendarDays, Period, end_of
from shared.law.warning import USUAL, Warn


@dataclass(frozen=True, slots=True)
class AsStated:
    """A period that a paper states itself: it ends with the day in the fact's field `field`."""

    field: str

    def __str__(self) -> str:
        return "按文书载明的日期"


@dataclass(frozen=True, slots=True)
class Granted:
    """A length that a paper grants: so many calendar days as the fact's field `field` says."""

    field: str

    def __str__(self) -> str:
        return "按批准的天数"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """不计入: from a fact of `starts` until one of `ends` the period stands still."""

    term: str
    """Why, in Chinese: 行政复议中止."""

    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    article: Article

    def begun_by(self, fact: Fact) -> Exclusion:
        """The time that is left out from `fact` on."""
        return Exclusion(fact.head.on, None, self.term, self.article, fact.head.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonging:
    """延长: a fact of `starts` adds time to the period while it runs."""

    term: str
    """Why, in Chinese: 情况复杂，经批准."""

    starts: tuple[type[Fact], ...]
    by: Period | Granted
    article: Article

    def granted_by(self, fact: Fact) -> Extension:
        """What `fact` adds."""
        by = CalendarDays(getattr(fact, self.by.field)) if isinstance(self.by, Granted) else self.by
        return Extension(by, self.term, self.article, fact.head.by, fact.head.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One period 期限: runs from any fact of `starts` until any of `ends`, or else lapses.

    With `subject` (the name of a field that its facts carry, such as `department`) each subject
    has a period of its own. A fact that is both an end and a start lets it run anew.
    """

    name: str
    term: str
    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    within: Period | AsStated
    article: Article
    lapse: type[Fact]
    subject: str = ""
    pauses: tuple[Pause, ...] = ()
    prolongings: tuple[Prolonging, ...] = ()
    warn: tuple[Warn, ...] | None = None
    """When to warn; as usual unless a row says otherwise, and never of hours."""

    def __post_init__(self) -> None:
        if isinstance(self.within, AsStated) and (self.pauses or self.prolongings):
            raise ValueError(f"{self.name}: what a paper states, only a paper states anew")

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """期限预警, when whoever holds it is warned."""
        if self.warn is not None:
            return self.warn
        return USUAL if isinstance(self.within, AsStated) or self.within.by_day else ()

    def is_closed_by(self, fact: Fact) -> bool:
        """Whether `fact` ends it; one that names a duty ends that one only."""
        kind = type(fact)
        if kind not in self.ends and kind is not self.lapse:
            return False
        return getattr(fact, "duty", None) in {None, self.name}

    def subject_of(self, fact: Fact) -> str:
        """Whose period it is; empty for the whole file. A fact without the field speaks of all."""
        return str(getattr(fact, self.subject, "")) if self.subject else ""

    def until(self, fact: Fact, calendar: Calendar) -> datetime | None:
        """The moment at which the period that `fact` starts is over; None if it states no day."""
        if isinstance(self.within, AsStated):
            stated: date | None = getattr(fact, self.within.field)
            return end_of(stated) if stated else None
        return self.within.until(fact.head.on, fact.head.moment, calendar)

    def lapsed(self, head: Head, subject: str) -> Fact:
        """The fact that the clock records when this period is over for `subject`."""
        more = {self.subject: subject} if self.subject else {}
        if "duty" in self.lapse.model_fields:
            more["duty"] = self.name
        return self.lapse.model_validate({"head": head, **more})
