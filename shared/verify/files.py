"""Rules for what stands in an office's files: pure functions over the pages of one file.

All rules of a shelf share one walk over its files in one snapshot. A page that cannot be read, or
that its table does not allow, ends the walk of its file there: the rule `states` tells of it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final, Generic, TypeVar
from uuid import UUID

from asyncpg import Record

from shared.contracts.fact import Fact
from shared.db import Conn
from shared.law.article import Article
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.office import Broken, Rule
from shared.verify.find import Finds
from shared.verify.pages import BATCH, by_file, facts_of, pages_of
from shared.work import Shelf

V = TypeVar("V", bound=CaseFile)
F = TypeVar("F", bound=Fact)

FILES: Final = """
SELECT case_id, dispute_id, edition, labels FROM hub.file
WHERE office = $1 AND procedure = $2 AND case_id > $3 ORDER BY case_id LIMIT $4
"""

SNAPSHOT: Final = "SELECT pg_backend_pid(), now()"
"""Names the transaction: outside of one, each statement has a time of its own."""


@dataclass(frozen=True, slots=True)
class Step(Generic[V]):
    """A page 案卷的一页, and the file as the pages before it had made it."""

    before: V
    fact: Fact


@dataclass(frozen=True, slots=True)
class Lived(Generic[V]):
    """A file 案卷 as its pages tell it, without those that were imported as history."""

    steps: tuple[Step[V], ...]
    value: V
    labels: Mapping[str, str]

    def of(self, kind: type[F]) -> Iterator[tuple[V, F]]:
        """The pages of this kind, each with the file before it."""
        return ((s.before, s.fact) for s in self.steps if isinstance(s.fact, kind))


@dataclass(frozen=True, slots=True)
class Lawful(Generic[V]):
    """A sentence of law 法条 that every file of a shelf must meet."""

    name: str
    says: str
    article: Article
    meets: Callable[[Lived[V]], bool]


def allowed(check: Callable[[], object]) -> bool:
    """Whether the law's own function does not refuse."""
    try:
        check()
    except Refused:
        return False
    return True


def rules_for(shelf: Shelf[V], sentences: Iterable[Lawful[V]]) -> tuple[Rule, ...]:
    """The sentences as rules for the books; each names the files that do not meet it."""
    known = tuple(sentences)
    asked = _Asked(shelf, known)
    return tuple(
        Rule(
            name=one.name,
            says=f"{one.says}（{one.article}）",
            check=partial(asked.broken, one.name),
        )
        for one in known
    )


class _Asked(Generic[V]):
    """One walk for all rules of a shelf, for as long as the snapshot is the same."""

    def __init__(self, shelf: Shelf[V], sentences: Sequence[Lawful[V]]) -> None:
        self._shelf = shelf
        self._sentences = sentences
        self._snapshot: tuple[int, datetime] | None = None
        self._found: Mapping[str, Broken] = {}

    async def broken(self, name: str, conn: Conn) -> Broken:
        """What the rule of this name found."""
        snapshot = tuple(await conn.fetchrow(SNAPSHOT))
        if snapshot != self._snapshot:
            self._found, self._snapshot = await self._walk(conn), snapshot
        return self._found[name]

    async def _walk(self, conn: Conn) -> Mapping[str, Broken]:
        finds = {one.name: Finds() for one in self._sentences}
        last = UUID(int=0)
        name = (self._shelf.office, self._shelf.name)
        while files := await conn.fetch(FILES, *name, last, BATCH):
            last = files[-1]["case_id"]
            pages = by_file(await pages_of(conn, [file["case_id"] for file in files]))
            for file in files:
                lived = lived_of(self._shelf, file, pages.get(file["case_id"], ()))
                for one in self._sentences:
                    if not one.meets(lived):
                        finds[one.name].add(file["case_id"])
        return {each: found.broken() for each, found in finds.items()}


def lived_of(shelf: Shelf[V], file: Record, pages: Iterable[Record]) -> Lived[V]:
    """Walk one file."""
    procedure = shelf.edition(file["edition"])
    value = shelf.blank(procedure, file["dispute_id"], file["case_id"])
    steps = []
    try:
        for fact, history in facts_of(shelf, pages):
            after = value.after(fact, shelf.table_on(procedure, fact.head.on))
            if not history:
                steps.append(Step(value, fact))
            value = after
    except (LookupError, TypeError, ValueError, Refused):
        pass  # told by `states`
    return Lived(tuple(steps), value, json.loads(file["labels"]))
