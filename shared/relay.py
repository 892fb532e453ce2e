"""The relay 转发: outbox to the office's topic, in order, and again whatever a topic has lost.

One numberer gives positions, gapless, to what was committed; senders carry on from their
checkpoint. Kafka may acknowledge before its disk has it, so after each batch the relay keeps what
it knows of every partition's end. An end below that is a cut: it is recorded, consumers go back,
and everything from there is sent again with a new producer. Readers drop what they know.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError
from asyncpg import Record

from shared import metrics
from shared.db import Conn
from shared.logging import logger
from shared.outbox import CHANNEL
from shared.work import LOST

BATCH: Final = 2000
"""Facts sent between two notes of what was sent."""

LARGEST_BATCH: Final = 512 * 1024
"""Bytes of one partition's batch; the broker takes twice as much."""

SEND_PATIENCE_SECONDS: Final = 30.0
LOOK_AGAIN_SECONDS: Final = 0.05
"""How long the relay sleeps when nobody wakes it."""

ENDS_EVERY_SECONDS: Final = 5.0
"""How often the ends of the topics are held against what was sent."""

NUMBER: Final = """
WITH gone AS (DELETE FROM hub.unsent RETURNING seq)
INSERT INTO hub.position (position, seq)
SELECT $1 + row_number() OVER (ORDER BY seq), seq FROM gone
"""

NEXT: Final = """
SELECT p.position, o.case_id, o.version, o.dispute_id, o.office, o.kind, o.at, o.part,
       o.labels, o.trace, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 ORDER BY p.position LIMIT $3
"""

LOST_AGAIN: Final = """
SELECT p.position, o.case_id, o.version, o.dispute_id, o.office, o.kind, o.at, o.part,
       o.labels, o.trace, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 AND o.office = $3 AND o.part = $4
ORDER BY p.position LIMIT $5
"""

NOTE: Final = """
INSERT INTO hub.sent (topic, part, position, next_offset)
SELECT * FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::bigint[])
ON CONFLICT (topic, part, position) DO UPDATE SET next_offset = excluded.next_offset
"""

KNOWN_ENDS: Final = """
SELECT topic, part, max(next_offset) AS next_offset FROM hub.sent WHERE topic <> '' GROUP BY 1, 2
"""

_log = logger(__name__)

Part = tuple[str, int]
"""Topic and partition."""


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


def headers_of(row: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    """The headers of a fact on Kafka: CloudEvents in binary mode."""
    headers = [
        ("content-type", b"application/json"),
        ("ce_specversion", b"1.0"),
        ("ce_id", f"{row['case_id']}/{row['version']}".encode()),
        ("ce_source", f"/offices/{row['office']}".encode()),
        ("ce_type", row["kind"].encode()),
        ("ce_subject", str(row["dispute_id"]).encode()),
        ("ce_time", row["at"].isoformat().encode()),
        ("ce_dataschema", f"/schemas/{row['kind']}".encode()),
        ("ce_position", str(row["position"]).encode()),
        ("ce_labels", row["labels"].encode()),
    ]
    if row["trace"]:
        headers.append(("traceparent", row["trace"].encode()))
    return headers


class Relay:
    """One relay at a time: whoever holds the database's lock numbers and sends."""

    def __init__(self, address: Address) -> None:
        self._at = address
        self._ends: dict[Part, int] = {}
        self._numbered = 0
        self._sent = 0
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
        conn = await asyncpg.connect(self._at.database)
        try:
            await conn.execute("SELECT pg_advisory_lock(hashtext('hub.relay'))")
            await conn.add_listener(CHANNEL, lambda *_: self._woken.set())
            producer = AIOKafkaProducer(
                bootstrap_servers=self._at.kafka,
                enable_idempotence=True,
                acks="all",
                linger_ms=0,
                max_batch_size=LARGEST_BATCH,
                request_timeout_ms=int(SEND_PATIENCE_SECONDS * 1000),
            )
            looker = AIOKafkaConsumer(bootstrap_servers=self._at.kafka)
            await producer.start()
            try:
                await looker.start()
                await self._recall(conn)
                await self._send_all(conn, producer, looker)
            finally:
                await _stop(producer)
                await _stop(looker)
        finally:
            conn.terminate()

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
            done = await conn.execute(NUMBER, self._numbered)
            self._numbered += int(done.rpartition(" ")[2])
            if loop.time() - looked > ENDS_EVERY_SECONDS:
                await self._look_for_cuts(conn, producer, looker)
                looked = loop.time()
            metrics.gauge("hub_relay_behind", self._numbered - self._sent)
            rows = await conn.fetch(NEXT, self._sent, self._numbered, BATCH)
            if rows:
                await self._send(conn, producer, rows, rows[-1]["position"])
                continue
            try:
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass

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
                *(_send_part(producer, part, found) for part, found in parts.items())
            )
        short = [
            (part, first)
            for part, (first, _) in zip(parts, ends, strict=True)
            if first < self._ends.get(part, 0)
        ]
        notes = [
            (*part, found[-1]["position"], end)
            for (part, found), (_, end) in zip(parts.items(), ends, strict=True)
        ]
        await conn.execute(NOTE, *map(list, zip(*notes, ("", 0, checkpoint, 0), strict=True)))
        self._ends.update({(topic, part): end for topic, part, _, end in notes})
        self._sent = max(self._sent, checkpoint)
        for (topic, _), found in parts.items():
            metrics.count("hub_relay_sent_total", len(found), office=topic.rpartition(".")[2])
        for part, first in short:  # the broker took this batch where older ones should have been
            await self._mend(conn, producer, part, first)

    # -- cuts

    async def _look_for_cuts(
        self, conn: Conn, producer: AIOKafkaProducer, looker: AIOKafkaConsumer
    ) -> None:
        """Hold the ends of all partitions against what was acknowledged."""
        parts = {part: TopicPartition(*part) for part in sorted(self._ends)}
        ends = await looker.end_offsets(list(parts.values())) if parts else {}
        for part, tp in parts.items():
            if ends[tp] < self._ends[part]:
                await self._mend(conn, producer, part, ends[tp])

    async def _mend(
        self,
        conn: Conn,
        producer: AIOKafkaProducer,
        part: Part,
        end: int,
    ) -> None:
        """Record that a partition ends below what it acknowledged, and send the rest again."""
        async with conn.transaction():
            since = await conn.fetchval(
                "SELECT coalesce(max(position), 0) FROM hub.sent"
                " WHERE topic = $1 AND part = $2 AND next_offset <= $3",
                *part,
                end,
            )
            await conn.execute(
                "INSERT INTO hub.cut (topic, part, end_offset, position) VALUES ($1, $2, $3, $4)",
                *part,
                end,
                since,
            )
            await conn.execute(
                "DELETE FROM hub.sent WHERE topic = $1 AND part = $2 AND next_offset > $3",
                *part,
                end,
            )
        _log.error("relay.cut", topic=part[0], partition=part[1], offset=end, position=since)
        office = part[0].removeprefix(f"{self._at.prefix}.")
        metrics.count("hub_relay_cuts_total", office=office)
        self._ends[part] = end
        while rows := await conn.fetch(LOST_AGAIN, since, self._sent, office, part[1], BATCH):
            await self._send(conn, producer, rows, self._sent)
            since = rows[-1]["position"]


async def _send_part(
    producer: AIOKafkaProducer, part: Part, rows: Sequence[Record]
) -> tuple[int, int]:
    """Send the rows of one partition; the offset of the first, and that after the last."""
    topic, partition = part
    sent = []
    batch = producer.create_batch()
    for row in rows:
        record = {
            "key": row["dispute_id"].bytes,
            "value": row["body"].encode(),
            "timestamp": None,  # the broker's time: it refuses those of a clock that was moved on
            "headers": headers_of(row),
        }
        if batch.append(**record) is None:
            sent.append((await producer.send_batch(batch, topic, partition=partition), batch))
            batch = producer.create_batch()
            batch.append(**record)
    sent.append((await producer.send_batch(batch, topic, partition=partition), batch))
    told = [((await future).offset, one.record_count()) for future, one in sent]
    return told[0][0], told[-1][0] + told[-1][1]


async def _stop(client: AIOKafkaProducer | AIOKafkaConsumer) -> None:
    """Let a client go; one whose broker is gone would wait for it for ever."""
    try:
        async with asyncio.timeout(2):
            await client.stop()
    except (TimeoutError, KafkaError):
        _log.warning("relay.client_left")
