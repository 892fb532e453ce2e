"""Whether two parties are the same person, told by a mark; it tells nothing of who anybody is."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from shared.db import Conn

MARKS: Final = """
SELECT person_id, coalesce(id_hash, phone_hash, name_hash, person_id::text) AS mark
FROM hub.people WHERE person_id = ANY($1::uuid[])
"""


async def marks_of(conn: Conn, persons: Collection[UUID]) -> dict[UUID, str]:
    """A mark of each party, a keyed hash: the same number, or else name, has the same mark."""
    rows = await conn.fetch(MARKS, list(persons))
    return {row["person_id"]: row["mark"] for row in rows}
