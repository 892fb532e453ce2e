"""Whether the topics hold what the outbox says was sent, in order and letter by letter."""

from array import array
from bisect import bisect_left
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, TopicPartition

from shared.db import Conn
from shared.office import Broken
from shared.verify.find import Finds

BATCH: Final = 5000
"""Pages of the outbox read at once."""

WAIT_MS: Final = 1000

CHECKPOINT: Final = "SELECT coalesce(max(position), 0) FROM hub.sent WHERE topic = ''"

PARTS: Final = "SELECT DISTINCT topic, part FROM hub.sent WHERE topic <> ''"

SENT: Final = """
SELECT p.position, o.case_id, o.version, o.office, o.part, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2 ORDER BY p.position LIMIT $3
"""

Part = tuple[str, int]
"""Topic and partition."""


@dataclass(slots=True)
class _Log:
    """A partition as far as its order counts: each fact where it first came, if in its place."""

    positions: "array[int]" = field(default_factory=lambda: array("q"))
    digests: "array[int]" = field(default_factory=lambda: array("q"))
    read: int = 0
    """How many of these the outbox has been held against."""

    def add(self, position: int, digest: int) -> None:
        """The next record; one that comes again, or out of its place, is not kept."""
        if not self.positions or position > self.positions[-1]:
            self.positions.append(position)
            self.digests.append(digest)

    def holds(self, position: int, digest: int) -> bool:
        """Whether this fact comes next, as it was written; what is strange to us is passed over."""
        at = bisect_left(self.positions, position, self.read)
        found = at < len(self.positions) and self.positions[at] == position
        in_place = found and at == self.read
        self.read = at + found
        return in_place and self.digests[at] == digest


class Topics:
    """Reads every topic once, from the beginning, without a group."""

    def __init__(self, kafka: str | None, prefix: str) -> None:
        self._kafka = kafka
        self._prefix = prefix

    async def check(self, conn: Conn) -> Broken:
        """Facts that were sent and are not in their topic, not in their place, or not the same."""
        finds = Finds()
        checkpoint = await conn.fetchval(CHECKPOINT)
        parts = [TopicPartition(row["topic"], row["part"]) for row in await conn.fetch(PARTS)]
        logs = await self._read(parts, checkpoint, finds) if parts else {}
        last = 0
        while rows := await conn.fetch(SENT, last, checkpoint, BATCH):
            last = rows[-1]["position"]
            for row in rows:
                log = logs.get((f"{self._prefix}.{row['office']}", row["part"]))
                said = _digest(f"{row['case_id']}/{row['version']}", row["body"].encode())
                if log is None or not log.holds(row["position"], said):
                    finds.add(row["case_id"])
        return finds.broken()

    async def _read(
        self, parts: Sequence[TopicPartition], checkpoint: int, finds: Finds
    ) -> Mapping[Part, _Log]:
        logs: dict[Part, _Log] = {}
        async with self._consumer() as consumer:
            consumer.assign(parts)
            await consumer.seek_to_beginning(*parts)
            ends = await consumer.end_offsets(parts)
            left = {tp for tp in parts if ends[tp] > 0}
            while left:
                for tp, records in (await consumer.getmany(timeout_ms=WAIT_MS)).items():
                    log = logs.setdefault((tp.topic, tp.partition), _Log())
                    for record in records:
                        _take(log, record, checkpoint, finds)
                left = {tp for tp in left if await consumer.position(tp) < ends[tp]}
        return logs

    @asynccontextmanager
    async def _consumer(self) -> AsyncIterator[Any]:
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self._kafka, enable_auto_commit=False, max_poll_records=BATCH
        )
        await consumer.start()
        try:
            yield consumer
        finally:
            await consumer.stop()


def _take(log: _Log, record: Any, checkpoint: int, finds: Finds) -> None:  # noqa: ANN401 - as above
    headers = dict(record.headers)
    try:
        position = int(headers["ce_position"])
    except (KeyError, ValueError):
        finds.add(f"{record.topic}/{record.partition}@{record.offset}")
        return
    if position <= checkpoint:
        log.add(position, _digest(headers.get("ce_id", b"").decode(), record.value or b""))


def _digest(page: str, body: bytes) -> int:
    """A short sum of a page and its body, that a million of which fit into little memory."""
    found = blake2b(page.encode() + b"\n" + body, digest_size=8).digest()
    return int.from_bytes(found, signed=True)
