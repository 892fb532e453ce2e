"""期限的规则, a row of a procedure's table: what starts and ends a period, and for whom it runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from shared.contracts.fact import Fact, Head
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.holding import APART, Asking, Pause, Prolonging, told_apart
from shared.law.length import AsReckoned, AsSet, AsStated, Since
from shared.law.period import CalendarDays, Period, end_of, parse_period
from shared.law.warning import USUAL, Warn

OFFICE: Final = "office"
"""It binds whoever has the file, though it runs for a subject each: a paper, an addressee."""

PARTY: Final = "party"
"""It binds a party: a reminder, and nobody's default when it lapses."""

NOBODY: Final = "nobody"
"""It is no default of its own when it lapses: one silence told further up, a right that need not be
used, a time of a court or of the law itself."""


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
    within: Period | AsSet | AsStated | AsReckoned
    article: Article
    lapse: type[Fact]
    subject: str = ""
    person: str = ""
    """Field that says for which person, where one subject may have a period for each of several."""
    of_duty: str = ""
    """Only a fact that names this duty starts it; empty where any fact of `starts` does."""
    where: str = ""
    """The field that must say so, of those of its facts that have it; empty where none needs to."""
    unless: str = ""
    """The field of its ending facts that says it runs on: something is owed still."""
    page: str = ""
    """The field of its ending facts that names the page from which the period runs that they end,
    where one subject may have several; one that names none speaks of all. It stays that page where
    the period passes to another."""
    passes: tuple[type[Fact], ...] = ()
    """By these it goes on as it runs, no longer its `subject`'s but their `successor`'s."""
    forfeits: bool = False
    """失权: whether what it asks for may not be done any more once it has lapsed."""
    backdated: bool = False
    """Whether what ends it may be dated inside it though its lapse is on file: something came on a
    day that stays what it was, and periods of others run from there."""
    set_aside_by: tuple[type[Fact], ...] = ()
    """By these it was met after all, though its lapse is on file: what was sent in its days came
    later, or what let it run was no service."""
    lapsed_as: str = ""
    """Field of those facts that names whose lapse it was, where another stands in the place of its
    subject since: a lapse does not pass."""
    shorter: str = ""
    """Field of its starting facts that may name fewer days, which a law of its own sets."""
    since: Since | None = None
    """Where one of its facts may come later than the day from which the period runs."""
    pauses: tuple[Pause, ...] = ()
    prolongings: tuple[Prolonging, ...] = ()
    askings: tuple[Asking, ...] = ()
    owed_by: str = ""
    """Whom it binds: its `subject`, else whoever has the file; `OFFICE` is the latter though there
    is a subject; `PARTY`; `NOBODY`; anything else is the field of the case that names the organ
    bound, or its method that names it for a subject."""
    continues: str = ""
    """Name of the period in whose place it runs: what held that one up holds this one up too."""
    warn: tuple[Warn, ...] | None = None
    """When to warn; as usual unless a row says otherwise, and never of hours."""

    def __post_init__(self) -> None:
        if isinstance(self.within, AsStated) and (self.pauses or self.prolongings or self.askings):
            raise ValueError(f"{self.name}: what a paper states, only a paper states anew")

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """期限预警, when whoever holds it is warned."""
        if self.warn is not None:
            return self.warn
        return USUAL if isinstance(self.within, AsStated) or self.within.by_day else ()

    def because_of(self, started_on: date, opened_on: date, said: Mapping[str, object]) -> str:
        """What fixed the start, where it was not the page that opened the period, or it names it.

        `said` is what that page says, by the names of its fields.
        """
        start = self.within if isinstance(self.within, AsReckoned) else self.since
        if start is None:
            return ""
        named = start.named.said_by(said) if start.named else ""
        if named or isinstance(start, AsReckoned) or started_on != opened_on:
            return named or start.because
        return ""

    def held_before(
        self, fact: Fact, held: Mapping[tuple[str, str], tuple[Exclusion, ...]]
    ) -> tuple[Exclusion, ...]:
        """What still held up the period that `fact` ended and in whose place it starts this one."""
        who = self.subject_of(fact)
        return held.get((self.name, who)) or held.get((self.continues, who), ())

    def is_closed_by(self, fact: Fact) -> bool:
        """Whether `fact` ends it; one that names a duty ends that one only."""
        kind = type(fact)
        if kind not in self.ends and kind is not self.lapse:
            return False
        if self.unless and getattr(fact, self.unless, False) and not self.page_named(fact):
            return False
        return getattr(fact, "duty", None) in {None, self.name}

    def page_named(self, fact: Fact) -> int | None:
        """The page from which the one period runs that `fact` ends; None where it names none."""
        named: int | None = getattr(fact, self.page, None) if self.page else None
        return named

    def speaks_of(self, fact: Fact, subject: str, opened: int) -> bool:
        """Whether `fact` can speak of the period of this subject that this page opened.

        A page that it names says which one, whoever stands in the place of its subject since.
        """
        if named := self.page_named(fact):
            return named == opened
        return self.subject_of(fact) in {"", subject}

    def is_settled_by(self, fact: Fact) -> bool:
        """Whether after a lapse nothing is owed any more: it was done, or the lapse settles it."""
        kind = type(fact)
        return kind in self.ends or (self.forfeits and kind is self.lapse)

    def is_set_aside_by(self, fact: Fact, subject: str) -> bool:
        """Whether by `fact` the lapse of this subject is none; one may say that it leaves it."""
        if type(fact) not in self.set_aside_by or not getattr(fact, "takes_back", True):
            return False
        whose: str | None = getattr(fact, self.lapsed_as, None) if self.lapsed_as else None
        return (whose or self.subject_of(fact)) in {"", subject}

    def subject_of(self, fact: Fact) -> str:
        """Whose period it is; empty for the whole file. A fact without the field speaks of all.

        So does a lapse of old, on which the field was not yet said.
        """
        said = getattr(fact, self.subject, "") if self.subject else ""
        if said is None and type(fact) is self.lapse:
            return ""
        return told_apart(str(said), fact, self.person)

    def owed_in(self, case: object, subject: str) -> str:
        """Whom it binds in this case: `OFFICE`, `PARTY`, `NOBODY`, an organ's code; else empty."""
        if self.owed_by in {"", OFFICE, PARTY, NOBODY}:
            return self.owed_by
        named = getattr(case, self.owed_by)
        return (named(subject) if callable(named) else named) or ""

    def is_opened_by(self, fact: Fact) -> bool:
        """Whether `fact` starts it; it may name another duty, or not say what it must."""
        if type(fact) not in self.starts or (self.where and not getattr(fact, self.where, True)):
            return False
        return not self.of_duty or self.of_duty == getattr(fact, "duty", "")

    def length(self, fact: Fact) -> Period | None:
        """How long the period is that `fact` starts; None where it sets none or states a day."""
        match self.within:
            case AsStated():
                return None
            case AsSet(field):
                code: str | None = getattr(fact, field)
                return parse_period(code) if code else None
            case AsReckoned() as told:
                last: date | None = getattr(fact, told.last)
                named: str | None = getattr(fact, told.period)
                runs = named and last and last >= fact.head.on and getattr(fact, told.start)
                return parse_period(named) if named and runs else None
            case Period() as period:
                days: int | None = getattr(fact, self.shorter, None) if self.shorter else None
                return CalendarDays(days) if days and days < period.n else period

    def until(self, fact: Fact, calendar: Calendar) -> datetime | None:
        """The moment at which the period that `fact` starts is over; None if it starts none."""
        if isinstance(self.within, AsStated):
            stated: date | None = getattr(fact, self.within.field)
            return end_of(stated) if stated else None
        length = self.length(fact)
        begun = self.start_of(fact)
        return length.until(begun, fact.head.moment, calendar) if length else None

    def start_of(self, fact: Fact) -> date:
        """The day from which the period that `fact` starts runs; that of the fact, mostly."""
        named: date | None = None
        match self.within:
            case AsReckoned(start=field):
                named = getattr(fact, field)
            case AsSet(since=field) if field:
                named = getattr(fact, field, None)
        if self.since:
            named = getattr(fact, self.since.field, None)
        return named or fact.head.on

    def article_of(self, fact: Fact) -> Article:
        """The article that sets the period; that of the row, unless the fact names its own."""
        named: str | None = None
        if isinstance(self.within, AsReckoned):
            named = getattr(fact, self.within.article)
        return Article.parse(named) if named else self.article

    def lapsed(self, head: Head, subject: str, told: Mapping[str, Any] | None = None) -> Fact:
        """The fact that the clock records when this period is over for `subject`.

        `told` is what the file adds to it, by the names of its fields.
        """
        said, _, person = subject.partition(APART) if self.person else (subject, "", "")
        more = {**(told or {}), **({self.subject: said} if self.subject else {})}
        if person:
            more[self.person] = person
        if "duty" in self.lapse.model_fields:
            more["duty"] = self.name
        return self.lapse.model_validate({"head": head, **more})
