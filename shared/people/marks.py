"""Whether two parties are the same person, told by a mark; it tells nothing of who anybody is."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from shared.auth import PARTICIPANTS
from shared.db import Conn

MARKS: Final = """
SELECT person_id, coalesce(id_hash, phone_hash, name_hash, person_id::text) AS mark
FROM hub.people WHERE person_id = ANY($1::uuid[])
"""


async def marks_of(conn: Conn, persons: Collection[UUID]) -> dict[UUID, str]:
    """A mark of each party, a keyed hash: the same number, or else name, has the same mark."""
    rows = await conn.fetch(MARKS, list(persons))
    return {row["person_id"]: row["mark"] for row in rows}


ALIKE: Final = f"""
SELECT DISTINCT own.person_id FROM hub.people own
JOIN hub.people party ON party.name_hash = own.name_hash
LEFT JOIN hub.file f ON f.case_id = $3
WHERE own.person_id = ANY($1::uuid[]) AND party.dispute_id = $2
  AND (party.of_file IS NULL OR party.of_file = $3 OR party.person_id::text = ANY(
    string_to_array(
      concat_ws(' ', f.labels ->> 'applicants', f.labels ->> '{PARTICIPANTS}'), ' ')))
"""  # noqa: S608 - our own words


async def named_in(
    conn: Conn, persons: Collection[UUID], dispute_id: UUID, of_file: UUID | None
) -> frozenset[UUID]:
    """Which of these bear the name of somebody in a dispute, or in this one file of it.

    Whoever came along into it from an earlier file (分案) is in it, too, as its labels say.
    """
    rows = await conn.fetch(ALIKE, list(persons), dispute_id, of_file)
    return frozenset(row["person_id"] for row in rows)


SAME: Final = """
SELECT own.person_id AS person_id, other.person_id AS known
FROM hub.people own JOIN hub.people other ON other.id_hash = own.id_hash
WHERE own.person_id = ANY($1::uuid[]) AND own.id_hash IS NOT NULL
"""


async def known_as(conn: Conn, persons: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Under which ids each of them was registered, in whatever dispute, with one 证件号码.

    A name or a telephone number is no proof: nobody loses a right over them.
    """
    found: dict[UUID, set[UUID]] = {one: {one} for one in persons}
    for row in await conn.fetch(SAME, list(persons)):
        found[row["person_id"]].add(row["known"])
    return {one: frozenset(ids) for one, ids in found.items()}
