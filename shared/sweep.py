"""The sweep 届满清理: finds periods that are over and has their lapses recorded, each once.

It goes by due time, takes the same door as an officer, and says how late it was. Several sweeps
may run: a file is locked while its lapses are recorded, and a lapse on record is not due again.
"""

import asyncio
import time
from functools import partial
from typing import Final
from uuid import UUID

from shared import metrics
from shared.errors import Away
from shared.logging import logger
from shared.parked import count_parked
from shared.work import LOST, Act, Hub, Work

BATCH: Final = 500
EVERY_SECONDS: Final = 0.5
REST_SECONDS: Final = 60.0
"""How long a file that failed is left alone: it must not hold up the others."""

COUNT_EVERY_SECONDS: Final = 10.0
"""How often parked messages are counted."""

DUE: Final = """
SELECT d.case_id, min(d.until) AS until
FROM (SELECT case_id, until FROM hub.deadline
      WHERE ended IS NULL AND until <= $1::timestamptz + (SELECT shift FROM hub.clock)
      ORDER BY until LIMIT $2) d
WHERE NOT d.case_id = ANY($3::uuid[])
GROUP BY d.case_id ORDER BY 2
"""

_log = logger(__name__)


class Sweep:
    """Records lapses as they come due."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._resting: dict[UUID, float] = {}
        """Files that failed, and until when they are left alone."""
        self._consumers: set[str] = set()
        """Who had parked messages: told as none when they are settled."""

    async def run(self) -> None:
        """Sweep for ever."""
        counted = -COUNT_EVERY_SECONDS
        while True:
            try:
                found = await self.once()
                if time.monotonic() - counted >= COUNT_EVERY_SECONDS:
                    counted = time.monotonic()
                    await self.count_parked()
            except (Away, *LOST) as error:
                _log.warning("sweep.waits", exc_info=error)
                found = 0
            if found < BATCH:
                await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """Record the lapses of one batch of files, earliest first; how many files there were."""
        now, tick = self._hub.clock.now(), time.monotonic()
        self._resting = {case: until for case, until in self._resting.items() if until > tick}
        rows = await self._hub.pool.fetch(DUE, now, BATCH, list(self._resting))
        acts = {case: Act(do=partial(_sweep, case), files=(case,), name="clock.sweep")
                for case in (row["case_id"] for row in rows)}  # fmt: skip
        if acts:
            await self._hub.run(list(acts.values()))
        for row in rows:
            self._tell(row["case_id"], acts[row["case_id"]], (now - row["until"]).total_seconds())
        return len(rows)

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


def _sweep(case_id: UUID, work: Work) -> None:
    work.sweep(case_id)
