"""退回行 of an import from a page: kept with their cells, read again, mended and registered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from pydantic import TypeAdapter

from services.intake.commands import Taken, take_in
from services.intake.importing.kept import find, reader_of
from services.intake.ledger import Reject, read_row
from services.intake.queries import moment
from shared.db import Conn
from shared.documents import keep_working_papers, read_documents
from shared.errors import Malformed, Unknown
from shared.work import Hub

REJECT_KIND: Final = "台账退回行"
WHY: Final = "更正退回行"

_REJECT: Final = TypeAdapter(Reject)

REJECTED: Final = """
INSERT INTO intake.import_reject (import_id, reject, place, "column", reason, document_id)
SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::uuid[])
"""
REJECTS: Final = """
SELECT reject, place, "column", reason, document_id, number FROM intake.import_reject
WHERE import_id = $1 ORDER BY number IS NOT NULL, reject LIMIT $2 OFFSET $3
"""
THE_REJECT: Final = """
SELECT document_id, number FROM intake.import_reject
WHERE import_id = $1 AND reject = $2 FOR UPDATE
"""
MENDED: Final = """
WITH mended AS (
  UPDATE intake.import_reject SET number = $3 WHERE import_id = $1 AND reject = $2
)
UPDATE intake.import SET mended = mended + 1 WHERE import_id = $1
"""


@dataclass(frozen=True, slots=True)
class Rejected:
    """退回行, with its cells under the ledger's own columns."""

    reject: int
    place: str
    column: str
    reason: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    number: str | None
    """The dispute that it became when it was mended."""


async def keep_rejects(
    conn: Conn, import_id: UUID, rejects: Sequence[Reject], *, first: int, at: datetime
) -> None:
    """Keep the rejects of a batch; `first` is the number of the first of them."""
    papers = {uuid4(): _REJECT.dump_json(one).decode() for one in rejects}
    await keep_working_papers(conn, import_id, REJECT_KIND, papers, at=at)
    await conn.execute(
        REJECTED,
        import_id,
        list(range(first, first + len(rejects))),
        [one.origin.place for one in rejects],
        [one.column for one in rejects],
        [one.reason for one in rejects],
        list(papers),
    )


async def rejects_of(
    hub: Hub, import_id: UUID, window: str, *, reader: str, limit: int, offset: int = 0
) -> list[Rejected]:
    """退回行, those to be mended first; the reading is put on record.

    Raises:
        Unknown: The window has no such import.
    """
    await find(hub, import_id, window)
    async with hub.pool.acquire() as conn, conn.transaction():
        rows = await conn.fetch(REJECTS, import_id, limit, offset)
        ids = [row["document_id"] for row in rows]
        at = hub.clock.now()
        texts = await read_documents(conn, ids, reader=reader, purpose=WHY, at=at)
    return [_rejected(row, _REJECT.validate_json(texts[row["document_id"]])) for row in rows]


def _rejected(row: Mapping[str, Any], said: Reject) -> Rejected:
    columns = said.origin.columns
    cells = (*said.origin.cells, *[""] * len(columns))[: max(len(columns), len(said.origin.cells))]
    return Rejected(
        reject=row["reject"],
        place=row["place"],
        column=row["column"],
        reason=row["reason"],
        columns=columns,
        cells=cells,
        number=row["number"],
    )


async def mend(
    hub: Hub, import_id: UUID, reject: int, cells: Sequence[str], *, window: str, by: str
) -> str:
    """更正退回行: register it as it now reads; the number of its dispute, the same if asked again.

    Raises:
        Unknown: There is no such row.
        Malformed: It still cannot be registered.
    """
    ledger, now = await find(hub, import_id, window), await moment(hub)
    async with hub.pool.acquire() as conn, conn.transaction():
        row = await conn.fetchrow(THE_REJECT, import_id, reject)
        if row is None:
            raise Unknown("没有这一退回行")
        if row["number"]:
            return str(row["number"])
        paper = row["document_id"]
        texts = await read_documents(conn, [paper], reader=by, purpose=WHY, at=hub.clock.now())
        number = await _register(
            hub, ledger, _REJECT.validate_json(texts[paper]).origin.columns, cells, now
        )
        await conn.execute(MENDED, import_id, reject, number)
    return number


async def _register(
    hub: Hub,
    ledger: Mapping[str, Any],
    columns: Sequence[str],
    cells: Sequence[str],
    now: datetime,
) -> str:
    read = read_row(columns, cells, now=now)
    if isinstance(read, Reject):
        said = f"{read.column}：{read.reason}" if read.column else read.reason
        raise Malformed(said, "cells")
    [taken] = await take_in(hub, [reader_of(hub, ledger).entry(read)])
    if not isinstance(taken, Taken):
        raise taken
    return taken.number
