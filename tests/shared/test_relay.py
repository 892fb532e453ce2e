"""The relay on a real broker: what it remembers of the topics, and what it takes up again."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.local.kafka import create_topics
from shared.clock import StillClock
from shared.db import Pool
from shared.relay import Address, Relay
from shared.relay import relay as relaying
from shared.work import Act
from tests.shared import hearing
from tests.work import toy


@dataclass
class Desk:
    """Lends, and relays what it lent."""

    pool: Pool
    clock: StillClock
    address: Address

    @property
    def topic(self) -> str:
        return self.address.topic("toy")

    async def lend(self, files: int) -> None:
        """One page in each of so many files."""
        hub = hearing.make_hub(self.pool, self.clock)
        ids = [uuid4() for _ in range(files)]
        await hub.run([Act(do=partial(toy.lend, case_id=i), files=(i,)) for i in ids])

    @asynccontextmanager
    async def relay(self) -> AsyncIterator[None]:
        """A relay that has sent everything, until the block ends."""
        task = asyncio.create_task(Relay(self.address).run())
        try:
            await hearing.all_sent(self.pool)
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def on_topic(self) -> Counter[int]:
        """How often the topic holds each position."""
        parts = [TopicPartition(self.topic, part) for part in range(hearing.PARTITIONS)]
        consumer = AIOKafkaConsumer(bootstrap_servers=self.address.kafka)
        await consumer.start()
        consumer.assign(parts)
        await consumer.seek_to_beginning()
        found: Counter[int] = Counter()
        try:
            ends = await consumer.end_offsets(parts)
            while any([await consumer.position(tp) < end for tp, end in ends.items()]):
                for records in (await consumer.getmany(timeout_ms=200)).values():
                    found.update(int(dict(r.headers)["ce_position"]) for r in records)
        finally:
            await consumer.stop()
        return found

    async def kept(self) -> dict[tuple[str, int], list[int]]:
        """Positions that the relay remembers, by topic and partition."""
        rows = await self.pool.fetch(
            "SELECT topic, part, array_agg(position ORDER BY position) AS positions"
            " FROM hub.sent GROUP BY 1, 2"
        )
        return {(row["topic"], row["part"]): row["positions"] for row in rows}


@pytest.fixture
async def desk(db: Pool, clock: StillClock, database: str, kafka: str) -> Desk:
    await db.execute(toy.CREATE)
    address = Address(database, kafka, f"r{uuid4().hex[:10]}", ("toy",))
    await create_topics(kafka, [address.topic("toy")], hearing.PARTITIONS)
    return Desk(db, clock, address)


async def test_what_a_killed_relay_had_begun_to_mend_the_next_one_finishes(desk: Desk) -> None:
    async with desk.relay():
        await desk.lend(10)
        await hearing.all_sent(desk.pool)
        await desk.lend(30)
        await hearing.all_sent(desk.pool)
    (topic, part), positions = max(
        (at, held) for at, held in (await desk.kept()).items() if at[0] == desk.topic
    )
    since = positions[0] - 1
    await desk.pool.execute(  # a cut is on record, and nothing has been sent again
        "DELETE FROM hub.sent WHERE topic = $1 AND part = $2", topic, part
    )
    await desk.pool.execute(
        "INSERT INTO hub.cut (topic, part, end_offset, position) VALUES ($1, $2, 0, $3)",
        topic, part, since,
    )  # fmt: skip
    before = await desk.on_topic()
    async with desk.relay():
        await desk.lend(1)
        await hearing.all_sent(desk.pool)
    again = Counter({position: n - 1 for position, n in (await desk.on_topic()).items()})
    lost = await desk.pool.fetch(
        "SELECT position FROM hub.position JOIN hub.outbox USING (seq) WHERE part = $1", part
    )
    assert set(before.values()) == {1}
    assert {position for position, n in again.items() if n} == {
        row["position"] for row in lost if row["position"] in before
    }
    held = (await desk.kept())[topic, part]
    async with desk.relay():
        pass
    assert (await desk.kept())[topic, part] == held, "a third one has nothing to finish"


async def test_old_positions_are_forgotten_and_the_newest_of_each_partition_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "KEPT", 5)
    monkeypatch.setattr(relaying, "PRUNE_EVERY", 10)
    async with desk.relay():
        for _ in range(20):
            await desk.lend(1)
            await hearing.all_sent(desk.pool)
    whole = await desk.kept()
    async with desk.relay():
        await desk.lend(1)  # sent after the pruning with which a relay begins
        await hearing.all_sent(desk.pool)
    kept = await desk.kept()
    left = {at: [p for p in kept[at] if p <= 20] for at in whole}
    assert left == {at: [p for p in held if p >= 20 - 5 or p == held[-1]]
                    for at, held in whole.items()}  # fmt: skip


async def test_a_relay_that_begins_anew_sends_nothing_twice(desk: Desk) -> None:
    for _ in range(3):
        await desk.lend(5)
        async with desk.relay():
            await desk.lend(5)
            await hearing.all_sent(desk.pool)
    assert await desk.on_topic() == Counter(range(1, 31))
