"""The sweep 届满清理: finds what is due and has it recorded, each once: lapses and warnings.

It goes by due time, takes the same door as an officer, and says how late it was. Several sweeps
share the work: the files fall into shards, and each sweep is in shards of its own at any moment. A
lapse on record is not due again, so that even two in one shard would record it once. It also
reckons anew what a notice on holidays touches.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from shared import metrics
from shared.db import LOST, Conn
from shared.deadlines import SHARD, SHARDS
from shared.errors import Away
from shared.logging import logger
from shared.parked import count_parked
from shared.recount import Recount
from shared.work import Act, Hub, Work
from shared.work.ringing import clock_shelf_in, files_of, ring

BATCH: Final = 500
EVERY_SECONDS: Final = 0.5
REST_SECONDS: Final = 60.0
"""How long a file that failed is left alone: it must not hold up the others."""

LATE_SECONDS: Final = 60.0
"""Whoever records this much later says so in the log."""

COUNT_EVERY_SECONDS: Final = 10.0
"""How often parked messages are counted."""

_OVER: Final = f"""
hub.deadline
WHERE ended IS NULL AND {SHARD} = s.shard AND NOT case_id = ANY($2::uuid[])
  AND next_at <= $1::timestamptz + (SELECT shift FROM hub.clock)
ORDER BY next_at
"""  # noqa: S608 - our own constant

LOOK: Final = f"""
SELECT s.shard FROM generate_series(0, {SHARDS - 1}) s(shard),
  LATERAL (SELECT next_at FROM {_OVER} LIMIT 1) d
ORDER BY d.next_at
"""  # noqa: S608 - our own constants
"""The shards in which something is due, the earliest first: a look into one index for each."""

DUE: Final = f"""
SELECT d.case_id, min(d.office) AS office, min(d.dispute_id::text)::uuid AS dispute_id,
       min(CASE WHEN d.until <= $1::timestamptz + c.shift THEN d.until ELSE d.next_at END) AS due
FROM (SELECT d.* FROM unnest($4::int[]) s(shard),
        LATERAL (SELECT case_id, office, dispute_id, until, next_at FROM {_OVER} LIMIT $3) d
      ORDER BY d.next_at LIMIT $3) d, hub.clock c
GROUP BY d.case_id ORDER BY min(d.next_at)
"""  # noqa: S608 - as above
"""The files in which something is due, the earliest first, in some shards.

What was due: the end where a period is over, or else a warning.
"""

LOCKS: Final = 0x5EE9
"""The family of advisory locks by which sweeps share the shards."""

PRESENT: Final = f"SELECT pg_advisory_lock_shared({LOCKS}, {SHARDS})"

HELD: Final = f"""
WITH present AS MATERIALIZED (
  SELECT greatest(count(*), 1) AS sweeps FROM pg_locks
  WHERE locktype = 'advisory' AND classid = {LOCKS} AND objid = {SHARDS} AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
), free AS MATERIALIZED (
  SELECT shard FROM unnest($1::int[]) shard WHERE pg_try_advisory_lock({LOCKS}, shard)
  LIMIT (SELECT ceil({SHARDS}.0 / sweeps) FROM present)
)
SELECT shard FROM free
"""  # noqa: S608 - as above
"""Takes a fair share of the shards that no other sweep is in: all of them when it is alone."""

FREE: Final = f"SELECT pg_advisory_unlock({LOCKS}, shard) FROM unnest($1::int[]) shard"  # noqa: S608 - as above

_log = logger(__name__)


class Sweep:
    """Records what comes due."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._recount = Recount(hub)
        self._counted = -COUNT_EVERY_SECONDS
        self._resting: dict[UUID, float] = {}
        """Files that failed, and until when they are left alone."""
        self._consumers: set[str] = set()
        """Who had parked messages: told as none when they are settled."""

    async def run(self) -> None:
        """Sweep for ever."""
        while True:
            try:
                async with self._presence() as conn:
                    while True:
                        await self._round(conn)
            except (Away, *LOST) as error:
                _log.warning("sweep.waits", exc_info=error)
                await asyncio.sleep(EVERY_SECONDS)

    async def _round(self, conn: Conn) -> None:
        found = await self._once(conn)
        step = await self._recount.once()
        if time.monotonic() - self._counted >= COUNT_EVERY_SECONDS:
            self._counted = time.monotonic()
            await self.count_parked()
        if found < BATCH and not step.files:
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """Record what is due in one batch of files, earliest first; how many files there were."""
        async with self._hub.pool.acquire() as conn:
            return await self._once(conn)

    @asynccontextmanager
    async def _presence(self) -> AsyncIterator[Conn]:
        """A connection by which other sweeps see that this one is there."""
        async with self._hub.pool.acquire() as conn:
            await conn.execute(PRESENT)
            try:
                yield conn
            finally:
                with suppress(*LOST):  # the locks of a lost connection are free already
                    await conn.execute("SELECT pg_advisory_unlock_all()")

    async def _once(self, conn: Conn) -> int:
        now, tick = self._hub.clock.now(), time.monotonic()
        self._resting = {case: until for case, until in self._resting.items() if until > tick}
        resting = list(self._resting)
        over = [row["shard"] for row in await conn.fetch(LOOK, now, resting)]
        if not over:
            return 0
        held = [row["shard"] for row in await conn.fetch(HELD, over)]
        try:
            rows = await conn.fetch(DUE, now, resting, BATCH, held)
            await self._record(rows, now + await conn.fetchval("SELECT shift FROM hub.clock"))
        finally:
            with suppress(*LOST):
                await conn.execute(FREE, held)
        return len(rows)

    async def _record(self, rows: Sequence[Record], now: datetime) -> None:
        acts = [self._act(row["case_id"], row["office"], row["dispute_id"]) for row in rows]
        await self._hub.run(acts)
        for row, act in zip(rows, acts, strict=True):
            self._tell(row["case_id"], act, (now - row["due"]).total_seconds())
        first = min((row["due"] for row in rows), default=now)
        if (late := (now - first).total_seconds()) > LATE_SECONDS:
            _log.warning("sweep.late", files=len(rows), late_seconds=round(late))

    def _act(self, case_id: UUID, office: str, dispute_id: UUID) -> Act:
        shelf = clock_shelf_in(self._hub.shelves, office)

        def do(work: Work) -> None:
            ring(work, shelf, case_id, dispute_id)

        return Act(do=do, files=files_of(case_id, office), name="clock.sweep")

    async def count_parked(self) -> None:
        """Tell how many messages of each consumer nobody has settled."""
        counts = await count_parked(self._hub.pool)
        for consumer in self._consumers | counts.keys():
            metrics.gauge("hub_parked", counts.get(consumer, 0), consumer=consumer)
        self._consumers |= counts.keys()

    def _tell(self, case_id: UUID, act: Act, late_seconds: float) -> None:
        if act.error is None:
            metrics.observe("hub_sweep_late_seconds", max(late_seconds, 0.0))
            return
        self._resting[case_id] = time.monotonic() + REST_SECONDS
        _log.error("sweep.failed", case=str(case_id), exc_info=act.error)
