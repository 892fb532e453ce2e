"""Procedures 程序 as data: which moves the law allows, who makes them, and by when.

A procedure is one table. Code walks it and never repeats it. A case file stands in one state;
where subjects each stand somewhere of their own (departments under one whistle), the procedure
has a track: a state per subject, walked by the same code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from shared.contracts.fact import Fact, Head
from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension
from shared.law.period import CalendarDays, Period, end_of
from shared.law.terms import zh
from shared.law.warning import USUAL, Warn


class Refused(Exception):
    """依法不予准许: the law does not allow this; carries the article that says so."""

    def __init__(self, message: str, article: Article) -> None:
        super().__init__(message)
        self.message = message
        self.article = article

    def __str__(self) -> str:
        return f"{self.message}（{self.article}）"


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


@dataclass(frozen=True, slots=True)
class Move:
    """One lawful move: in state `source`, the fact `on`, made by `by`, leads to `target`.

    `source` None opens a file; `target` None leaves the state as it is.
    """

    source: StrEnum | tuple[StrEnum | None, ...] | None
    on: type[Fact]
    target: StrEnum | None
    by: StrEnum
    article: Article

    def sources(self) -> tuple[StrEnum | None, ...]:
        """The states in which this move is lawful."""
        return self.source if isinstance(self.source, tuple) else (self.source,)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Where each subject stands of its own, by the value of the field `subject` in its facts."""

    subject: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """A procedure 程序: its moves and deadlines, in one readable table, in one edition."""

    name: str
    term: str
    moves: tuple[Move, ...]
    deadlines: tuple[Deadline, ...]
    track: Track | None = None
    closed: tuple[StrEnum, ...] = ()
    """States in which the file is closed; entering one ends every period that still runs."""
    patient: Mapping[StrEnum, str] = field(default_factory=dict)
    """Open states that no period bounds, each with the reason in Chinese."""
    since: date = date.min
    """First day on which this edition is in force."""
    opening_governs: bool = False
    """从旧: whether a file opened under this edition keeps it, whatever comes later.

    Where the law has no transitional rule the day of each step governs instead 从新.
    """

    @property
    def edition(self) -> str:
        """Name of this edition: the day since which it is in force."""
        return self.since.isoformat()

    @cached_property
    def _index(self) -> dict[tuple[StrEnum | None, type[Fact]], Move]:
        return {(s, move.on): move for move in self.moves for s in move.sources()}

    @cached_property
    def _kinds(self) -> frozenset[type[Fact]]:
        return frozenset(move.on for move in self.moves)

    @cached_property
    def _track_kinds(self) -> frozenset[type[Fact]]:
        return frozenset(move.on for move in self.track.moves) if self.track else frozenset()

    @cached_property
    def _track_index(self) -> dict[tuple[str | None, type[Fact]], Move]:
        rows = self.track.moves if self.track else ()
        return {(s, move.on): move for move in rows for s in move.sources()}

    @cached_property
    def _opened_by(self) -> dict[type[Fact], tuple[Deadline, ...]]:
        kinds = {kind for deadline in self.deadlines for kind in deadline.starts}
        return {k: tuple(d for d in self.deadlines if k in d.starts) for k in kinds}

    @cached_property
    def _closed_by(self) -> dict[type[Fact], tuple[Deadline, ...]]:
        kinds = {kind for deadline in self.deadlines for kind in (*deadline.ends, deadline.lapse)}
        return {k: tuple(d for d in self.deadlines if k in d.ends or k is d.lapse) for k in kinds}

    @cached_property
    def by_name(self) -> dict[str, Deadline]:
        """Its deadlines by name."""
        return {deadline.name: deadline for deadline in self.deadlines}

    def state_named(self, name: str) -> StrEnum:
        """The state that a row calls `name`."""
        states = (s for move in self.moves for s in (*move.sources(), move.target))
        return next(s for s in states if s == name and s is not None)

    def all_moves(self) -> Iterator[Move]:
        """Every row, of the file and of its track."""
        yield from self.moves
        yield from self.track.moves if self.track else ()

    def walk(
        self, state: StrEnum | None, tracks: Mapping[str, str], fact: Fact
    ) -> tuple[StrEnum | None, Mapping[str, str]]:
        """State of the file and of each subject after `fact`.

        Raises:
            Refused: No row allows it; the article is that of the move that it would be.
        """
        kind = type(fact)
        move = self._index.get((state, kind))
        if move is None and kind in self._kinds:
            raise self._refusal(state, kind)
        if kind in self._track_kinds:
            tracks = self._step(tracks, fact)
        elif move is None:
            raise LookupError(f"{kind.__name__} is no move of {self.name}")
        return (move.target or state) if move else state, tracks

    def _step(self, tracks: Mapping[str, str], fact: Fact) -> Mapping[str, str]:
        assert self.track is not None  # noqa: S101 - only a track has kinds of its own
        who = str(getattr(fact, self.track.subject))
        stood = tracks.get(who)
        move = self._track_index.get((stood, type(fact)))
        if move is None:
            raise self._refusal(stood, type(fact), who)
        return {**tracks, who: str(move.target or stood)}

    def _refusal(self, state: str | None, kind: type[Fact], who: str = "") -> Refused:
        article = next(move.article for move in self.all_moves() if move.on is kind)
        act = (kind.__doc__ or kind.__name__).split(":")[0].split("(")[0].strip()
        subject = f"{who} " if who else "案卷"
        stands = _called(state) if state else "未立卷"
        return Refused(f"{subject}处于“{stands}”状态，不得{act}", article)

    def opens(self, fact: Fact) -> tuple[Deadline, ...]:
        """The periods that start with this fact."""
        return self._opened_by.get(type(fact), ())

    def closes(self, fact: Fact) -> tuple[Deadline, ...]:
        """The periods that end with this fact; a fact that names a duty ends that one only."""
        rows = self._closed_by.get(type(fact), ())
        duty = getattr(fact, "duty", None)
        return rows if duty is None else tuple(d for d in rows if d.name == duty)


def _called(state: str) -> str:
    try:
        return zh(state)
    except LookupError:
        return state
