"""更正退回行: the rows of a ledger that were sent back, mended one by one and registered once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID, uuid5

from services.intake.commands import Entry, Taken, take_in
from services.intake.domain.applicants import Newcomers
from services.intake.importing.kept import REJECT, find, reader_of
from services.intake.ledger import Reject, read_row
from services.intake.queries import moment
from shared.documents import read_documents
from shared.errors import Malformed, Unknown
from shared.frame.sorting import Order
from shared.work import Hub

WHY: Final = "更正退回行"
"""为什么查阅, as it is put on record."""

REJECTS: Final = """
SELECT reject, place, "column", reason, document_id, number FROM intake.import_reject
WHERE import_id = $1 AND ($4::boolean IS NULL OR (number IS NOT NULL) = $4)
ORDER BY {first}, reject {turn} LIMIT $2 OFFSET $3
"""
_FIRST: Final = {
    "open": "number IS NOT NULL",
    "place": "reject {turn}",
    "column": '"column" {turn}',
}
"""What each order sorts by first; rows of a ledger then stand as they stood in it."""
THE_REJECT: Final = """
SELECT document_id, number FROM intake.import_reject WHERE import_id = $1 AND reject = $2
"""
MENDED: Final = """
WITH mended AS (
  UPDATE intake.import_reject SET number = $3
  WHERE import_id = $1 AND reject = $2 AND number IS NULL RETURNING 1
)
UPDATE intake.import SET mended = mended + (SELECT count(*) FROM mended) WHERE import_id = $1
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


async def rejects_of(
    hub: Hub,
    import_id: UUID,
    window: str,
    order: Order,
    *,
    reader: str,
    limit: int,
    offset: int = 0,
    mended: bool | None = None,
) -> list[Rejected]:
    """退回行, all or only those (not) mended yet; the reading is put on record.

    `order` is by `open` (those to be mended first), `place` or `column`.

    Raises:
        Unknown: The window has no such import.
    """
    await find(hub, import_id, window)
    async with hub.pool.acquire() as conn, conn.transaction():
        rows = await conn.fetch(_rejects(order), import_id, limit, offset, mended)
        ids = [row["document_id"] for row in rows]
        at = hub.clock.now()
        texts = await read_documents(conn, ids, reader=reader, purpose=WHY, at=at)
    return [_rejected(row, REJECT.validate_json(texts[row["document_id"]])) for row in rows]


def _rejects(order: Order) -> str:
    first = _FIRST[order.by].format(turn=order.turn)
    return REJECTS.format(first=first, turn=order.turn)


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
    hub: Hub,
    import_id: UUID,
    reject: int,
    cells: Sequence[str],
    *,
    window: str,
    by: str,
    newcomers: Newcomers | None = None,
) -> str:
    """更正退回行: register it as it now reads; the number of its dispute, the same if asked again.

    `newcomers` says what becomes of applicants who are new to a dispute that is there (RULES 168).

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
        at = hub.clock.now()
        texts = await read_documents(conn, [paper], reader=by, purpose=WHY, at=at)
    columns = REJECT.validate_json(texts[paper]).origin.columns
    read = read_row(columns, cells, now=now)
    if isinstance(read, Reject):
        said = f"{read.column}：{read.reason}" if read.column else read.reason
        at_column = f".{columns.index(read.column)}" if read.column in columns else ""
        raise Malformed(said, f"cells{at_column}")
    # No connection is held meanwhile: several who mend at once would wait for each other for ever.
    entry = replace(reader_of(hub, ledger).entry(read), newcomers=newcomers)
    number = await _register(hub, entry, uuid5(import_id, str(reject)))
    await hub.pool.execute(MENDED, import_id, reject, number)
    return number


async def _register(hub: Hub, entry: Entry, row: UUID) -> str:
    """Register a mended row; who mends the same one at the same time repeats it (RULES 2)."""
    [taken] = await take_in(hub, [replace(entry, also=(row,))])
    if not isinstance(taken, Taken):
        raise taken
    return taken.number
