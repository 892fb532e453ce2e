"""Presence 在岗: which parts of the hub are at work, told by locks that end with their process."""

import asyncio
from collections.abc import Sequence
from typing import Final

import asyncpg

from shared.db import LOST, Pool

CLASS: Final = 20_260_701
"""First number of these locks, so that they are told from others."""

LOOK_EVERY_SECONDS: Final = 2.0

NAMES: Final = """
SELECT DISTINCT objid FROM pg_locks
WHERE locktype = 'advisory' AND classid = $1 AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


async def stay_present(url: str, numbers: Sequence[int]) -> None:
    """Be present as these parts for ever, on a connection of one's own, until cancelled."""
    while True:
        try:
            await _stay(url, numbers)
        except LOST:
            await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _stay(url: str, numbers: Sequence[int]) -> None:
    conn = await asyncpg.connect(url)
    try:
        for number in numbers:
            await conn.execute("SELECT pg_advisory_lock_shared($1, $2)", CLASS, number)
        while True:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            await conn.execute("SELECT 1")
    finally:
        conn.terminate()


async def seen(pool: Pool) -> frozenset[int]:
    """The numbers of the parts that are present."""
    rows = await pool.fetch(NAMES, CLASS)
    return frozenset(row["objid"] for row in rows)
