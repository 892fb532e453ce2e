"""Who belongs to a dispute, and for whom a party may speak; nothing of who anybody is."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from shared.contracts.intake import Side
from shared.db import Pool
from shared.errors import Malformed

WHOLE_SIDES: Final = """
SELECT side FROM hub.people WHERE dispute_id = $1 AND of_file IS NULL
GROUP BY side HAVING bool_and(person_id = ANY($2::uuid[]))
"""
"""The sides on which nobody is but these persons, of those who are parties of the dispute."""


async def sides_of(pool: Pool, dispute_id: UUID, persons: Collection[UUID]) -> frozenset[Side]:
    """The sides of a dispute on which these persons are all that there are.

    One of several on a side does not bind the others: they come to a window together.
    """
    rows = await pool.fetch(WHOLE_SIDES, dispute_id, list(persons))
    return frozenset(Side(row["side"]) for row in rows)


STRANGERS: Final = """
SELECT id FROM unnest($3::uuid[]) AS id WHERE NOT EXISTS (
  SELECT FROM hub.people p
  WHERE p.person_id = id AND p.dispute_id = $1
    AND (p.of_file IS NULL OR p.of_file = ANY($2::uuid[])))
"""


async def must_be_of(
    pool: Pool, dispute_id: UUID, files: Collection[UUID], persons: Collection[UUID]
) -> None:
    """Whether these persons are parties of the dispute, or take part in one of these files of it.

    Raises:
        Malformed: One of them is not: whoever comes in is given by name.
    """
    if await pool.fetch(STRANGERS, dispute_id, list(files), list(persons)):
        raise Malformed("没有登记为本案人员的，应当写明姓名或者名称")


PERSONS: Final = """
SELECT person_id FROM hub.people
WHERE dispute_id = $1 AND side = $2 AND of_file IS NULL ORDER BY person_id
"""


async def persons_on(pool: Pool, dispute_id: UUID, side: Side) -> list[UUID]:
    """The ids of every party of the dispute on a side."""
    return [row["person_id"] for row in await pool.fetch(PERSONS, dispute_id, side.value)]
