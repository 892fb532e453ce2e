"""限次: how often somebody may be wrong, by dispute number and by address.

Right answers are not counted, so that a hall full of people behind one address is not shut out. An
attempt is counted before it is judged, and taken back when it was right: of many at once no more
get through than may. Numbers and addresses are kept as keyed hashes, addresses for an hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.db import Conn


@dataclass(frozen=True, slots=True)
class Bound:
    """So many wrong answers within so long."""

    most: int
    within: timedelta


OF_NUMBER: Final = (Bound(5, timedelta(minutes=15)), Bound(20, timedelta(days=1)))
"""Four digits have ten thousand values: at twenty a day nobody gets far."""

OF_ADDRESS: Final = (Bound(30, timedelta(hours=1)),)
"""Telephones share addresses by the hundred, so this is wide; it stops who tries many numbers."""

_CLEAN: Final = "DELETE FROM hub.party_attempt WHERE until <= $1"
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_COUNT: Final = "SELECT count(*) FROM hub.party_attempt WHERE key = $1 AND at > $2"
_ADD: Final = """
INSERT INTO hub.party_attempt (key, at, until) VALUES ($1, $2, $3) RETURNING attempt_id
"""
_TAKE_BACK: Final = "DELETE FROM hub.party_attempt WHERE attempt_id = ANY($1::bigint[])"

Counted = Sequence[tuple[str, Sequence[Bound]]]
"""Keys, each with its bounds."""


async def begin(conn: Conn, counted: Counted, now: datetime) -> list[int] | None:
    """Count an attempt under each key; None, and nothing counted, where a bound is reached."""
    async with conn.transaction():
        await conn.execute(_CLEAN, now)
        ordered = sorted(counted)
        for key, bounds in ordered:
            await conn.execute(_LOCK, key)  # in order, so that no two wait for each other
            for bound in bounds:
                if await conn.fetchval(_COUNT, key, now - bound.within) >= bound.most:
                    return None
        return [
            await conn.fetchval(_ADD, key, now, now + max(bound.within for bound in bounds))
            for key, bounds in ordered
        ]


async def take_back(conn: Conn, attempts: Sequence[int]) -> None:
    """It was right, and does not count."""
    await conn.execute(_TAKE_BACK, list(attempts))
