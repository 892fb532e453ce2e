"""Finding a person again 按号码查找: by a keyed hash, so that nothing is read while looking."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from shared.contracts.intake import Side
from shared.db import Conn

MOST: Final = 50
"""Parties found at most, the newest first."""

FOUND: Final = """
SELECT person_id, dispute_id, side FROM hub.people
WHERE id_hash = $1 OR phone_hash = $1 ORDER BY at DESC, person_id LIMIT $2
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A party somewhere with that number; who it is tells only `read_people`."""

    person_id: UUID
    dispute_id: UUID
    side: Side


async def find_people(conn: Conn, mark: str) -> list[Found]:
    """Parties whose number or telephone has this keyed hash, in whatever dispute.

    Whoever asks must leave out the disputes that the reader may not see.
    """
    rows = await conn.fetch(FOUND, mark, MOST)
    return [Found(row["person_id"], row["dispute_id"], Side(row["side"])) for row in rows]
