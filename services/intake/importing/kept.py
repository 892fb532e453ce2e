"""台账导入 from a page: the ledger is kept until each of its rows is a dispute or a reject.

It is taken in batch by batch: the page asks for the next one and shows how far it has come, and
where the page is closed the worker goes on. A row is known by its source and number, so a batch
that was broken off is simply taken in again.
"""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

from pydantic import TypeAdapter

from services.intake.importing.reading import Reader
from services.intake.importing.run import ImportResult, own_source, take_in_rows
from services.intake.ledger import LedgerError, Reject, Row, read_ledger
from services.intake.queries import moment
from shared.db import Conn
from shared.documents import drop_working_papers, keep_working_papers, read_documents
from shared.errors import Malformed, Unknown
from shared.frame.sorting import Order
from shared.work import Hub

BATCH: Final = 200
"""Rows taken in at a time; the page shows its progress after each."""

MOST_ROWS: Final = 20_000
"""What is longer is imported at a terminal."""

ROWS_KIND: Final = "台账分批"
REJECT_KIND: Final = "台账退回行"
WHY: Final = "台账导入"

_ITEMS: Final = TypeAdapter(list[Row | Reject])
REJECT: Final = TypeAdapter(Reject)
"""How a row that was sent back is kept."""


BEGUN: Final = """
INSERT INTO intake.import (import_id, "window", name, source, history, by, at, total, touched_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7)
ON CONFLICT (import_id) DO NOTHING RETURNING import_id
"""
BATCHES: Final = """
INSERT INTO intake.import_batch (import_id, batch, rows, document_id)
SELECT $1, * FROM unnest($2::int[], $3::int[], $4::uuid[])
"""
ONE: Final = 'SELECT * FROM intake.import WHERE import_id = $1 AND "window" = $2'
MINE: Final = """
SELECT * FROM intake.import WHERE "window" = $1
  AND ($2::uuid IS NULL OR ({keys}, import_id) {beyond} ({place}, $2))
  AND ($6 = '' OR (ended_at IS NOT NULL AND rejected <= mended) = ($6 = 'done'))
ORDER BY {ordered}, import_id {turn} LIMIT $5
"""
KEYS: Final = {
    "at": {"at": "$3::timestamptz", "name": "$4::text"},
    "name": {"name": "$4::text", "at": "$3::timestamptz"},
}
"""By what each order sorts, and where its place stands among what is asked."""
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
REJECTED: Final = """
INSERT INTO intake.import_reject (import_id, reject, place, "column", reason, document_id)
SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::uuid[])
"""
STANDING: Final = """
SELECT DISTINCT i.import_id, i."window" FROM intake.import i
JOIN intake.import_batch USING (import_id) WHERE i.touched_at < $1
"""


async def begin(
    hub: Hub,
    content: bytes,
    *,
    name: str,
    source: str,
    history: bool,
    window: str,
    by: str,
    key: str = "",
) -> Mapping[str, Any]:
    """Keep a ledger, so that it can be taken in batch by batch; once for each `key` of a window.

    Raises:
        Malformed: It cannot be read, or is too long.
    """
    now = await moment(hub)
    items = await asyncio.to_thread(_read, content, name, now)
    if len(items) > MOST_ROWS:
        raise Malformed(f"台账超过 {MOST_ROWS:,} 行，请分成几个文件", "content")
    import_id = _id_of(window, key, content) if key else uuid4()
    at = hub.clock.now()
    parts = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    papers = {uuid4(): _ITEMS.dump_json(part).decode() for part in parts}
    sizes = [len(part) for part in parts]
    source = source or own_source(Path(name))
    async with hub.pool.acquire() as conn, conn.transaction():
        values = (import_id, window, name, source, history, by, at, len(items))
        if await conn.fetchval(BEGUN, *values):
            await conn.execute(BATCHES, import_id, list(range(len(parts))), sizes, list(papers))
            await keep_working_papers(conn, import_id, ROWS_KIND, papers, at=at)
    return await find(hub, import_id, window)


def _id_of(window: str, key: str, content: bytes) -> UUID:
    """The same for a ledger that is handed in again; a key used for another one means nothing."""
    return uuid5(NAMESPACE_OID, f"intake.import:{window}:{key}:{sha256(content).hexdigest()}")


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
    hub: Hub, window: str, order: Order, *, after: UUID | None, limit: int, state: str = ""
) -> Sequence[Mapping[str, Any]]:
    """导入记录 of a window, by when they were handed in (`at`) or by `name`; those after one.

    `state` leaves only those that are `open` or `done`.

    Raises:
        Unknown: The window has no import of the id `after`.
    """
    last = await find(hub, after, window) if after else {"at": None, "name": None}
    keys = KEYS[order.by]
    query = MINE.format(
        keys=", ".join(keys),
        beyond=order.beyond,
        place=", ".join(keys.values()),
        ordered=", ".join(f"{key} {order.turn}" for key in keys),
        turn=order.turn,
    )
    rows: Sequence[Mapping[str, Any]] = await hub.pool.fetch(
        query, window, after, last["at"], last["name"], limit, state
    )
    return rows


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
        hub, reader_of(hub, ledger), _ITEMS.validate_json(texts[paper]), result
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
    papers = {uuid4(): REJECT.dump_json(one).decode() for one in rejects}
    await keep_working_papers(conn, import_id, REJECT_KIND, papers, at=at)
    await conn.execute(
        REJECTED,
        import_id,
        list(range(before, before + len(rejects))),
        [one.origin.place for one in rejects],
        [one.column for one in rejects],
        [one.reason for one in rejects],
        list(papers),
    )


def reader_of(hub: Hub, ledger: Mapping[str, Any]) -> Reader:
    """Makes entries of the rows of this import."""
    return Reader(
        hub.directory,
        hub.hasher,
        window=ledger["window"],
        source=ledger["source"],
        history=ledger["history"],
    )


async def step(hub: Hub, row: Mapping[str, Any]) -> int | None:
    """The same for the worker: how many rows were read, None once all are."""
    ledger = await go_on(hub, row["import_id"], row["window"])
    return None if ledger["ended_at"] else ledger["read"]
