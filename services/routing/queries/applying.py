"""Who may sue by a road: whoever stands for it now, also who came in by one file (ARL 14, 16)."""

from typing import Final
from uuid import UUID

from services.routing.domain.road_file import Routing
from shared.auth import PARTICIPANTS
from shared.contracts.intake import Side
from shared.contracts.reconsideration.people import ApplicantSucceeded, ThirdPersonJoined
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


THIRDS: Final = f"""
SELECT DISTINCT came.person_id::uuid AS person_id
FROM hub.outbox o
JOIN hub.file f ON f.case_id = o.case_id
CROSS JOIN LATERAL (
  SELECT o.body::jsonb ->> 'third_person' AS person_id WHERE o.kind = $2
  UNION ALL
  SELECT jsonb_array_elements_text(o.body::jsonb -> 'successors')
  WHERE o.kind = $3 AND o.body::jsonb ->> 'standing' = 'third'
) AS came
WHERE o.case_id = ANY($1::uuid[]) AND o.kind IN ($2, $3)
  AND came.person_id = ANY(string_to_array(f.labels ->> '{PARTICIPANTS}', ' '))
ORDER BY 1
"""  # noqa: S608 - our own words
"""Who came in as third person, or took its place, and is still there."""


async def thirds_of(pool: Pool, file: Routing) -> list[UUID]:
    """The third persons of the cases of a road, who may sue over what is decided (ARL 10; ALL 25).

    Args:
        pool: The database.
        file: The routing file, with the applications that go by it.
    """
    kinds = ThirdPersonJoined.kind_name(), ApplicantSucceeded.kind_name()
    return [row["person_id"] for row in await pool.fetch(THIRDS, list(file.applications), *kinds)]


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
