"""可办事项: what may be done in a file now, by whom, and what may not and the article why.

It is read off the doors and the procedure tables: a door says which roles it takes and what it
asks for, an office which fact it makes (`ACTS`), and the table whether that fact has a row here.
What the tables cannot know (a missing opinion, a day out of time) the door itself still refuses.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.routing import BaseRoute

from shared.auth import Identity, Role, only_reads
from shared.casepage.answers import FileOut
from shared.casepage.offered import Offered, offered
from shared.casepage.table import Table
from shared.contracts.fact import Fact
from shared.law.article import Article
from shared.law.procedure import Move, Pause, Procedure, Standstill
from shared.law.terms import zh
from shared.office import After, Office

_NOBODY: Final[frozenset[Role]] = frozenset()

_SENTENCE: Final = re.compile(r"(?P<says>.*?)\s*(?:\((?P<articles>[A-Z][^()]*)\))?\.?$")


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
    from_beside: bool = False
    """Whether an authority acts there, too, that else only reads the file."""
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


class Doors:
    """The doors of an application, by office."""

    def __init__(self, routes: Iterable[BaseRoute], offices: Iterable[Office]) -> None:
        self._routes = [route for route in routes if isinstance(route, APIRoute)]
        self._offices = tuple(offices)

    @cached_property
    def acts(self) -> tuple[Door, ...]:
        """Those at which something is done in a file."""
        known = {path: (o, facts) for o in self._offices for path, facts in o.acts.items()}
        return tuple(
            replace(
                _door(route, o.name, facts),
                after=o.beside.get(route.path, ()),
                from_beside=route.path in o.from_beside,
                anew=o.anew.get(route.path, ""),
                rests_on=o.rests_on.get(route.path),
            )
            for route in self._routes
            if route.path in known and "POST" in (route.methods or ())
            for o, facts in (known[route.path],)
        )

    @cached_property
    def openings(self) -> tuple[Door, ...]:
        """Those at which a new file of a dispute is opened."""
        again = {office.name for office in self._offices if office.opens_again}
        found = (
            replace(_door(route, office, ()), again=office in again)
            for route in self._routes
            if "POST" in (route.methods or ()) and "{" not in route.path and _is_office(route)
            for office in (route.endpoint.__module__.split(".")[1],)
        )
        return tuple(
            door for door in found if door.model and "dispute_id" in door.model.model_fields
        )

    def papers(self, file: FileOut, who: Identity) -> list[Offered]:
        """The papers 文书 that this reader may have made from a file, each of its pages' own."""
        return [
            each
            for office in self._offices
            if office.name == file.office
            for one in office.papers
            if not self._roles.get(one.path, _NOBODY).isdisjoint(who.roles)
            for each in offered(one, file)
        ]

    @cached_property
    def _roles(self) -> Mapping[str, frozenset[Role]]:
        """Whom the door of a path takes; of several, the first."""
        return {one.path: frozenset(_roles(one.dependant)) for one in reversed(self._routes)}

    @cached_property
    def _of_office(self) -> Mapping[str, list[Door]]:
        found: dict[str, list[Door]] = {}
        for door in self.acts:
            found.setdefault(door.office, []).append(door)
        return found

    def find(self, file: FileOut, slug: str, procedures: Iterable[Procedure]) -> Door | None:
        """An act in a file by its word; the editions of the file's procedure tell which it has."""
        known = {kind for procedure in procedures for kind in procedure.kinds}
        return next(
            (
                door
                for door in self.acts
                if (door.office, door.slug) == (file.office, slug)
                and (_follows(door, file) if door.after else not known.isdisjoint(door.facts))
            ),
            None,
        )

    def of(self, file: FileOut, table: Table, who: Identity, today: date) -> list[Doing]:
        """What may be done in a file, and what may not; `table` was walked to its last page."""
        procedure = table.on(today)
        if procedure is None:
            return []
        own = self._of_office.get(file.office, [])
        mine = (d for d in own if not d.after and not procedure.kinds.isdisjoint(d.facts))
        beside = only_reads(who, file.labels)
        return [
            *(_doing(d, procedure, table, who, may=d.from_beside or not beside) for d in mine),
            *(_opening(d, who, may=not beside) for d in own if d.after and _follows(d, file)),
        ]


def _follows(door: Door, file: FileOut) -> bool:
    """Whether the file has come to where a door opens another one about it."""
    kinds = {page.kind for page in file.pages}
    return any(
        page.kind == one.kind.kind_name()
        and all(page.findings.get(name) == said for name, said in one.says.items())
        and not (one.unless and one.unless.kind_name() in kinds)
        for one in door.after
        for page in file.pages
    )


def _opening(door: Door, who: Identity, *, may: bool) -> Doing:
    theirs = may and not door.roles.isdisjoint(who.roles)
    return Doing(door, theirs, is_open=True, article=door.after[0].article)


def walked(table: Table, file: FileOut) -> Table:
    """The table, walked through the pages of its file."""
    for page in file.pages:
        table.article_of(page.kind, {**page.findings, "head": {"on": page.on.isoformat()}})
    return table


def _doing(door: Door, procedure: Procedure, table: Table, who: Identity, *, may: bool) -> Doing:
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
    lasting = {term for term, _ in table.held}
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


def _door(route: APIRoute, office: str, facts: tuple[type[Fact], ...]) -> Door:
    first = (route.endpoint.__doc__ or route.summary or "").strip().split("\n\n")[0]
    found = _SENTENCE.fullmatch(" ".join(first.split()))
    field = route.body_field
    model = field.field_info.annotation if field is not None else None
    return Door(
        path=route.path,
        office=office,
        facts=facts,
        roles=frozenset(_roles(route.dependant)),
        model=model if isinstance(model, type) and issubclass(model, BaseModel) else None,
        says=found["says"] if found else route.path,
    )


def _roles(dependant: Dependant) -> Iterator[Role]:
    for one in dependant.dependencies:
        yield from getattr(one.call, "roles", ())


def _is_office(route: APIRoute) -> bool:
    return route.endpoint.__module__.startswith("services.")


def path_of(door: Door, file: FileOut) -> str:
    """The path of a door for one file."""
    number: Mapping[str, str] = {
        "case_id": str(file.case_id),
        "number": file.labels.get("number", str(file.case_id)),
    }
    return door.path.format(**number)
