"""可办事项: what may be done in a file now, by whom, and what may not and the article why.

It is read off the doors and the procedure tables: a door says which roles it takes and what it
asks for, an office which fact it makes (`ACTS`), and the table whether that fact has a row here.
What the tables cannot know (a missing opinion, a day out of time) the door itself still refuses.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, reduce
from typing import Final
from uuid import UUID

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.routing import BaseRoute

from shared.auth import Identity, Role, only_reads
from shared.auth.sight import decides_too
from shared.casepage.answers import FileOut, PageOut
from shared.casepage.doing import Doing, Door, doing
from shared.casepage.offered import Offered, offered
from shared.casepage.table import Table
from shared.contracts.fact import Fact
from shared.law.casefile import derived
from shared.law.procedure import Procedure
from shared.office import After, Bond, Office

_NOBODY: Final[frozenset[Role]] = frozenset()

_SENTENCE: Final = re.compile(r"(?P<says>.*?)\s*(?:\((?P<articles>[A-Z][^()]*)\))?\.?$")


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
                into=o.into.get(route.path),
                from_beside=route.path in o.from_beside,
                from_called=route.path in o.from_called,
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

    @property
    def bonds(self) -> tuple[Bond, ...]:
        """What ties disputes together, whichever office says it."""
        return tuple(bond for office in self._offices for bond in office.bonds)

    def papers(self, file: FileOut, who: Identity) -> list[Offered]:
        """The papers 文书 that this reader may have made from a file, each of its pages' own."""
        return [
            each
            for office in self._offices
            for one in office.papers
            if (one.office or office.name) == file.office
            if not self._roles.get(one.path, _NOBODY).isdisjoint(who.roles)
            for each in offered(one, file, who)
        ]

    @cached_property
    def _roles(self) -> Mapping[str, frozenset[Role]]:
        """Whom the door of a path takes; of several, the first."""
        return {one.path: frozenset(_roles(one.dependant)) for one in reversed(self._routes)}

    def find(self, file: FileOut, slug: str, procedures: Iterable[Procedure]) -> Door | None:
        """An act in a file by its word; the editions of the file's procedure tell which it has."""
        known = {kind for procedure in procedures for kind in procedure.kinds}
        return next(
            (
                door
                for door in self.acts
                if door.slug == slug
                and _is_in(door, file)
                and (_acts_in(door, file, known) or _follows(door, file))
            ),
            None,
        )

    def of(
        self,
        file: FileOut,
        table: Table,
        who: Identity,
        today: date,
        there: Collection[UUID] = (),
    ) -> list[Doing]:
        """What may be done in a file, and what may not.

        Args:
            file: The file.
            table: Its table, walked to its last page.
            who: The reader.
            today: The legal day.
            there: The files of its dispute, as far as they are known.
        """
        procedure = table.on(today)
        if procedure is None:
            return []
        own = [one for one in self.acts if _is_in(one, file)]
        mine = (d for d in own if _acts_in(d, file, procedure.kinds))
        beside, called = only_reads(who, file.labels), decides_too(who, file.labels)
        return [
            *(
                doing(
                    *(d, procedure, table, who),
                    may=_from_beside(d, called=called) if beside else not _only_above(d, who),
                )
                for d in mine
            ),
            *(
                _opening(d, who, may=not beside or _is_own(d, file, who.organ))
                for d in own
                if _follows(d, file, there, who)
            ),
        ]


def _from_beside(door: Door, *, called: bool) -> bool:
    """Whether an authority that only reads acts there: as the one above, or as `called` in."""
    return door.from_beside and door.from_called is called


def _only_above(door: Door, who: Identity) -> bool:
    """Whether a department acts there only in the file of one below it, not in its own (ARL 77)."""
    return door.from_beside and door.roles & who.roles == {Role.DEPARTMENT}


def _acts_in(door: Door, file: FileOut, known: Collection[type[Fact]]) -> bool:
    """Whether a door makes a page of the file itself, whose table knows these facts."""
    if frozenset(known).isdisjoint(door.facts):
        return False
    until_then = any(one.then_in and one.kind in known for one in door.after)
    return not door.after or (until_then and not _follows(door, file))


def _itself(door: Door, who: Identity) -> str:
    """The department that acts there for itself; empty for anybody else."""
    return who.organ if door.roles & who.roles == {Role.DEPARTMENT} else ""


def _is_in(door: Door, file: FileOut) -> bool:
    """Whether it is a door of the file's office, or one after pages of that office's files."""
    return file.office in {door.office, *(one.kind.office() for one in door.after)}


def _follows(
    door: Door, file: FileOut, there: Collection[UUID] = (), who: Identity | None = None
) -> bool:
    """Whether the file has come to where a door opens another one about it, not there by now."""
    kinds = {page.kind for page in file.pages}
    return any(
        page.kind == one.kind.kind_name()
        and all(page.findings.get(name) == said for name, said in one.says.items())
        and not (one.unless and one.unless.kind_name() in kinds)
        and (who is None or _is_named(one, page, who, door))
        and _is_to_open(one, file, there, _itself(door, who) if who else "")
        for one in door.after
        for page in file.pages
    )


def _is_named(one: After, page: PageOut, who: Identity, door: Door) -> bool:
    """Whether it is this reader's to do, where the page says whose it is; one of old says nobody's.

    No department does what no page says is its own.
    """
    own = page.findings.get(one.by_organ) if one.by_organ else None
    if one.by_organ is None or own == who.organ:
        return True
    return not own and not _itself(door, who)


def _is_own(door: Door, file: FileOut, organ: str) -> bool:
    """Whether a page of the file names this organ as whose it is to do what is done there."""
    return any(
        one.by_organ
        and page.kind == one.kind.kind_name()
        and page.findings.get(one.by_organ) == organ
        for one in door.after
        for page in file.pages
    )


def _is_to_open(one: After, file: FileOut, there: Collection[UUID], organ: str) -> bool:
    """Whether no file is there that takes the place of this one; of several, whether one is not."""
    if one.asks is None:
        found = (reduce(derived, word.split("/"), file.case_id) for word in one.opens)
        return not any(each in there for each in found)
    pages = ((page.kind, page.findings) for page in file.pages)
    return any(
        derived(file.case_id, word) not in there for word in one.asks(file.state, pages, organ)
    )


def seen_at(door: Door, file: FileOut, there: Iterable[FileOut]) -> int:
    """The page that an act goes by: of the file in which it is done, 0 before that is opened."""
    beside = {derived(file.case_id, one.then_in) for one in door.after if one.then_in}
    if not beside or not _follows(door, file):
        return file.version
    return next((one.version for one in there if one.case_id in beside), 0)


def _opening(door: Door, who: Identity, *, may: bool) -> Doing:
    theirs = may and not door.roles.isdisjoint(who.roles)
    return Doing(door, theirs, is_open=True, article=door.after[0].article)


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
