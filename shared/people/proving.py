"""核对当事人: whether somebody who knows a dispute's number and a telephone is a party of it.

The telephone never leaves the database for it; that it was asked is on record, found or not.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from shared.contracts.intake import Side
from shared.db import Conn, Pool

PURPOSE: Final = "当事人核对身份，查询本人纠纷"
READER: Final = "party"
"""Who reads, in the record: whoever asked is not known before the answer."""

# One way through the database whether number, telephone, both or neither are right.
_PROVE: Final = """
WITH found AS (
  SELECT p.person_id, p.dispute_id, p.side, p.phone_hash, p.of_file IS NULL AS whole
  FROM hub.file f JOIN hub.people p ON p.dispute_id = f.dispute_id
  WHERE f.labels->>'number' = $1 AND f.office = 'intake' AND f.procedure = 'registration'
    AND CASE WHEN $2 = '' THEN right(regexp_replace(p.phone, '\\D', '', 'g'), 4) = $3
             ELSE p.phone_hash = $2 END
), logged AS (
  INSERT INTO hub.people_read (reader, purpose, ids, at)
  SELECT $4, $5, coalesce(jsonb_agg(person_id), '[]'), $6 FROM found
)
SELECT person_id, dispute_id, side, phone_hash, whole FROM found ORDER BY side, person_id
"""

_CORRECTED: Final = """
SELECT EXISTS (SELECT FROM hub.people_stated
WHERE person_id = ANY($1::uuid[]) AND former_phone IS NOT NULL AND at > $2)
"""


@dataclass(frozen=True, slots=True)
class Proved:
    """Who somebody turned out to be: persons of one side of one dispute."""

    dispute_id: UUID
    persons: frozenset[UUID]
    side: Side
    whole: bool = True
    """Whether they are parties of the dispute; else they take part in some of its files only."""


async def proved_by_phone(
    conn: Conn, number: str, phone_hash: str, *, at: datetime
) -> Proved | None:
    """The party of that dispute with this telephone, by its keyed hash; None if there is none."""
    return await _proved(conn, number, phone_hash or "-", "", at)


async def proved_by_last_four(
    conn: Conn, number: str, digits: str, *, at: datetime
) -> Proved | None:
    """The party whose telephone ends in these four digits; None if there is none, or two of them.

    Four digits may be those of two telephones, on one side or on two; then they tell nobody apart.
    """
    return await _proved(conn, number, "", digits, at)


async def _proved(
    conn: Conn, number: str, phone_hash: str, digits: str, at: datetime
) -> Proved | None:
    rows = await conn.fetch(_PROVE, number, phone_hash, digits, READER, PURPOSE, at)
    if len({(row["side"], row["phone_hash"]) for row in rows}) != 1:
        return None
    persons = frozenset(row["person_id"] for row in rows)
    whole = any(row["whole"] for row in rows)
    return Proved(rows[0]["dispute_id"], persons, Side(rows[0]["side"]), whole)


async def corrected_since(pool: Pool, persons: Collection[UUID], moment: datetime) -> bool:
    """Whether the telephone of one of them was corrected after that: what was shown then is void.

    The former telephone is used no more to know anybody by (RULES 163).
    """
    found: bool = await pool.fetchval(_CORRECTED, list(persons), moment)
    return found
