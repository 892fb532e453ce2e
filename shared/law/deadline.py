"""期限的规则, a row of a procedure's table: what starts, stops, prolongs and ends a period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shared.contracts.fact import Fact, Head
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension, Request
from shared.law.day import DAY
from shared.law.period import CalendarDays, Period, end_of, parse_period
from shared.law.warning import USUAL, Warn


@dataclass(frozen=True, slots=True)
class AsStated:
    """A period that a paper states itself: it ends with the day in the fact's field `field`."""

    field: str

    def __str__(self) -> str:
        return "按文书载明的日期"


@dataclass(frozen=True, slots=True)
class AsSet:
    """A length that the city sets: the code of a period in the fact's field `field`, or none.

    The page keeps what was set on its day, so a rule that is changed moves no period that runs.
    """

    field: str
    usual: Period
    """What the hub comes with."""
    since: str = ""
    """Field of the day from which it runs, where the city sets that too; else the fact's own."""

    @property
    def code(self) -> str:
        """The usual length."""
        return self.usual.code

    @property
    def by_day(self) -> bool:
        """Whether it usually ends with a day."""
        return self.usual.by_day

    def __str__(self) -> str:
        return f"{self.usual}（可由本市设定）"


@dataclass(frozen=True, slots=True)
class AsReckoned:
    """A statutory period that the fact names by its start, its length and its article, in fields.

    It may have begun long before the page, so it runs from its own start and shows its own proof.
    What was over before the page, by the field `last`, does not run: nobody can be warned of it.
    """

    start: str
    period: str
    article: str
    last: str
    because: str = "为法定起算之日"
    """What its proof says of the start, which no page of the file fixed."""

    @property
    def by_day(self) -> bool:
        """Every period that a statute gives a party ends with a day."""
        return True

    def __str__(self) -> str:
        return "按告知所列的法定期间"


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which a period runs, in the field `field` of those of its facts that have it."""

    field: str
    because: str
    """What happened on that day, in Chinese: 受理."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A length that is granted: calendar days in the fact's field `field`, or a period's code."""

    field: str

    def __str__(self) -> str:
        return "按批准的期间"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """不计入: from a fact of `starts` until one of `ends` the period stands still.

    Without `ends` it does so until it ends itself; one that begins anew in its place runs at once.
    """

    term: str
    """Why, in Chinese: 行政复议中止."""

    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    article: Article
    each: str = ""
    """The field of its facts that says who holds the period up, where several may at once.

    The period then stands still while any of them does; a fact ends the time of the one it names.
    """
    where: str = ""
    """Field that a fact of `starts` must say if it has it; empty where each stops the period."""
    whole: bool = False
    """Whether neither the day on which it begins is counted, nor that on which it ends."""
    article_on: Callable[[date], Article] | None = None
    """The provision of the day on which it begins, where editions have it in different places."""

    def begun_by(self, fact: Fact) -> Exclusion | None:
        """The time that is left out from `fact` on; None where it stops nothing."""
        if type(fact) not in self.starts or (self.where and not getattr(fact, self.where, True)):
            return None
        who, after = self.held_up_by(fact), fact.head.on - DAY if self.whole else fact.head.on
        article = self.article_on(fact.head.on) if self.article_on else self.article
        return Exclusion(after, None, self.term, article, fact.head.by, who)

    def held_up_by(self, fact: Fact) -> str:
        """Who holds the period up, or does no longer; empty where nobody needs to be told apart."""
        return str(getattr(fact, self.each)) if self.each else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonging:
    """延长: a fact of `starts` adds time to the period while it runs."""

    term: str
    """Why, in Chinese: 情况复杂，经批准."""

    starts: tuple[type[Fact], ...]
    by: Period | Granted
    article: Article
    most: CalendarDays | None = None
    """How much may be added in all; None where its article sets no bound."""

    def granted_by(self, fact: Fact) -> Extension | None:
        """What `fact` adds; None where its field is empty."""
        length = self._length(fact)
        if length is None:
            return None
        return Extension(length, self.term, self.article, fact.head.by, fact.head.on)

    def __str__(self) -> str:
        return f"{self.term}，{self.by}（{self.article}）"

    def _length(self, fact: Fact) -> Period | None:
        if isinstance(self.by, Period):
            return self.by
        said: int | str | None = getattr(fact, self.by.field)
        if isinstance(said, int):
            return CalendarDays(said)
        return parse_period(said) if said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """申请: asked by a fact of `starts` while the period runs, it keeps it from ending.

    It does so until a fact of `ends` decides it, and no longer than the time to decide, whose code
    stands in the field `within` of its fact: where none stands there, the request holds nothing up.
    """

    term: str
    """What is asked for, in Chinese: 申请延期."""

    starts: tuple[type[Fact], ...]
    ends: tuple[type[Fact], ...]
    within: str
    article: Article

    def __str__(self) -> str:
        return f"{self.term}，决定之前不届满（{self.article}）"

    def made_by(self, fact: Fact) -> Request | None:
        """The request that `fact` makes."""
        code: str | None = getattr(fact, self.within)
        return Request(fact.head.on, parse_period(code), self.term, self.article) if code else None


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
    of_duty: str = ""
    """Only a fact that names this duty starts it; empty where any fact of `starts` does."""
    where: str = ""
    """The field that must say so, of those of its facts that have it; empty where none needs to."""
    unless: str = ""
    """The field of its ending facts that says it runs on: something is owed still."""
    shorter: str = ""
    """Field of its starting facts that may name fewer days, which a law of its own sets."""
    since: Since | None = None
    """Where one of its facts may come later than the day from which the period runs."""
    pauses: tuple[Pause, ...] = ()
    prolongings: tuple[Prolonging, ...] = ()
    askings: tuple[Asking, ...] = ()
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

    def because_of(self, started_on: date, opened_on: date) -> str:
        """What fixed the start, where it was not the page that opened the period."""
        if isinstance(self.within, AsReckoned):
            return self.within.because
        return self.since.because if self.since and started_on != opened_on else ""

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
        if self.unless and getattr(fact, self.unless, False):
            return False
        return getattr(fact, "duty", None) in {None, self.name}

    def subject_of(self, fact: Fact) -> str:
        """Whose period it is; empty for the whole file. A fact without the field speaks of all."""
        return str(getattr(fact, self.subject, "")) if self.subject else ""

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
        more = {**(told or {}), **({self.subject: subject} if self.subject else {})}
        if "duty" in self.lapse.model_fields:
            more["duty"] = self.name
        return self.lapse.model_validate({"head": head, **more})
