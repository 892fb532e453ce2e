"""公开的决定书: whose names must not stand in one, and those that anybody may read (ARL 79)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.store import CASES
from shared.db import Pool
from shared.errors import Unknown
from shared.people import Person, read_all_said
from shared.work import Hub

EVERYBODY: Final = "SELECT person_id FROM hub.people WHERE dispute_id = ANY($1::uuid[])"
"""Parties, agents and whoever else is registered in these disputes."""

PURPOSE: Final = "公开决定书前核对隐去的内容"


async def people_decided(hub: Hub, file: Aftermath, *, reader: str) -> Sequence[Person]:
    """Everybody in the disputes that the decision decides, with all that was ever said of them.

    The reading is recorded.
    """
    assert file.about is not None  # noqa: S101 - no file without its first page
    case, _ = await hub.read(CASES, file.about)
    others = [(await hub.read(CASES, one))[0] for one in case.decided_with]
    disputes = {one.dispute_id for one in (case, *others)}
    async with hub.pool.acquire() as conn:
        ids = [row["person_id"] for row in await conn.fetch(EVERYBODY, list(disputes))]
        return await read_all_said(conn, ids, reader=reader, purpose=PURPOSE, at=hub.clock.now())


PUBLISHED: Final = """
SELECT a.case_id, a.published_on, a.authority, o.document_number, o.respondent
FROM reconsideration.aftermath a JOIN reconsideration.ordinary o ON o.case_id = a.about
WHERE a.published_on IS NOT NULL AND a.state <> 'annulled' AND EXISTS (
  SELECT FROM hub.outbox said WHERE said.case_id = a.case_id
  AND said.kind = 'reconsideration.published.v1' AND said.body::jsonb ? 'homonyms')"""
"""One that was set aside from above is public no longer: nobody may rely upon it. Nor is one whose
text nobody held against the names of the parties, as it was before."""

NEWEST: Final = f"""{PUBLISHED} AND (a.published_on, a.case_id) < ($1, $2)
ORDER BY a.published_on DESC, a.case_id DESC LIMIT $3"""

ONE: Final = f"{PUBLISHED} AND a.case_id = $1"

TEXT: Final = """
SELECT d.text FROM hub.outbox page
JOIN hub.documents d ON d.document_id = (page.body::jsonb ->> 'public_text_id')::uuid
WHERE page.case_id = $1 AND page.kind = 'reconsideration.published.v1'
ORDER BY page.version DESC LIMIT 1
"""
"""No reading of it is recorded: it is for everybody, and nobody stands in it."""


@dataclass(frozen=True, slots=True)
class Published:
    """公开的决定书, as a list has it."""

    case_id: UUID
    """Of the file of what follows 后续案卷, under which it is found."""
    published_on: date
    authority: str
    document_number: str
    respondent: str


async def newest_published(
    pool: Pool, before: tuple[date, UUID], limit: int
) -> Sequence[Published]:
    """The newest before a place of the list."""
    return [Published(**row) for row in await pool.fetch(NEWEST, *before, limit)]


async def read_published(pool: Pool, case_id: UUID) -> tuple[Published, str]:
    """One of them, with its text.

    Raises:
        Unknown: None of this file is public.
    """
    row, text = await pool.fetchrow(ONE, case_id), await pool.fetchval(TEXT, case_id)
    if row is None or text is None:
        raise Unknown("没有公开的这份决定书")
    return Published(**row), text
