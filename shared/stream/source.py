"""Where pages come from: the topics of all offices, read without a group by every web process."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final
from uuid import UUID

from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from shared.logging import logger
from shared.stream.page import Page
from shared.stream.resting import rest_between_fetches

PAUSE_SECONDS: Final = 1.0
"""Between two attempts to reach the broker."""

REST_SECONDS: Final = 0.08
"""Between two handfuls: a watcher hardly sees it, and a fetch of all topics is dear."""

WAIT_MS: Final = 1000
"""So long a fetch lies with the broker while nothing happens."""

_log = logger(__name__)


def page_of(record: Any) -> Page | None:  # noqa: ANN401 - aiokafka carries no types
    """The page in a record of a topic; None when its headers are none of ours."""
    headers = dict(record.headers)
    try:
        return Page(
            position=int(headers["ce_position"]),
            office=headers["ce_source"].decode().rpartition("/")[2],
            kind=headers["ce_type"].decode(),
            dispute_id=UUID(headers["ce_subject"].decode()),
            labels_text=headers["ce_labels"].decode(),
            body=record.value.decode(),
        )
    except (KeyError, ValueError, AttributeError):
        _log.error("stream.unreadable", topic=record.topic, offset=record.offset)
        return None


class Source:
    """Reads the topics from their ends on, for as long as the process lives."""

    def __init__(
        self,
        kafka: str,
        topics: Sequence[str],
        hear: Callable[[Sequence[Page]], None],
        connected: Callable[[], Awaitable[None]],
    ) -> None:
        """`hear` gets pages as they come; `connected` is called once the ends are fixed."""
        self._kafka = kafka
        self._topics = topics
        self._hear = hear
        self._connected = connected

    async def run(self) -> None:
        """Listen for ever; a broker that is away is tried again."""
        while True:
            try:
                await self._listen()
            except (KafkaError, OSError) as error:
                _log.warning("stream.source_away", exc_info=error, pause_seconds=PAUSE_SECONDS)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _listen(self) -> None:
        consumer = AIOKafkaConsumer(
            *self._topics,
            bootstrap_servers=self._kafka,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="latest",
            fetch_max_wait_ms=WAIT_MS,
        )
        try:
            await consumer.start()
            rest_between_fetches(consumer, REST_SECONDS)
            await consumer.seek_to_end()
            for partition in consumer.assignment():
                await consumer.position(partition)
            await self._connected()
            while True:
                found = await consumer.getmany(timeout_ms=1000)
                records = [record for part in found.values() for record in part]
                self._hear([page for record in records if (page := page_of(record))])
        finally:
            await consumer.stop()
