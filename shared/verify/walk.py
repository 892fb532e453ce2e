"""Walking every file again, page by page, beside what the books say of it.

The walk knows nothing but the facts and the procedure's table. It comes to a state, to what the
office remembers, to the periods that run, and to who owes what of those that are over; all of them
must be what the rows hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple
from uuid import UUID

from asyncpg import Record

from shared.calendars import loaded
from shared.db import Conn
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.office import Broken
from shared.verify.find import Finds
from shared.verify.owing import OWING, Owing
from shared.verify.pages import BATCH, by_file, facts_of, pages_of
from shared.verify.periods import RUNNING, Periods, settled
from shared.work import Shelf

FILES: Final = "SELECT * FROM hub.file WHERE case_id > $1 ORDER BY case_id LIMIT $2"

Shelves = Mapping[tuple[str, str], Shelf[Any]]
"""Every shelf by its office and procedure."""


class Walked(NamedTuple):
    """Where the pages of a file lead."""

    value: CaseFile
    periods: Periods
    owing: Owing


class Finding(NamedTuple):
    """The files in which each rule found something."""

    states: Finds
    deadlines: Finds
    dates: Finds
    owing: Finds


class Walk:
    """One walk over all files, for all rules that need their pages."""

    def __init__(self, shelves: Shelves, calendar: Calendar) -> None:
        self._shelves = shelves
        self._calendar = calendar
        self._found: tuple[Broken, ...] | None = None

    async def states(self, conn: Conn) -> Broken:
        """Files whose row, or whose office's row, is not what their pages make of them."""
        return (await self._walk(conn))[0]

    async def deadlines(self, conn: Conn) -> Broken:
        """Files in which other periods run than those that the table asks for."""
        return (await self._walk(conn))[1]

    async def dates(self, conn: Conn) -> Broken:
        """Files with a period whose date is not what its start and its intervals give."""
        return (await self._walk(conn))[2]

    async def owing(self, conn: Conn) -> Broken:
        """Files with a period that binds, or is made good by, another than their pages say."""
        return (await self._walk(conn))[3]

    async def _walk(self, conn: Conn) -> tuple[Broken, ...]:
        if self._found is None:
            _, self._calendar = await loaded(conn, self._calendar)
            firm = await settled(conn)
            finding = Finding(Finds(), Finds(), Finds(), Finds())
            last = UUID(int=0)
            while files := await conn.fetch(FILES, last, BATCH):
                last = files[-1]["case_id"]
                await self._batch(conn, files, finding)
            states, deadlines, dates, owing = (one.broken() for one in finding)
            # While a notice is on its way through the books, dates of both calendars stand there.
            none = Broken(0, ())
            self._found = (states, *((deadlines, dates) if firm else (none, none)), owing)
        return self._found

    async def _batch(self, conn: Conn, files: Sequence[Record], finding: Finding) -> None:
        ids = [file["case_id"] for file in files]
        facts = by_file(await pages_of(conn, ids))
        running = by_file(sorted(await conn.fetch(RUNNING, ids), key=itemgetter("case_id")))
        owing = by_file(sorted(await conn.fetch(OWING, ids), key=itemgetter("case_id")))
        rows = await self._rows(conn, files)
        for file in files:
            case_id = file["case_id"]
            try:
                walked = self._walk_file(file, facts.get(case_id, ()))
                stands = _stands(file, rows.get(case_id), walked, self._shelves)
            except (LookupError, StopIteration, TypeError, ValueError, Refused):
                finding.states.add(case_id)  # its pages lead nowhere, or its row cannot be read
                continue
            if not stands:
                finding.states.add(case_id)
            held = running.get(case_id, [])
            if not walked.periods.same(held):
                finding.deadlines.add(case_id)
            elif not all(map(walked.periods.dated, held)):
                finding.dates.add(case_id)
            if not walked.owing.same(owing.get(case_id, ())):
                finding.owing.add(case_id)

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
        periods, owing = Periods(shelf, procedure, self._calendar), Owing(shelf, procedure)
        for fact, history in facts_of(shelf, pages):
            value = value.after(fact, shelf.table_on(procedure, fact.head.on))
            periods.turn(value, fact, history=history)
            owing.turn(value, fact)
        return Walked(value, periods, owing)


def _stands(file: Record, row: Record | None, walked: Walked, shelves: Shelves) -> bool:
    """Whether the rows hold what the pages make of the file."""
    value = walked.value
    stood = (file["state"], file["version"], file["closed"])
    if stood != (value.state, value.version, value.is_closed):
        return False
    shelf = shelves[file["office"], file["procedure"]]
    if shelf.table is None:
        return True
    return row is not None and bool(shelf.make(row, value.procedure) == value)
