"""Presence 在岗: which parts of the hub are at work, told by locks that end with their process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import asyncpg

from shared.db import Pool

CLASS: Final = 20_260_701
"""First number of these locks, so that they are told from others."""

NAMES: Final = """
SELECT DISTINCT objid FROM pg_locks
WHERE locktype = 'advisory' AND classid = $1 AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@asynccontextmanager
async def present(url: str, number: int) -> AsyncIterator[None]:
    """Be present as part `number` on a connection of one's own until the block ends.

    It ends with the connection too: whoever stays after that is no longer seen.
    """
    conn = await asyncpg.connect(url)
    try:
        await conn.execute("SELECT pg_advisory_lock_shared($1, $2)", CLASS, number)
        yield
    finally:
        conn.terminate()


async def seen(pool: Pool) -> frozenset[int]:
    """The numbers of the parts that are present."""
    rows = await pool.fetch(NAMES, CLASS)
    return frozenset(row["objid"] for row in rows)
