"""可办与否: whether the table has a row for an act where its file stands, and if not, why."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel

from shared.auth import Identity, Role
from shared.casepage.answers import FileOut
from shared.casepage.table import Table
from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.procedure import Move, Pause, Procedure, Standstill
from shared.law.terms import zh
from shared.office import After, Into


@dataclass(frozen=True, slots=True)
class Door:
    """A door of the hub at which something is done in a file."""

    path: str
    office: str
    facts: tuple[type[Fact], ...]
    roles: frozenset[Role]
    model: type[BaseModel] | None
    says: str
    """What is done there, as its door says it."""
    after: tuple[After, ...] = ()
    """After which pages it opens another file about this one; empty where it acts in it."""
    into: Into | None = None
    """Which page it makes in the file that its own is about, too."""
    from_beside: bool = False
    """Whether an authority acts there, too, that else only reads the file."""
    from_called: bool = False
    """Whether it does so as one that decides the file, too (ARR2026 32)."""
    again: bool = False
    """Whether it opens a file also where its office has one in the dispute."""
    anew: str = ""
    """Finding that names its paper, where it replaces what it said before; else empty."""
    rests_on: type[Fact] | None = None
    """The page that it approves or takes further."""

    @property
    def slug(self) -> str:
        """The last word of its path."""
        return self.path.rpartition("/")[2]

    @property
    def term(self) -> str:
        """What it is called: the beginning of what it says."""
        return re.split(r"[：；，]", self.says, maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Doing:
    """One act in one file: whether this reader may do it now, and if not, why."""

    door: Door
    is_theirs: bool
    """Whether one of the reader's roles does it at all."""
    is_open: bool
    """Whether the file, or the reader's department in it, stands where it can be done."""
    why_not: str = ""
    article: Article | None = None


def walked(table: Table, file: FileOut) -> Table:
    """The table, walked through the pages of its file."""
    for page in file.pages:
        table.article_of(page.kind, {**page.findings, "head": {"on": page.on.isoformat()}})
    return table


def doing(door: Door, procedure: Procedure, table: Table, who: Identity, *, may: bool) -> Doing:
    """An act of one door; `may` is whether the reader acts in this file at all."""
    theirs = may and not door.roles.isdisjoint(who.roles)
    facts = _own(door, procedure, table, who)
    of_file, of_track = procedure.rows_of(facts)
    article = (*of_file, *of_track)[0].article
    if any(_is_open(fact, procedure, table, who) for fact in facts):
        return Doing(door, theirs, is_open=True, article=article)
    if (held := _held(facts, procedure, table)) is not None:
        still, pause = held
        why = f"{pause.term}，{still.until}不得办理"
        return Doing(door, theirs, is_open=False, why_not=why, article=pause.article)
    why = _why(of_file, of_track, table, who)
    return Doing(door, theirs, is_open=False, why_not=why, article=article)


def as_taken(one: Doing, procedure: Procedure, table: Table, who: Identity) -> Doing:
    """The same, by where the file stands that is to take a page of it, too: there it says why not.

    Args:
        one: An act whose door makes a page there.
        procedure: The table of that file, as it governs today.
        table: The same, walked to its last page.
        who: The reader.
    """
    if one.door.into is None:
        return one
    there = doing(replace(one.door, facts=one.door.into.facts), procedure, table, who, may=True)
    if there.is_open:
        return one
    return replace(one, is_open=False, why_not=there.why_not, article=there.article)


def _own(door: Door, procedure: Procedure, table: Table, who: Identity) -> frozenset[type[Fact]]:
    """Facts of a door that are a department's own: of its track if it has one, else of the file."""
    if procedure.track is None or door.roles & who.roles != {Role.DEPARTMENT}:
        return frozenset(door.facts)
    _, of_track = procedure.rows_of(frozenset(door.facts))
    tracked = {move.on for move in of_track}
    has_one = who.organ in table.tracks
    own = frozenset(fact for fact in door.facts if (fact in tracked) is has_one)
    return own or frozenset(door.facts)


def _is_open(fact: type[Fact], procedure: Procedure, table: Table, who: Identity) -> bool:
    """Whether the table has a row for a fact where the file and its subject stand."""
    alone = frozenset((fact,))
    if _held(alone, procedure, table) is not None:
        return False
    of_file, of_track = procedure.rows_of(alone)
    if of_file and not any(table.state in move.sources() for move in of_file):
        return False
    return not of_track or any(
        stands in move.sources() for stands in _standings(table, who) for move in of_track
    )


def _held(
    facts: Collection[type[Fact]], procedure: Procedure, table: Table
) -> tuple[Standstill, Pause] | None:
    """What keeps all of these from being done: the file stands still, and they wait with it."""
    lasting = {term for term, *_ in table.held}
    held = (
        (still, pause)
        for still in procedure.standstills
        for pause in still.pauses
        if pause.term in lasting and still.meanwhile.isdisjoint(facts)
    )
    return next(held, None)


def _standings(table: Table, who: Identity) -> set[Any]:
    """Where the reader's own department stands; for others, wherever some department does."""
    if Role.DEPARTMENT in who.roles:
        return {table.tracks.get(who.organ, _NOT_CALLED)}
    return {*table.tracks.values(), None}


_NOT_CALLED: Final = object()


def _why(of_file: Sequence[Move], of_track: Sequence[Move], table: Table, who: Identity) -> str:
    if not table.tracks:  # nobody stands anywhere of its own: the file alone says why
        tracked = {move.on for move in of_track}
        of_file = [move for move in of_file if move.on not in tracked] or of_file
    if of_file and not any(table.state in move.sources() for move in of_file):
        return f"案卷现为“{_called(table.state)}”，须在“{_when(of_file)}”时办理"
    if Role.DEPARTMENT in who.roles and who.organ not in table.tracks:
        return "本部门不在这次召集之列"
    stands = "、".join(sorted({_called(one) for one in _standings(table, who) if one}))
    return f"现为“{stands or '尚未召集部门'}”，须在“{_when(of_track)}”时办理"


def _when(moves: Iterable[Move]) -> str:
    return "、".join(dict.fromkeys(_called(s) for move in moves for s in move.sources() if s))


def _called(state: object) -> str:
    try:
        return zh(str(state)) if state else "未立卷"
    except LookupError:
        return str(state)
