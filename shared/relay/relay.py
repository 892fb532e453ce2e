"""One relay, from its database's lock to its topics."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Final

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError
from asyncpg import Record

from shared import metrics
from shared.db import Conn
from shared.logging import logger
from shared.outbox import CHANNEL
from shared.relay.sending import SEND_PATIENCE_SECONDS, Part, new_producer, send_part, stop
from shared.relay.statements import (
    CUT_PARTS,
    KNOWN_ENDS,
    LOST_AGAIN,
    NEXT,
    NOTE,
    NUMBER_NEXT,
    PRUNE,
    SENT_UP_TO,
)
from shared.work import LOST

BATCH: Final = 2000
"""Facts sent between two notes of what was sent."""

BURST: Final = 20
"""So many facts at once are a burst: what comes right behind them is waited for."""

BURST_SECONDS: Final = 0.015
"""How long: one large batch costs database, broker and readers less than several small ones."""

LOOK_AGAIN_SECONDS: Final = 0.2
"""How long the relay sleeps when nobody wakes it."""

VACUUM_EVERY: Final = 20_000
"""Positions between two clearings of `hub.unsent`, which is read whole: what was taken from it
lies there until then, and the database's own clearing comes once a minute."""

BY_KEYS: Final = {
    "plan_cache_mode": "force_generic_plan",
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "jit": "off",
}
"""A plan is kept for as long as the connection: it must not be one for tables nearly empty.
Servers before 18 would compile first whatever goes a way that is off (`jit`)."""

ENDS_EVERY_SECONDS: Final = 0.8
"""How often the ends of the topics are held against what was sent: a broker takes longer to come
back, so that what it lost is sent again before anything newer."""

KEPT: Final = 1_000_000
"""Positions behind the checkpoint for which it is kept at which offset they lie; who loses more
than that is sent a partition from its beginning."""

PRUNE_EVERY: Final = 100_000
"""Positions between two prunings."""

_log = logger(__name__)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the relay reads and where it sends."""

    database: str
    kafka: str
    prefix: str
    offices: tuple[str, ...]

    def topic(self, office: str) -> str:
        """The topic of an office."""
        return f"{self.prefix}.{office}"


class Relay:
    """One relay at a time: whoever holds the database's lock numbers and sends."""

    def __init__(self, address: Address) -> None:
        self._at = address
        self._ends: dict[Part, int] = {}
        self._numbered = 0
        self._sent = 0
        self._pruned = 0
        self._vacuumed = 0
        self._notes: Conn = None
        """For what was sent: a note that a crash takes away is only sent and noted again, so it
        need not wait for the disk as positions do."""
        self._woken = asyncio.Event()
        self.standing = asyncio.Event()
        """Set while it holds the lock and has a producer."""
        self.fallen = asyncio.Event()
        """Set while it does not."""

    async def run(self) -> None:
        """Send for ever; what goes wrong is logged and tried again from the checkpoint."""
        pause = 0.1
        while True:
            try:
                await self._stand()
            except (*LOST, KafkaError) as error:
                _log.warning("relay.stopped", exc_info=error, pause_seconds=pause)
            pause = 0.1 if self.standing.is_set() else min(pause * 2, 5.0)
            self.standing.clear()
            self.fallen.set()
            await asyncio.sleep(pause)

    async def _stand(self) -> None:
        """Hold the lock, send until something breaks."""
        async with AsyncExitStack() as stack:
            conn = await asyncpg.connect(self._at.database, server_settings=BY_KEYS)
            stack.callback(conn.terminate)
            await conn.execute("SELECT pg_advisory_lock(hashtext('hub.relay'))")
            self._notes = await asyncpg.connect(
                self._at.database, server_settings={**BY_KEYS, "synchronous_commit": "off"}
            )
            stack.callback(self._notes.terminate)
            await conn.add_listener(CHANNEL, lambda *_: self._woken.set())
            producer = new_producer(self._at.kafka)
            looker = AIOKafkaConsumer(bootstrap_servers=self._at.kafka)
            for client in (producer, looker):
                stack.push_async_callback(stop, client)  # also one that cannot be started
                await client.start()
            await self._recall(conn)
            await self._finish_mending(conn, producer)
            await self._send_all(conn, producer, looker)

    async def _recall(self, conn: Conn) -> None:
        """Read where the last relay stood."""
        self._numbered = await conn.fetchval("SELECT coalesce(max(position), 0) FROM hub.position")
        self._sent = await conn.fetchval(
            "SELECT coalesce(max(position), 0) FROM hub.sent WHERE topic = ''"
        )
        rows = await conn.fetch(KNOWN_ENDS)
        self._ends = {(row["topic"], row["part"]): row["next_offset"] for row in rows}

    async def _send_all(
        self, conn: Conn, producer: AIOKafkaProducer, looker: AIOKafkaConsumer
    ) -> None:
        loop = asyncio.get_running_loop()
        looked = float("-inf")
        self.standing.set()
        self.fallen.clear()
        while True:
            self._woken.clear()
            if loop.time() - looked > ENDS_EVERY_SECONDS:
                await self._look_for_cuts(conn, producer, looker)
                await self._tidy(conn)
                looked = loop.time()
            rows = await self._next(conn)
            metrics.gauge("hub_relay_behind", self._numbered - self._sent)
            if rows:
                await self._send(conn, producer, rows, rows[-1]["position"])
                if BURST <= len(rows) < BATCH:
                    await asyncio.sleep(BURST_SECONDS)
                continue
            try:
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass

    async def _next(self, conn: Conn) -> Sequence[Record]:
        """What is to be sent next; new facts are numbered once all older ones are sent."""
        if self._sent < self._numbered:
            older: Sequence[Record] = await conn.fetch(NEXT, self._sent, self._numbered, BATCH)
            return older
        rows: Sequence[Record] = await conn.fetch(NUMBER_NEXT, self._numbered, BATCH)
        self._numbered += rows[0]["numbered"] if rows else 0
        return rows

    async def _send(
        self,
        conn: Conn,
        producer: AIOKafkaProducer,
        rows: Sequence[Record],
        checkpoint: int,
    ) -> None:
        """Send, wait for every acknowledgement, note ends and checkpoint."""
        parts: dict[Part, list[Record]] = defaultdict(list)
        for row in rows:
            parts[self._at.topic(row["office"]), row["part"]].append(row)
        async with asyncio.timeout(SEND_PATIENCE_SECONDS):
            ends = await asyncio.gather(
                *(send_part(producer, part, found) for part, found in parts.items())
            )
        told = dict(zip(parts, ends, strict=True))
        # Here the broker took this batch where older ones should have been: all go again, in order.
        short = {part: n for part, (n, _) in told.items() if n < self._ends.get(part, 0)}
        for part, first in short.items():
            await self._record_cut(conn, part, first)
        notes = [
            (*part, found[-1]["position"], told[part][1])
            for part, found in parts.items()
            if part not in short
        ]
        await self._notes.execute(
            NOTE, *map(list, zip(*notes, ("", 0, checkpoint, 0), strict=True))
        )
        self._ends.update({(topic, part): end for topic, part, _, end in notes})
        self._sent = max(self._sent, checkpoint)
        for (topic, _), found in parts.items():
            metrics.count("hub_relay_sent_total", len(found), office=topic.rpartition(".")[2])
        for part in short:
            await self._send_again(conn, producer, part)

    async def _tidy(self, conn: Conn) -> None:
        """Forget where old positions lie, all but the newest of each partition."""
        if self._numbered - self._vacuumed >= VACUUM_EVERY:
            await conn.execute("VACUUM hub.unsent")
            self._vacuumed = self._numbered
        if self._sent - self._pruned >= PRUNE_EVERY:
            await conn.execute(PRUNE, self._sent - KEPT)
            self._pruned = self._sent

    # -- cuts

    async def _look_for_cuts(
        self, conn: Conn, producer: AIOKafkaProducer, looker: AIOKafkaConsumer
    ) -> None:
        """Hold the ends of all partitions against what was acknowledged."""
        parts = {part: TopicPartition(*part) for part in sorted(self._ends)}
        ends = await looker.end_offsets(list(parts.values())) if parts else {}
        for part, tp in parts.items():
            if ends[tp] < self._ends[part]:
                await self._record_cut(conn, part, ends[tp])
                await self._send_again(conn, producer, part)

    async def _record_cut(self, conn: Conn, part: Part, end: int) -> None:
        """Record that a partition ends below what it acknowledged."""
        async with conn.transaction():
            await conn.execute(
                "DELETE FROM hub.sent WHERE topic = $1 AND part = $2 AND next_offset > $3",
                *part,
                end,
            )
            since = await conn.fetchval(SENT_UP_TO, *part)
            await conn.execute(
                "INSERT INTO hub.cut (topic, part, end_offset, position) VALUES ($1, $2, $3, $4)",
                *part,
                end,
                since,
            )
        _log.error("relay.cut", topic=part[0], partition=part[1], offset=end, position=since)
        metrics.count("hub_relay_cuts_total", office=self._office(part))
        self._ends[part] = end

    async def _finish_mending(self, conn: Conn, producer: AIOKafkaProducer) -> None:
        """Send what a relay that ended in the middle of it has not sent again."""
        topics = [self._at.topic(office) for office in self._at.offices]
        for row in await conn.fetch(CUT_PARTS, topics):
            await self._send_again(conn, producer, (row["topic"], row["part"]))

    async def _send_again(self, conn: Conn, producer: AIOKafkaProducer, part: Part) -> None:
        """Send a partition whatever it lacks up to the checkpoint."""
        office = self._office(part)
        since = await conn.fetchval(SENT_UP_TO, *part)
        while rows := await conn.fetch(LOST_AGAIN, since, self._sent, office, part[1], BATCH):
            await self._send(conn, producer, rows, self._sent)
            since = rows[-1]["position"]
        if self._sent:  # or the next relay would look through the same pages again
            note = (*part, self._sent, self._ends.get(part, 0))
            await self._notes.execute(NOTE, *([value] for value in note))

    def _office(self, part: Part) -> str:
        return part[0].removeprefix(f"{self._at.prefix}.")
