"""The transaction of a batch: every table is reached by its keys, whatever its size was once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from shared.db import LOST, Conn, Pool
from shared.work.memory import Memory

BEGIN: Final = """
BEGIN;
SET LOCAL plan_cache_mode = force_generic_plan;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
SET LOCAL jit = off
"""
"""A plan made once is kept by a connection for as long as it lives. Made while a table was nearly
empty it would read all of it, and go on to do so when it has grown. Servers before 18 take a way
that is off for so dear that they would compile each such statement first (`jit`)."""


@asynccontextmanager
async def transaction(conn: Conn) -> AsyncIterator[None]:
    """Commit what is done inside, or nothing of it."""
    await conn.execute(BEGIN)
    try:
        yield
        await conn.execute("COMMIT")
    except BaseException:
        with suppress(*LOST):  # the pool takes back a connection that is in no transaction
            await conn.execute("ROLLBACK")
        raise


async def landed(pool: Pool, memory: Memory) -> bool:
    """Whether a commit whose answer was lost took place: its first page is there as written."""
    if not memory.pages:  # nothing shows it, and doing it again does no harm
        return False
    fact = memory.pages[0].fact
    try:
        body = await pool.fetchval(
            "SELECT body FROM hub.outbox WHERE case_id = $1 AND version = $2",
            fact.head.case_id,
            fact.head.version,
        )
    except LOST:
        return False
    return bool(body == fact.model_dump_json())
