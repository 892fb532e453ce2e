"""What supervision shows: what an organ still has to explain, and what was issued."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.supervision.domain.issued import Issued, issued
from services.supervision.domain.press import OWED
from services.supervision.store import page_in
from shared.auth import Identity, Role
from shared.db import Conn
from shared.disputes import HANDLING, files_of_many
from shared.documents import read_documents
from shared.frame.paging import as_text, as_word, reading_place
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.work import Hub

HANDLERS: Final = tuple(sorted(HANDLING - {Role.COMMITTEE, Role.SECRETARY}))
"""Who may be asked to explain: whoever handles cases for an organ."""

OWED_BY: Final = """
SELECT p.case_id, p.dispute_id, p.about, f.labels ->> 'number' AS number, d.subject AS organ,
       o.at AS asked_at, d.until, d.ended IS NOT NULL AS late,
       (o.body::jsonb ->> 'text_id')::uuid AS text_id
FROM supervision.press p
JOIN hub.file f USING (case_id)
JOIN LATERAL (
  SELECT DISTINCT ON (subject) subject, opened, until, ended FROM hub.deadline
  WHERE case_id = p.case_id AND name = 'explain' AND subject = ANY($1::text[])
  ORDER BY subject, opened DESC
) d ON true
JOIN hub.outbox o ON o.case_id = p.case_id AND o.version = d.opened
WHERE p.tracks ->> d.subject = ANY($2::text[])
  AND ($3::timestamptz IS NULL OR (d.until, p.case_id, d.subject) {beyond} ($3, $4::uuid, $5))
  AND ($7::boolean IS NULL OR (d.ended IS NOT NULL) = $7)
ORDER BY d.until {turn}, p.case_id {turn}, d.subject {turn} LIMIT $6
"""
"""Of each organ only the newest request counts: what was asked again is owed once."""

READABLE: Final = """
SELECT document_id FROM hub.documents WHERE document_id = ANY($1::uuid[])
AND case_id = ANY($2::uuid[])
"""

ISSUED_IN: Final = "SELECT * FROM supervision.issued WHERE case_id = ANY($1::uuid[])"

PURPOSE: Final = "查看要求说明的事项"
"""为什么查阅, as it is put on record."""


@dataclass(frozen=True, slots=True)
class Owed:
    """待说明: what an organ was asked and has not explained."""

    case_id: UUID
    dispute_id: UUID
    about: UUID
    number: str
    organ: str
    asked_at: datetime
    until: datetime
    late: bool
    """Whether its lapse is on file."""
    text_id: UUID


async def owed_by(
    conn: Conn,
    organs: Sequence[str],
    order: Order,
    *,
    cursor: str,
    limit: int,
    late: bool | None = None,
) -> tuple[list[Owed], str | None]:
    """What these organs still have to explain, by when it is due, and the mark of the next page.

    `late` leaves only what is overdue, or only what is not.

    Raises:
        Malformed: The cursor is none of ours.
    """
    query = OWED_BY.format(beyond=order.beyond, turn=order.turn)
    place = _place(cursor) if cursor else (None, None, "")
    states = [str(state) for state in OWED]
    rows = await conn.fetch(query, list(organs), states, *place, limit + 1, late)
    page = [_owed(dict(row)) for row in rows[:limit]]
    return page, _cursor(page[-1]) if len(rows) > limit else None


async def read_requests(
    hub: Hub, who: Identity, asked: Mapping[UUID, UUID], *, since: datetime | None = None
) -> dict[UUID, str]:
    """What was asked, by the ids of the texts, each with its dispute; read once, on record.

    Of a page that has been open since then, only what is new to it comes on record. What stands
    in a file that `who` may not see is left out.
    """
    async with hub.pool.acquire() as conn, conn.transaction():
        seen = await files_of_many(conn, who, set(asked.values()))
        files = [file.case_id for each in seen.values() for file in each]
        ids = [row["document_id"] for row in await conn.fetch(READABLE, list(asked), files)]
        at = hub.clock.now()
        return await read_documents(conn, ids, reader=who.code, purpose=PURPOSE, at=at, since=since)


async def issued_in(hub: Hub, files: Collection[UUID]) -> list[Issued]:
    """What was issued in these files, the earliest first, as supervision heard it (ARL 76 to 79).

    Who may see which file is the caller's to ask.
    """
    async with hub.pool.acquire() as conn:
        rows = await conn.fetch(ISSUED_IN, list(files))
    return issued(map(page_in, rows), hub.calendar)


def _cursor(last: Owed) -> str:
    return as_word(f"{last.until.isoformat()}/{last.case_id}/{last.organ}")


def _place(cursor: str) -> tuple[datetime, UUID, str]:
    with reading_place():
        until, case_id, organ = as_text(cursor).split("/")
        return datetime.fromisoformat(until).astimezone(CITY), UUID(case_id), organ


def _owed(row: dict[str, object]) -> Owed:
    for name in ("asked_at", "until"):
        moment = row[name]
        assert isinstance(moment, datetime)  # noqa: S101 - as the query says
        row[name] = moment.astimezone(CITY)
    row["number"] = row["number"] or ""
    return Owed(**row)  # type: ignore[arg-type]  # the columns of the query are its fields
