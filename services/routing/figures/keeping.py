"""Keeping what closed files add: the worker folds them as they close and notes their lines.

It follows the outbox in the order of positions, so it sees only what is committed, and a file is
folded once, after its last page. It records nothing: whatever it keeps may be thrown away at any
moment and comes out of the pages again. Lines and the place it has come to are one transaction,
and whoever is at work holds that row, so several workers do nothing twice.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import UUID

from services.routing.figures.edition import EDITION
from services.routing.figures.lines import ENDS, Line, is_closed, lines_of
from shared.contracts.catalogue import Unreadable, read
from shared.contracts.fact import Fact
from shared.contracts.intake import DisputeRegistered
from shared.db import LOST, Conn, Pool
from shared.errors import Away
from shared.logging import logger
from shared.outbox import OPENING
from shared.work import Hub

STRETCH: Final = 500
"""Positions that are gone through in one transaction."""

EVERY_SECONDS: Final = 5.0
"""Between two looks, when there is nothing to do."""

REST: Final = 4
"""After a stretch it rests so many times as long: a fifth of one core at most."""

MARK: Final = "SELECT edition, position FROM routing.tallied FOR UPDATE"

BEGIN: Final = """
INSERT INTO routing.tallied (edition, position) VALUES ('', 0) ON CONFLICT DO NOTHING
"""

TOP: Final = "SELECT coalesce(max(position), 0) FROM hub.position"

ENDED: Final = """
SELECT DISTINCT o.case_id FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 AND o.kind = ANY($3::text[])
"""

OPENED: Final = f"""
SELECT o.case_id, o.dispute_id, o.seq, o.legal_on FROM hub.outbox o
WHERE o.case_id = ANY($1::uuid[]) AND {OPENING} AND NOT EXISTS (
  SELECT FROM routing.tally t WHERE t.line = 0 AND t.opened_on = o.legal_on AND t.seq = o.seq
)
"""  # noqa: S608 - our own words

PAGES: Final = """
SELECT case_id, kind, body FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) AND (version = 1 OR office = 'routing') ORDER BY case_id, version
"""

COME_TO: Final = "UPDATE routing.tallied SET position = $1"

ANEW: Final = "UPDATE routing.tallied SET edition = $1, position = 0"

NONE_KEPT: Final = "DELETE FROM routing.tally"

COLUMNS: Final = (
    *("opened_on", "seq", "line", "dispute_id", "begun_at", "known_at"),
    *("county", "township", "department", "matter", "month", "level", "centre", "whistler"),
    *("measures", "check_in", "answer", "finish"),
)

_KINDS: Final[tuple[type[Fact], ...]] = (DisputeRegistered, *ENDS)

_ENDING: Final = [kind.kind_name() for kind in _KINDS]

_log = logger(__name__)


class Opened(NamedTuple):
    """A file's first page: its number and day, and whose file it is."""

    seq: int
    on: date
    dispute_id: UUID


async def keep(hub: Hub) -> None:
    """Keep for ever; what goes wrong here holds up nothing else, since pages can be read."""
    keeper = Keeper(hub.pool)
    while True:
        began = time.monotonic()
        more = False
        try:
            more = await keeper.step()
        except (Away, *LOST) as error:
            _log.warning("tally.waits", exc_info=error)
        except Exception as error:  # noqa: BLE001 - a help to readers must not end the worker
            _log.error("tally.failed", exc_info=error)
        rest = (time.monotonic() - began) * REST
        await asyncio.sleep(rest if more else max(EVERY_SECONDS, rest))


async def rebuild(pool: Pool) -> int:
    """Throw away what is kept and keep it anew; how many files are kept then."""
    keeper = Keeper(pool)
    async with pool.acquire() as conn, conn.transaction():
        await _mark(conn)
        await _begin_anew(conn)
    while await keeper.step():
        pass
    count: int = await pool.fetchval("SELECT count(*) FROM routing.tally WHERE line = 0")
    return count


class Keeper:
    """Goes through the outbox, a stretch at a time."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._began = False
        """Whether it was at work already: what another edition keeps from then on is left alone,
        since whoever started later is the one to stay."""

    async def step(self) -> bool:
        """Go through the next stretch; whether there is more behind it."""
        async with self._pool.acquire() as conn, conn.transaction():
            mark = await _mark(conn)
            ours, began = mark["edition"] == EDITION, self._began
            self._began = True
            if ours:
                return await _go_through(conn, mark["position"])
            if not began:
                await _begin_anew(conn)
            return not began


async def _mark(conn: Conn) -> Any:  # noqa: ANN401 - a record carries no types
    """The place that was come to; whoever has it is at work, and others wait."""
    if (mark := await conn.fetchrow(MARK)) is None:
        await conn.execute(BEGIN)
        mark = await conn.fetchrow(MARK)
    return mark


async def _begin_anew(conn: Conn) -> None:
    await conn.execute(ANEW, EDITION)
    await conn.execute(NONE_KEPT)


async def _go_through(conn: Conn, after: int) -> bool:
    top = await conn.fetchval(TOP)
    until = min(top, after + STRETCH)
    if until <= after:
        return False
    ended = [row["case_id"] for row in await conn.fetch(ENDED, after, until, _ENDING)]
    rows = await conn.fetch(OPENED, ended)
    opened = {
        row["case_id"]: Opened(row["seq"], row["legal_on"], row["dispute_id"]) for row in rows
    }
    pages = await conn.fetch(PAGES, list(opened))
    kept = [record for found in _closed(pages) for record in _records(opened, found)]
    await conn.copy_records_to_table("tally", schema_name="routing", columns=COLUMNS, records=kept)
    await conn.execute(COME_TO, until)
    more: bool = until < top
    return more


def _closed(rows: Iterable[Any]) -> Iterator[Sequence[Fact]]:
    """Each file's pages in order; a file of which a page cannot be read is left to the readers."""
    for case_id, pages in groupby(rows, key=lambda row: row["case_id"]):
        try:
            found = [read(row["kind"], row["body"]) for row in pages]
        except Unreadable as error:
            _log.warning("tally.unreadable", case=str(case_id), exc_info=error)
            continue
        if is_closed(found):
            yield found


def _records(opened: dict[UUID, Opened], pages: Sequence[Fact]) -> Iterator[tuple[Any, ...]]:
    begun_at, known_at = pages[0].head.at, max(page.head.at for page in pages)
    file = opened[pages[0].head.case_id]
    for n, line in enumerate(lines_of(pages)):
        yield (file.on, file.seq, n, file.dispute_id, begun_at, known_at, *_row(line))


def _row(line: Line) -> tuple[Any, ...]:
    called = " ".join(line.departments) or line.where.department
    times = (" ".join(map(str, minutes)) for minutes in line.minutes)
    return (*line.where._replace(department=called), " ".join(line.measures), *times)
