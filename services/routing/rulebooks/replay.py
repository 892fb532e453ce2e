"""推演: the disputes registered in past months, read from the outbox in parts (RULES 51)."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self

from services.routing import rulebook
from services.routing.domain.rehearsal import Figures, Rehearsal
from services.routing.domain.rehearsal_course import months_before
from services.routing.domain.rulebook import RuleBook
from shared.contracts.intake import DisputeRegistered
from shared.db import LOST, Conn
from shared.editions import Editions, enacted
from shared.errors import Away
from shared.law.period import legal_day
from shared.work import Hub

PART: Final = 250
"""Disputes at a time: others wait no longer for their turn than these take."""

MOST_MONTHS: Final = 60

SHIFT: Final = "SELECT shift FROM hub.clock"

UPTO: Final = "SELECT coalesce(max(seq), 0) FROM hub.outbox"

REGISTERED: Final = """
SELECT legal_on, seq, body FROM hub.outbox
WHERE version = 1 AND kind = 'intake.registered.v1'
  AND (legal_on, seq) > ($1, $2) AND legal_on <= $3 AND seq <= $4
ORDER BY legal_on, seq LIMIT $5
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which disputes are left to be played: behind one of them, up to a day and a number."""

    reached: date
    seq: int = 0
    last: date
    upto: int

    @classmethod
    async def of(cls, conn: Conn, today: date, months: int) -> Self:
        """Those registered in the past months, as many as there are now."""
        first = months_before(today, months)
        return cls(reached=first, last=today, upto=await conn.fetchval(UPTO))


async def replay(hub: Hub, draft: RuleBook, months: int) -> Figures:
    """What the draft would have done with the disputes of the past months.

    Raises:
        Away: The database does not answer.
    """
    played, count = Rehearsal(draft, hub.directory), 1
    try:
        async with hub.pool.acquire() as conn:
            editions = await enacted(conn)
            today = legal_day(hub.clock.now() + await conn.fetchval(SHIFT))
            span = await Span.of(conn, today, months)
            while count:
                span, count = await play_part(conn, played, span, editions)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return played.figures()


async def play_part(
    conn: Conn, played: Rehearsal, span: Span, editions: Editions
) -> tuple[Span, int]:
    """Play the next disputes of a span; what is left of it, and how many they were."""
    rows = await conn.fetch(REGISTERED, span.reached, span.seq, span.last, span.upto, PART)
    for row in rows:
        fact = DisputeRegistered.model_validate_json(row["body"])
        played.add(fact, rulebook.on(editions, fact.head.on))
    await asyncio.sleep(0)
    if rows:
        span = replace(span, reached=rows[-1]["legal_on"], seq=rows[-1]["seq"])
    return span, len(rows)
