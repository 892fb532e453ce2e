"""请本人确认的共同申请: in which files this party is asked whether it applies, too (ARL 14, 22)."""

from typing import Final
from uuid import UUID

from shared.auth import CO_APPLICANTS
from shared.party.session import PartyPage

HERE: Final = "/party/co-application"

ASKED: Final = f"""
SELECT case_id FROM hub.file
WHERE dispute_id = $1 AND office = 'reconsideration'
  AND string_to_array(labels ->> '{CO_APPLICANTS}', ' ') && $2::text[]
ORDER BY case_id
"""  # noqa: S608 - our own words
"""Files whose label names one of these persons."""


async def asked_along(party: PartyPage) -> list[UUID]:
    """The files that still ask this party; of them it reads nothing but what it is asked."""
    persons = [str(one) for one in party.session.persons]
    rows = await party.page.hub.pool.fetch(ASKED, party.session.dispute_id, persons)
    files = [row["case_id"] for row in rows]
    return [one for one in files if (await party.get(door_of(one))).ok]


def door_of(case_id: UUID) -> str:
    """Where the application is read that is to be confirmed, and answered."""
    return f"/reconsiderations/{case_id}/co-application"
