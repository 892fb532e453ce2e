"""Who may sue by a road: whoever stands for it now, also who came in by one file (ARL 14)."""

from typing import Final
from uuid import UUID

from services.routing.domain.road_file import Routing
from shared.contracts.intake import Side
from shared.contracts.reconsideration.people import ApplicantSucceeded
from shared.db import Pool
from shared.people import persons_on

STAND: Final = """
SELECT labels ->> 'applicants' AS applicants FROM hub.file WHERE case_id = ANY($1::uuid[])
ORDER BY case_id
"""
"""The applicants of some cases as they stand; an agent by law is none of them."""

ENDED: Final = """
SELECT (body::jsonb ->> 'applicant')::uuid AS person_id FROM hub.outbox
WHERE case_id = ANY($1::uuid[]) AND kind = $2
"""
"""Whose place others took in these cases."""


async def applicants_of(pool: Pool, file: Routing) -> tuple[list[UUID], list[UUID]]:
    """Who brought the dispute and is still there, and who stands as applicant in its cases.

    Whoever took over from an applicant is known to the case alone, and sues in its place; the one
    who died, or ended, sues no more (ARL 14, 39; RULES 144).

    Args:
        pool: The database.
        file: The routing file, with the applications that go by it.
    """
    cases = list(file.applications)
    whole = await persons_on(pool, file.dispute_id, Side.APPLICANT)
    ended = await pool.fetch(ENDED, cases, ApplicantSucceeded.kind_name())
    gone = {row["person_id"] for row in ended}
    stand = await pool.fetch(STAND, cases)
    joined = [UUID(one) for row in stand for one in (row["applicants"] or "").split()]
    return [one for one in whole if one not in gone], joined
