"""态势的保存: the worker follows the outbox and keeps the spans of every file that got a page.

A file's spans are made of all its pages up to the position come to, and put in the place of what
stood there, in one transaction with that position; whoever is at work holds its row. So reading as
of any position up to there finds what the pages say, and all may be thrown away and made anew.
Where a notice on holidays moves a period, the clock beside the file tells so, and is read with it.
"""

import asyncio
import hashlib
import inspect
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from services.supervision.live import picture
from services.supervision.live.picture import PageAt, Span, spans_of
from shared.calendars import loaded
from shared.contracts.catalogue import Unreadable, read
from shared.contracts.clock import DeadlineMoved
from shared.db import LOST, Conn
from shared.errors import Away
from shared.law.calendar import Calendar
from shared.law.procedure import Refused
from shared.logging import logger
from shared.work import Hub
from shared.work.clockfile import clock_file

STRETCH: Final = 500
"""Positions gone through in one transaction while it keeps up."""

FAR_STRETCH: Final = 10_000
"""The same far behind: a file whose pages lie close together is then walked once."""

EVERY_SECONDS: Final = 0.4
"""Between two looks: the board follows within a second."""

REST: Final = 1
"""After a stretch it rests as long as it has worked: half of one core at most."""

EDITION: Final = hashlib.sha256(inspect.getsource(picture).encode()).hexdigest()[:16]
"""By which text of the fold spans are made; what another one made is made anew."""

BEGIN: Final = (
    "INSERT INTO supervision.spanned (edition, position) VALUES ('', 0) ON CONFLICT DO NOTHING"
)
MARK: Final = "SELECT edition, position FROM supervision.spanned FOR UPDATE"
TOP: Final = "SELECT coalesce(max(position), 0) FROM hub.position"
ANEW: Final = "UPDATE supervision.spanned SET edition = $1, position = 0"
COME_TO: Final = "UPDATE supervision.spanned SET position = $1"
NONE_KEPT: Final = "TRUNCATE supervision.span"
GONE: Final = "DELETE FROM supervision.span WHERE case_id = ANY($1::uuid[])"

TOUCHED: Final = f"""
SELECT DISTINCT f.case_id, f.office, f.procedure, f.edition
FROM hub.position p JOIN hub.outbox o USING (seq) JOIN hub.file f ON f.case_id = CASE
  WHEN o.kind = '{DeadlineMoved.kind_name()}' THEN (o.body::jsonb ->> 'of_case_id')::uuid
  ELSE o.case_id END
WHERE p.position > $1 AND p.position <= $2 AND f.procedure <> 'clock'
"""  # noqa: S608 - our own word

PAGES: Final = f"""
SELECT o.case_id, p.position, o.at, o.kind, o.body, o.labels
FROM hub.outbox o JOIN hub.position p USING (seq)
WHERE o.case_id = ANY($1::uuid[]) AND p.position <= $3
UNION ALL
SELECT b.case_id, p.position, o.at, o.kind, o.body, o.labels
FROM unnest($1::uuid[], $2::uuid[]) AS b(case_id, clock)
JOIN hub.outbox o ON o.case_id = b.clock AND o.kind = '{DeadlineMoved.kind_name()}'
JOIN hub.position p USING (seq)
WHERE p.position <= $3
ORDER BY case_id, position
"""  # noqa: S608 - our own word

COLUMNS: Final = ("case_id", "line", *Span._fields)

_log = logger(__name__)


async def keep(hub: Hub) -> None:
    """Keep for ever; what goes wrong here holds up nothing else."""
    while True:
        began = time.monotonic()
        more = False
        try:
            more = await step(hub)
        except (Away, *LOST) as error:
            _log.warning("picture.waits", exc_info=error)
        except Exception as error:  # noqa: BLE001 - a board must not end the worker
            _log.error("picture.failed", exc_info=error)
        rest = (time.monotonic() - began) * REST
        await asyncio.sleep(rest if more else max(EVERY_SECONDS, rest))


async def step(hub: Hub, until: int | None = None) -> bool:
    """Go through the next stretch, no further than `until`; whether there is more behind it."""
    async with hub.pool.acquire() as conn, conn.transaction():
        if (mark := await conn.fetchrow(MARK)) is None:
            await conn.execute(BEGIN)
            mark = await conn.fetchrow(MARK)
        if mark["edition"] != EDITION:
            await rebuild(conn)
            return True
        top: int = await conn.fetchval(TOP) if until is None else until
        after: int = mark["position"]
        come_to = min(top, after + (STRETCH if top - after <= FAR_STRETCH else FAR_STRETCH))
        if come_to <= after:
            return False
        await _go_through(conn, hub, after, come_to)
        await conn.execute(COME_TO, come_to)
    return come_to < top


async def rebuild(conn: Conn) -> None:
    """Throw all away; the steps that follow make it anew."""
    await conn.execute(ANEW, EDITION)
    await conn.execute(NONE_KEPT)


async def _go_through(conn: Conn, hub: Hub, after: int, come_to: int) -> None:
    files = {row["case_id"]: row for row in await conn.fetch(TOUCHED, after, come_to)}
    _, calendar = await loaded(conn, hub.calendar)
    clocks = [clock_file(case_id, row["office"]) for case_id, row in files.items()]
    rows = await conn.fetch(PAGES, list(files), clocks, come_to)
    kept = [
        (case_id, line, *span)
        for case_id, spans in _made(hub, files, rows, calendar)
        for line, span in enumerate(spans)
    ]
    await conn.execute(GONE, list(files))
    await conn.copy_records_to_table(
        "span", schema_name="supervision", columns=COLUMNS, records=kept
    )


def _made(
    hub: Hub, files: Mapping[UUID, Record], rows: Sequence[Record], calendar: Calendar
) -> Iterator[tuple[UUID, list[Span]]]:
    """Each file's spans; a file of which a page cannot be read is left out and told."""
    for case_id, found in groupby(rows, itemgetter("case_id")):
        file = files[case_id]
        try:
            pages = [_page(row) for row in found]
            shelf = hub.shelf(file["office"], file["procedure"])
            yield case_id, spans_of(pages, shelf, file["edition"], calendar)
        except (Unreadable, LookupError, StopIteration, Refused) as error:
            _log.warning("picture.unreadable", case=str(case_id), exc_info=error)


def _page(row: Any) -> PageAt:  # noqa: ANN401 - a record carries no types
    fact = read(row["kind"], row["body"])
    return PageAt(row["position"], row["at"], fact, json.loads(row["labels"]))
