"""The watcher 守望: one at work in the whole hub; the longer a look takes, the longer it rests."""

import asyncio
import time
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Final

from services.routing.hotspots.course import Step, Turn, course
from services.routing.hotspots.heat import HEAT, Heat
from services.routing.store import on_file
from services.routing.watching.following import next_stretch, position_before
from services.routing.watching.memory import Memory
from services.routing.watching.reckoner import Reckoner
from services.routing.watching.telling import Worded, act_of
from shared import metrics
from shared.db import LOST, Conn
from shared.errors import Away
from shared.law.period import CITY, legal_day
from shared.logging import logger
from shared.work import Hub

LOCK: Final = (0x4075, 0)
"""The advisory lock of whoever is at work."""

TRY: Final = "SELECT pg_try_advisory_lock($1, $2)"
FREE: Final = "SELECT pg_advisory_unlock($1, $2)"
SHIFT: Final = "SELECT shift FROM hub.clock"

EVERY_SECONDS: Final = 2.0
"""Between two looks, when a look costs next to nothing."""

REST: Final = 9
"""After a look it rests so many times as long: a tenth of one core at most."""

STAND_BY_SECONDS: Final = 10.0
"""Another one is at work, or something is away: so long until the next attempt."""

_log = logger(__name__)


async def watch(hub: Hub) -> None:
    """Watch for ever; what goes wrong here holds up nothing else."""
    with Reckoner() as reckoner:
        watcher = Watcher(hub, reckoner)
        while True:
            try:
                await watcher.work()
            except (Away, *LOST) as error:
                _log.warning("hotspots.waits", exc_info=error)
            except Exception as error:  # noqa: BLE001 - a help to supervisors: the worker goes on
                _log.error("hotspots.failed", exc_info=error)
                watcher = Watcher(hub, reckoner)
            await asyncio.sleep(STAND_BY_SECONDS)


class Watcher:
    """Follows what is registered and tells what stands out."""

    def __init__(self, hub: Hub, reckoner: Reckoner, heat: Heat = HEAT) -> None:
        self._hub = hub
        self._reckoner = reckoner
        self._heat = heat
        self._memory = Memory(hub.directory, heat)
        self._position: int | None = None
        self._looked: date | None = None
        """The day of the last look; none when something came in since."""

    async def work(self) -> None:
        """Be the one at work, if no other is, until something is away."""
        async with self._hub.pool.acquire() as conn:
            if not await conn.fetchval(TRY, *LOCK):
                return
            try:
                while True:
                    began = time.monotonic()
                    await self.once(conn)
                    took = time.monotonic() - began
                    await asyncio.sleep(max(EVERY_SECONDS, took * REST))
            finally:
                with suppress(*LOST):  # the locks of a lost connection are free already
                    await conn.execute(FREE, *LOCK)

    async def once(self, conn: Conn) -> int:
        """Take in what is new and look once; how many pages were told."""
        now: datetime = self._hub.clock.now() + await conn.fetchval(SHIFT)
        today = legal_day(now)
        await self._follow(conn, today, now)
        if self._looked == today:
            return 0
        began = time.monotonic()
        self._memory.keep_from(self._heat.past_from(today))
        told = await self._look(conn, today, now)
        self._looked = today
        metrics.observe("hub_hotspots_look_seconds", time.monotonic() - began)
        return told

    async def _follow(self, conn: Conn, today: date, now: datetime) -> None:
        if self._position is None:
            first = self._heat.past_from(today) - timedelta(days=1)
            moment = datetime(first.year, first.month, first.day, tzinfo=CITY)
            self._position = await position_before(conn, moment)
        more = True
        while more:
            stretch = await next_stretch(conn, self._position)
            if stretch.facts:
                self._looked = None
                await self._memory.take_in(conn, stretch.facts, today, now)
            self._position, more = stretch.until, stretch.more

    async def _look(self, conn: Conn, today: date, now: datetime) -> int:
        found = await self._reckoner.spots(self._memory.messages, today, self._heat)
        files = await on_file(conn, self._heat.past_from(today))
        steps = course(found, files, today, self._heat)
        worded = [one for step in steps if (one := await self._worded(conn, step, now))]
        acts = [act_of(one, self._hub.directory) for one in worded]
        await self._hub.run(acts)
        for act in acts:
            if act.error is not None:
                _log.error("hotspots.untold", act=act.name, exc_info=act.error)
        return sum(act.error is None for act in acts)

    async def _worded(self, conn: Conn, step: Step, now: datetime) -> Worded | None:
        """A step with its words; a spot that no shared word explains is not told."""
        if step.spot is None or step.turn is Turn.COOLED:
            return Worded(step, ())
        spot = step.spot
        names = await self._memory.names_in(conn, spot.disputes, now)
        words = await self._reckoner.shared_words(spot, self._heat.words_in, names)
        return Worded(step, words) if words or step.turn is Turn.GREW else None
