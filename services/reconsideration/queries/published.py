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
from shared.frame.sorting import Order
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
WHERE a.published_on IS NOT NULL AND a.state <> 'annulled' AND a.accepted_case_id IS NULL
AND EXISTS (
  SELECT FROM hub.outbox said WHERE said.case_id = a.case_id
  AND said.kind = 'reconsideration.published.v1' AND said.body::jsonb ? 'homonyms')"""
"""One that was set aside from above is public no longer: nobody may rely upon it. Nor is a
dismissal that was put right (RULES 132), nor one whose text nobody held against the names of the
parties, as it was before."""

LISTED: Final = """{published} AND (a.published_on, a.case_id) {beyond} ($1, $2)
AND ($3 = '' OR a.authority = $3)
AND ($4::text = '' OR a.respondent = $4 OR a.joint @> jsonb_build_array($4::text))
AND ($5::int = 0 OR extract(year FROM a.published_on) = $5)
ORDER BY a.published_on {turn}, a.case_id {turn} LIMIT $6"""

OFFERED: Final = """
SELECT DISTINCT a.authority, one.organ, extract(year FROM a.published_on)::int AS year
FROM reconsideration.aftermath a CROSS JOIN LATERAL (
  SELECT a.respondent AS organ UNION SELECT jsonb_array_elements_text(a.joint)) AS one
WHERE a.published_on IS NOT NULL AND a.state <> 'annulled' AND a.accepted_case_id IS NULL
"""
"""Organs and years only: no text is looked into for what one chooses from."""

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


@dataclass(frozen=True, slots=True)
class Offered:
    """What a list of them can be narrowed to: those of which one is public."""

    authorities: Sequence[str]
    """By code, as are the respondents."""
    respondents: Sequence[str]
    years: Sequence[int]
    """The latest first."""


async def offered(pool: Pool) -> Offered:
    """Whose decisions are public, upon whose acts, and of which years."""
    rows = await pool.fetch(OFFERED)
    return Offered(
        sorted({row["authority"] for row in rows}),
        sorted({row["organ"] for row in rows}),
        sorted({row["year"] for row in rows}, reverse=True),
    )


async def list_published(
    pool: Pool,
    order: Order,
    beyond: tuple[date, UUID],
    limit: int,
    *,
    authority: str = "",
    respondent: str = "",
    year: int = 0,
) -> Sequence[Published]:
    """Those beyond a place of the list by the day of publication, from the end `order` names.

    A respondent that acted with others is found too; `year` is that of publication, 0 for all.
    """
    ask = LISTED.format(published=PUBLISHED, beyond=order.beyond, turn=order.turn)
    rows = await pool.fetch(ask, *beyond, authority, respondent, year, limit)
    return [Published(**row) for row in rows]


async def read_published(pool: Pool, case_id: UUID) -> tuple[Published, str]:
    """One of them, with its text.

    Raises:
        Unknown: None of this file is public.
    """
    row, text = await pool.fetchrow(ONE, case_id), await pool.fetchval(TEXT, case_id)
    if row is None or text is None:
        raise Unknown("没有公开的这份决定书")
    return Published(**row), text
