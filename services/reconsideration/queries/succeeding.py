"""继续行使职权的机关: who took over whose powers while a case was on hand (ARL 19)."""

from typing import Final
from uuid import UUID

from shared.sessions.posts import Asked

SUCCEEDED: Final = """
SELECT body::jsonb ->> 'before' AS before, body::jsonb ->> 'respondent' AS respondent
FROM hub.outbox WHERE case_id = $1 AND kind = 'reconsideration.respondent_succeeded.v1'
ORDER BY version
"""


async def succeeded_in(pool: Asked, case_id: UUID) -> dict[str, str]:
    """By the code of each organ that lost its powers in this file, who exercises them at last."""
    known: dict[str, str] = {}
    for row in await pool.fetch(SUCCEEDED, case_id):
        gone, new = row["before"], row["respondent"]
        known = {one: new if heir == gone else heir for one, heir in known.items()} | {gone: new}
    return known
