"""A plain group consumer: for bulk, such as a backlog, a spike or a rebuild."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError

from shared.feed.cuts import EVERY_SECONDS, Cuts
from shared.logging import logger
from shared.mailroom import Mailroom
from shared.parked import Letter
from shared.work import LOST

BATCH: Final = 500
IDLE_MS: Final = 200

_log = logger(__name__)


class _Given(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka carries no types
    """Notices that partitions were given, so that cuts are looked for at once."""

    def __init__(self) -> None:
        self.fresh = True

    def on_partitions_revoked(self, revoked: object) -> None:
        """Nothing is held over: a batch is acknowledged before the next one is fetched."""

    def on_partitions_assigned(self, assigned: object) -> None:  # noqa: ARG002 - its signature
        """Look for cuts before the next batch."""
        self.fresh = True


class PlainFeed:
    """Feeds one office's mailroom until it is stopped, or until nothing more is there."""

    def __init__(self, mailroom: Mailroom, kafka: str, topics: Sequence[str], cuts: Cuts) -> None:
        self._mailroom = mailroom
        self._kafka = kafka
        self._topics = list(topics)
        self._cuts = cuts
        self.taken = 0
        """Messages taken in so far."""

    async def run(self, *, until_caught_up: bool = False) -> None:
        """Feed for ever; a broker that is away is waited for."""
        while True:
            try:
                await self._feed(until_caught_up=until_caught_up)
            except (*LOST, KafkaError) as error:
                _log.warning("feed.waits", consumer=self._mailroom.consumer, exc_info=error)
                await asyncio.sleep(1.0)
            else:
                return

    async def _feed(self, *, until_caught_up: bool) -> None:
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self._kafka,
            group_id=self._mailroom.consumer,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            session_timeout_ms=6_000,
            heartbeat_interval_ms=2_000,
            max_poll_interval_ms=600_000,
        )
        given = _Given()
        consumer.subscribe(self._topics, listener=given)
        try:
            await consumer.start()  # one that is cancelled here would stay in the group
            looked = 0.0
            clock = asyncio.get_running_loop().time
            while True:
                if given.fresh or clock() - looked > EVERY_SECONDS:
                    given.fresh = False
                    await self._go_back(consumer)
                    looked = clock()
                batch = await consumer.getmany(timeout_ms=IDLE_MS, max_records=BATCH)
                if batch:
                    await self._take_in(consumer, batch)
                elif until_caught_up and await _caught_up(consumer):
                    return
        finally:
            with suppress(KafkaError):
                await consumer.stop()

    async def _take_in(self, consumer: Any, batch: dict[TopicPartition, list[Any]]) -> None:  # noqa: ANN401 - aiokafka carries no types
        letters = [
            Letter.read(r.topic, r.partition, r.offset, r.headers, r.value)
            for records in batch.values()
            for r in records
        ]
        await self._mailroom.take_in(letters)
        self.taken += len(letters)
        with suppress(CommitFailedError, IllegalStateError):  # given to another: it starts again
            await consumer.commit({tp: rs[-1].offset + 1 for tp, rs in batch.items()})

    async def _go_back(self, consumer: Any) -> None:  # noqa: ANN401 - as above
        given = {(tp.topic, tp.partition) for tp in consumer.assignment()}
        ids, back = await self._cuts.unseen(given)
        for part, offset in back.items():
            tp = TopicPartition(*part)
            if await consumer.position(tp) > offset:
                consumer.seek(tp, offset)
                await consumer.commit({tp: offset})  # or the next start would not go back
        if ids:
            await self._cuts.seen(ids)


async def _caught_up(consumer: Any) -> bool:  # noqa: ANN401 - as above
    """Whether every partition that was given has been read to its end."""
    parts = consumer.assignment()
    if not parts:
        return False
    ends = await consumer.end_offsets(list(parts))
    return all([await consumer.position(tp) >= ends[tp] for tp in parts])
