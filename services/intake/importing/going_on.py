"""台账导入, batch by batch: the page asks for the next one and shows how far it has come.

Where the page is closed the worker goes on. A row is known by its source and number, so a batch
that was broken off is simply taken in again.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from services.intake.importing.kept import ITEMS, find, reader_of
from services.intake.importing.mending import keep_rejects
from services.intake.importing.run import ImportResult, take_in_rows
from services.intake.ledger import Reject
from shared.db import Conn
from shared.documents import drop_working_papers, read_documents
from shared.logging import logger
from shared.work import Hub

_LOG: Final = logger(__name__)

LEFT: Final = timedelta(seconds=30)
"""An import that nobody has gone on with for so long is the worker's."""

PAUSE_SECONDS: Final = 10.0

WHY: Final = "台账导入"

NEXT: Final = """
SELECT batch, document_id FROM intake.import_batch WHERE import_id = $1 ORDER BY batch LIMIT 1
"""
DONE: Final = "DELETE FROM intake.import_batch WHERE import_id = $1 AND batch = $2 RETURNING rows"
COUNTED: Final = """
UPDATE intake.import i
SET read = read + $2, registered = registered + $3, repeated = repeated + $4, known = known + $5,
    rejected = rejected + $6, touched_at = $7::timestamptz,
    ended_at = CASE WHEN read + $2 >= total THEN $7::timestamptz END
WHERE import_id = $1 RETURNING rejected - $6
"""
STANDING: Final = """
SELECT DISTINCT i.import_id, i."window" FROM intake.import i
JOIN intake.import_batch USING (import_id) WHERE i.touched_at < $1
"""


async def go_on(hub: Hub, import_id: UUID, window: str) -> Mapping[str, Any]:
    """Take the next batch in.

    Raises:
        Unknown: The window has no such import.
        Away: The database does not answer; asked again, it goes on.
    """
    ledger = await find(hub, import_id, window)
    async with hub.pool.acquire() as conn, conn.transaction():
        if (batch := await conn.fetchrow(NEXT, import_id)) is None:
            return ledger
        paper = batch["document_id"]
        texts = await read_documents(
            conn, [paper], reader=ledger["by"], purpose=WHY, at=hub.clock.now()
        )
    if paper not in texts:
        return await find(hub, import_id, window)  # somebody else has just taken it in
    result = ImportResult()
    rejects = await take_in_rows(
        hub, reader_of(hub, ledger), ITEMS.validate_json(texts[paper]), result
    )
    async with hub.pool.acquire() as conn, conn.transaction():
        if rows := await conn.fetchval(DONE, import_id, batch["batch"]):
            result.read = rows
            await _put_down(conn, import_id, result, rejects, at=hub.clock.now())
            await drop_working_papers(conn, import_id, [paper])
    return await find(hub, import_id, window)


async def _put_down(
    conn: Conn, import_id: UUID, result: ImportResult, rejects: Sequence[Reject], *, at: datetime
) -> None:
    counts = (result.read, result.registered, result.repeated, result.known, len(rejects))
    before = await conn.fetchval(COUNTED, import_id, *counts, at)
    await keep_rejects(conn, import_id, rejects, first=before, at=at)


async def go_on_with_all(hub: Hub) -> None:
    """Take in what a closed page has left behind, for ever."""
    while True:
        await asyncio.sleep(PAUSE_SECONDS)
        try:
            for row in await hub.pool.fetch(STANDING, hub.clock.now() - LEFT):
                await go_on(hub, row["import_id"], row["window"])
        except Exception as error:  # noqa: BLE001 - the worker goes on, and says why it could not
            _LOG.error("import", exc_info=error)
