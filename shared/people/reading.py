"""Reading who parties are; there is no other road to them, and it leaves its trace by itself."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from shared.contracts.intake import PersonKind
from shared.db import Conn
from shared.people.person import Person

# One statement, so that nothing is read without its record; a read-only transaction refuses it.
_READ: Final = """
WITH logged AS (
    INSERT INTO hub.people_read (reader, purpose, ids, at)
    VALUES ($2, $3, to_jsonb($1::uuid[]), $4)
)
SELECT person_id, name, kind, id_number, phone, address
FROM hub.people WHERE person_id = ANY($1)
"""


async def read_people(
    conn: Conn, ids: Collection[UUID], *, reader: str, purpose: str, at: datetime
) -> dict[UUID, Person]:
    """Who these parties are, by id; that `reader` asked, and for what, is recorded with it."""
    if not ids:
        return {}
    rows = await conn.fetch(_READ, sorted(ids), reader, purpose, at)
    return {
        row["person_id"]: Person(
            name=row["name"],
            kind=PersonKind(row["kind"]),
            id_number=row["id_number"],
            phone=row["phone"],
            address=row["address"],
        )
        for row in rows
    }
