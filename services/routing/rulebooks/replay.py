"""推演: the disputes registered in past months, read from the outbox in parts (RULES 51)."""

import asyncio
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from services.routing import rulebook
from services.routing.domain.rehearsal import Figures, Rehearsal
from services.routing.domain.rulebook import RuleBook
from shared.contracts.intake import DisputeRegistered
from shared.db import LOST
from shared.editions import enacted
from shared.errors import Away
from shared.law.period import legal_day
from shared.work import Hub

PART: Final = 250
"""Disputes at a time: others wait no longer for their turn than these take."""

MOST_MONTHS: Final = 60

SHIFT: Final = "SELECT shift FROM hub.clock"

REGISTERED: Final = """
SELECT seq, body FROM hub.outbox
WHERE kind = 'intake.registered.v1' AND seq > $1 AND legal_on BETWEEN $2 AND $3
ORDER BY seq LIMIT $4
"""


async def replay(hub: Hub, draft: RuleBook, months: int) -> Figures:
    """What the draft would have done with the disputes of the past months.

    Raises:
        Away: The database does not answer.
    """
    try:
        return await _replay(hub, draft, months)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error


async def _replay(hub: Hub, draft: RuleBook, months: int) -> Figures:
    async with hub.pool.acquire() as conn:
        editions = await enacted(conn)
        shift = await conn.fetchval(SHIFT)
    today = legal_day(hub.clock.now() + shift)
    first = months_before(today, months)
    played, last = Rehearsal(draft, hub.directory), 0
    while rows := await hub.pool.fetch(REGISTERED, last, first, today, PART):
        last = rows[-1]["seq"]
        for row in rows:
            fact = DisputeRegistered.model_validate_json(row["body"])
            played.add(fact, rulebook.on(editions, fact.head.on))
        await asyncio.sleep(0)
    return played.figures()


def months_before(day: date, months: int) -> date:
    """The day after that of the same number so many months back (CCL 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest)) + timedelta(days=1)
