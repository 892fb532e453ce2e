"""台账导入 from a page: the ledger is kept until each of its rows is a dispute or a reject."""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from pydantic import TypeAdapter

from services.intake.importing.reading import Reader
from services.intake.importing.run import own_source
from services.intake.ledger import LedgerError, Reject, Row, read_ledger
from services.intake.queries import moment
from shared.documents import keep_working_papers
from shared.errors import Malformed, Unknown
from shared.work import Hub

BATCH: Final = 200
"""Rows taken in at a time; the page shows its progress after each."""

MOST_ROWS: Final = 20_000
"""What is longer is imported at a terminal."""

ROWS_KIND: Final = "台账分批"

ITEMS: Final = TypeAdapter(list[Row | Reject])
"""Rows of a batch as they are kept."""

BEGUN: Final = """
INSERT INTO intake.import (import_id, "window", name, source, history, by, at, total, touched_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7)
"""
BATCHES: Final = """
INSERT INTO intake.import_batch (import_id, batch, rows, document_id)
SELECT $1, * FROM unnest($2::int[], $3::int[], $4::uuid[])
"""
ONE: Final = 'SELECT * FROM intake.import WHERE import_id = $1 AND "window" = $2'
MINE: Final = """
SELECT * FROM intake.import WHERE "window" = $1 ORDER BY at DESC LIMIT $2 OFFSET $3
"""


async def begin(
    hub: Hub, content: bytes, *, name: str, source: str, history: bool, window: str, by: str
) -> Mapping[str, Any]:
    """Keep a ledger, so that it can be taken in batch by batch.

    Raises:
        Malformed: It cannot be read, or is too long.
    """
    now = await moment(hub)
    items = await asyncio.to_thread(_read, content, name, now)
    if len(items) > MOST_ROWS:
        raise Malformed(f"台账超过 {MOST_ROWS:,} 行，请分成几个文件", "content")
    import_id, at = uuid4(), hub.clock.now()
    parts = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    papers = {uuid4(): ITEMS.dump_json(part).decode() for part in parts}
    sizes = [len(part) for part in parts]
    source = source or own_source(Path(name))
    async with hub.pool.acquire() as conn, conn.transaction():
        await conn.execute(BEGUN, import_id, window, name, source, history, by, at, len(items))
        await conn.execute(BATCHES, import_id, list(range(len(parts))), sizes, list(papers))
        await keep_working_papers(conn, import_id, ROWS_KIND, papers, at=at)
    return await find(hub, import_id, window)


def _read(content: bytes, name: str, now: datetime) -> list[Row | Reject]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger"
        path.write_bytes(content)
        try:
            found = list(islice(read_ledger(path, now=now), MOST_ROWS + 1))
        except LedgerError as error:
            said = str(error).replace(str(path), name).replace(path.name, name)
            raise Malformed(said, "content") from None
    if not found:
        raise Malformed("台账中没有可以登记的行", "content")
    return found


async def find(hub: Hub, import_id: UUID, window: str) -> Mapping[str, Any]:
    """An import of this window.

    Raises:
        Unknown: The window has no such import.
    """
    row: Mapping[str, Any] | None = await hub.pool.fetchrow(ONE, import_id, window)
    if row is None:
        raise Unknown("本窗口没有这次导入")
    return row


async def imports_of(
    hub: Hub, window: str, *, limit: int, offset: int = 0
) -> Sequence[Mapping[str, Any]]:
    """导入记录 of a window, the newest first."""
    rows: Sequence[Mapping[str, Any]] = await hub.pool.fetch(MINE, window, limit, offset)
    return rows


def reader_of(hub: Hub, ledger: Mapping[str, Any]) -> Reader:
    """Makes entries of the rows of an import."""
    return Reader(
        hub.directory,
        hub.hasher,
        window=ledger["window"],
        source=ledger["source"],
        history=ledger["history"],
    )
