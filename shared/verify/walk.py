"""Walking every file again, page by page, beside what the books say of it.

The walk knows nothing but the facts and the procedure's table. It comes to a state, to what the
office remembers, and to the periods that run; all three must be what the rows hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple
from uuid import UUID

from asyncpg import Record

from shared.contracts.fact import CLOCK, Fact
from shared.db import Conn
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.procedure import Procedure, Refused
from shared.office import Broken
from shared.verify.find import Finds
from shared.work import HISTORY, Shelf

BATCH: Final = 2000
"""Files walked at once."""

FILES: Final = "SELECT * FROM hub.file WHERE case_id > $1 ORDER BY case_id LIMIT $2"

FACTS: Final = """
SELECT case_id, kind, body, labels ? $2 AS history FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, version
"""

RUNNING: Final = """
SELECT case_id, name, subject, opened, until, provisional FROM hub.deadline
WHERE case_id = ANY($1::uuid[]) AND ended IS NULL
"""

Period = tuple[str, str, int]
"""Name, subject and opening page."""

Shelves = Mapping[tuple[str, str], Shelf[Any]]
"""Every shelf by its office and procedure."""


class Walked(NamedTuple):
    """Where the pages of a file lead."""

    value: CaseFile
    running: dict[Period, datetime]


class Walk:
    """One walk over all files, for two rules."""

    def __init__(self, shelves: Shelves, calendar: Calendar) -> None:
        self._shelves = shelves
        self._calendar = calendar
        self._found: tuple[Broken, Broken] | None = None

    async def states(self, conn: Conn) -> Broken:
        """Files whose row, or whose office's row, is not what their pages make of them."""
        return (await self._walk(conn))[0]

    async def deadlines(self, conn: Conn) -> Broken:
        """Files in which other periods run than those that the table asks for."""
        return (await self._walk(conn))[1]

    async def _walk(self, conn: Conn) -> tuple[Broken, Broken]:
        if self._found is None:
            states, deadlines = Finds(), Finds()
            last = UUID(int=0)
            while files := await conn.fetch(FILES, last, BATCH):
                last = files[-1]["case_id"]
                await self._batch(conn, files, states, deadlines)
            self._found = states.broken(), deadlines.broken()
        return self._found

    async def _batch(
        self, conn: Conn, files: Sequence[Record], states: Finds, deadlines: Finds
    ) -> None:
        ids = [file["case_id"] for file in files]
        facts = _by_file(await conn.fetch(FACTS, ids, HISTORY))
        running = _by_file(sorted(await conn.fetch(RUNNING, ids), key=itemgetter("case_id")))
        rows = await self._rows(conn, files)
        for file in files:
            case_id = file["case_id"]
            try:
                walked = self._walk_file(file, facts.get(case_id, ()))
                stands = _stands(file, rows.get(case_id), walked, self._shelves)
            except (LookupError, StopIteration, TypeError, ValueError, Refused):
                states.add(case_id)  # its pages lead nowhere, or its row cannot be read
                continue
            if not stands:
                states.add(case_id)
            if not _same_periods(running.get(case_id, ()), walked.running):
                deadlines.add(case_id)

    async def _rows(self, conn: Conn, files: Sequence[Record]) -> dict[UUID, Record]:
        """The rows of the offices' own tables."""
        rows: dict[UUID, Record] = {}
        by_shelf: dict[tuple[str, str], list[UUID]] = {}
        for file in files:
            by_shelf.setdefault((file["office"], file["procedure"]), []).append(file["case_id"])
        for name, ids in by_shelf.items():
            shelf = self._shelves.get(name)
            if shelf is not None and shelf.table is not None:
                rows |= {row["case_id"]: row for row in await conn.fetch(shelf.load_sql, ids)}
        return rows

    def _walk_file(self, file: Record, pages: Iterable[Record]) -> Walked:
        shelf = self._shelves[file["office"], file["procedure"]]
        procedure = shelf.edition(file["edition"])
        value = shelf.blank(procedure, file["dispute_id"], file["case_id"])
        running: dict[Period, datetime] = {}
        kinds = {move.on.kind_name(): move.on for move in procedure.all_moves()}
        for page in pages:
            fact = kinds[page["kind"]].model_validate_json(page["body"])
            value = value.after(fact)
            _turn(running, value, fact, self._calendar, history=page["history"])
        return Walked(value, running)


def _by_file(rows: Iterable[Record]) -> dict[UUID, list[Record]]:
    return {case_id: list(found) for case_id, found in groupby(rows, itemgetter("case_id"))}


def _turn(
    running: dict[Period, datetime],
    value: CaseFile,
    fact: Fact,
    calendar: Calendar,
    *,
    history: bool,
) -> None:
    """Let the periods end and start that the table names for this fact."""
    _end(running, value.procedure, fact)
    if value.is_closed:
        running.clear()
    elif not history:
        for deadline in value.procedure.opens(fact):
            until = deadline.until(fact, calendar)
            if until is not None:
                running[deadline.name, deadline.subject_of(fact), fact.head.version] = until


def _end(running: dict[Period, datetime], procedure: Procedure, fact: Fact) -> None:
    """Let the periods end that the table names; of a lapse only the one that is over."""
    lapsed = _lapsed(running, procedure, fact)
    if lapsed is not None:
        del running[lapsed]
    for deadline in procedure.closes(fact):
        if lapsed is not None and deadline.name == lapsed[0]:
            continue
        subject = deadline.subject_of(fact)
        for key in [k for k in running if k[0] == deadline.name]:
            if not subject or key[1] == subject:
                del running[key]


def _lapsed(running: Mapping[Period, datetime], procedure: Procedure, fact: Fact) -> Period | None:
    """The period whose lapse this fact is: the clock dates a lapse at the moment of expiry."""
    if fact.head.by != CLOCK:
        return None
    names = {d.name: d for d in procedure.closes(fact) if d.lapse is type(fact)}
    due = (
        key
        for key, until in running.items()
        if key[0] in names
        and until == fact.head.moment
        and key[1] == names[key[0]].subject_of(fact)
    )
    return min(due, default=None)


def _stands(file: Record, row: Record | None, walked: Walked, shelves: Shelves) -> bool:
    """Whether the rows hold what the pages make of the file."""
    value = walked.value
    if (file["state"], file["version"]) != (value.state, value.version):
        return False
    shelf = shelves[file["office"], file["procedure"]]
    if shelf.table is None:
        return True
    return row is not None and bool(shelf.make(row, value.procedure) == value)


def _same_periods(rows: Iterable[Record], walked: Mapping[Period, datetime]) -> bool:
    """Whether the same periods run, until the same moment where no calendar is missing."""
    found = {(row["name"], row["subject"], row["opened"]): row for row in rows}
    return found.keys() == walked.keys() and all(
        row["provisional"] or row["until"] == walked[key] for key, row in found.items()
    )
