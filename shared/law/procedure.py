"""Procedures 程序 as data: which moves the law allows, who makes them, and by when.

A procedure is one table. Code walks it and never repeats it. A case file stands in one state;
where subjects each stand somewhere of their own (departments under one whistle), the procedure
has a track: a state per subject, walked by the same code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.deadline import NOBODY, OFFICE, PARTY, Deadline
from shared.law.holding import Asking, Granted, Pause, Prolonging
from shared.law.length import AsReckoned, AsSet, AsStated, Since
from shared.law.terms import zh

__all__ = [
    "NOBODY",
    "OFFICE",
    "PARTY",
    "AsReckoned",
    "AsSet",
    "AsStated",
    "Asking",
    "Deadline",
    "Granted",
    "Move",
    "Pause",
    "Procedure",
    "Prolonging",
    "Refused",
    "Since",
    "Standstill",
    "Track",
]


class Refused(Exception):
    """依法不予准许: the law does not allow this; carries the article that says so."""

    def __init__(self, message: str, article: Article) -> None:
        super().__init__(message)
        self.message = message
        self.article = article

    def __str__(self) -> str:
        return f"{self.message}（{self.article}）"


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
class Track:
    """Where each subject stands of its own, by the value of the field `subject` in its facts."""

    subject: str
    moves: tuple[Move, ...]
    passes: tuple[type[Fact], ...] = ()
    """Facts of the file by which another one, their `successor`, stands where a subject stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standstill:
    """中止: while one of these pauses lasts, the file stands still, and only this is done in it."""

    pauses: tuple[Pause, ...]
    meanwhile: frozenset[type[Fact]]
    until: str = "恢复以前"
    """Until when, in Chinese."""


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """A procedure 程序: its moves and deadlines, in one readable table, in one edition."""

    name: str
    term: str
    moves: tuple[Move, ...]
    deadlines: tuple[Deadline, ...]
    track: Track | None = None
    standstills: tuple[Standstill, ...] = ()
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

    @cached_property
    def kinds(self) -> frozenset[type[Fact]]:
        """Every fact that has a row here."""
        return self._kinds | self._track_kinds

    @cached_property
    def _rows(self) -> dict[frozenset[type[Fact]], tuple[tuple[Move, ...], tuple[Move, ...]]]:
        return {}

    def rows_of(self, facts: frozenset[type[Fact]]) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
        """The rows of these facts in the table's order: those of the file, those of its track."""
        if (known := self._rows.get(facts)) is None:
            of_track = self.track.moves if self.track else ()
            known = self._rows[facts] = (
                tuple(move for move in self.moves if move.on in facts),
                tuple(move for move in of_track if move.on in facts),
            )
        return known

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
        elif self.track and kind in self.track.passes:
            gone, new = (str(getattr(fact, said, "")) for said in (self.track.subject, "successor"))
            if gone in tracks:  # whatever the successor itself had been before
                others = {who: stood for who, stood in tracks.items() if who not in {gone, new}}
                tracks = {**others, new: tracks[gone]}
        return (move.target or state) if move else state, tracks

    def knows(self, fact: Fact) -> bool:
        """Whether this edition has such a step at all."""
        return type(fact) in self.kinds

    def no_longer(self, fact: Fact, table: "Procedure") -> Refused:
        """A step of this edition that `table`, which governs its day, does not have.

        Raises:
            LookupError: This edition does not have it either.
        """
        if not self.knows(fact):
            raise LookupError(f"{type(fact).__name__} is no move of {self.name}")
        article = next(move.article for move in self.all_moves() if move.on is type(fact))
        why = f"该步骤不见于{fact.head.on.isoformat()}施行的版本（自{table.edition}起）"
        return Refused(why, article)

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
        rows = self._opened_by.get(type(fact), ())
        return tuple(row for row in rows if row.is_opened_by(fact))

    def closes(self, fact: Fact) -> tuple[Deadline, ...]:
        """The periods that end with this fact; a fact that names a duty ends that one only."""
        rows = self._closed_by.get(type(fact), ())
        return tuple(row for row in rows if row.is_closed_by(fact))


def _called(state: str) -> str:
    try:
        return zh(state)
    except LookupError:
        return state
