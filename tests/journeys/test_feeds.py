"""Both feeds on a real broker: nothing lost and nothing doubled, whoever ends in the middle.

The same tests serve the Faust agent and the plain consumer: facts written through a hub go by
relay, topic, feed and mailroom to effects.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal
from uuid import UUID, uuid4

import psutil
import pytest
from aiokafka import AIOKafkaProducer

from deploy.local.kafka import LocalKafka, create_topics
from deploy.local.ports import free_port
from shared.clock import StillClock
from shared.db import Pool
from shared.feed.agent import make_app, symptom
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom
from shared.outbox import Waker
from shared.relay import Address, Relay
from shared.verify import check, general_rules
from shared.work import Act, Hub
from tests.shared import hearing
from tests.shared.hearing import PARTITIONS, Ear
from tests.work import toy

pytestmark = [
    pytest.mark.filterwarnings("default"),  # faust and mode use what Python has deprecated
    pytest.mark.timeout(240),
]

Kind = Literal["plain", "faust"]
FILES = 12

ON_TOPICS = """
SELECT sum(ends.next_offset) FROM (
  SELECT max(next_offset) AS next_offset FROM hub.sent WHERE topic <> '' GROUP BY topic, part) ends
"""

UNHEARD = """
SELECT count(*) FROM hub.outbox o WHERE kind = 'toy.asked.v1' AND case_id = ANY($2::uuid[])
AND NOT EXISTS (SELECT FROM hub.inbox i WHERE i.consumer = $1
                AND i.case_id = o.case_id AND i.version = o.version)
"""


@dataclass
class Street:
    """One office that hears what is asked in some files, by topics of its own."""

    hub: Hub
    kind: Kind
    kafka: str
    database: str
    prefix: str
    ear: Ear = field(default_factory=Ear)
    files: list[UUID] = field(default_factory=lambda: [uuid4() for _ in range(FILES)])
    asked: int = 0

    @property
    def consumer(self) -> str:
        """The name under which it hears."""
        return f"{self.prefix}.toy.office"

    async def begin(self) -> None:
        """Make the topics, and open the files."""
        self.ear.heeds = set(self.files)
        await create_topics(self.kafka, [f"{self.prefix}.toy"], PARTITIONS)
        await self.hub.run([Act(do=partial(toy.lend, case_id=i), files=(i,)) for i in self.files])

    async def ask(self, times: int) -> None:
        """Put more pages into every file."""
        for _ in range(times):
            self.asked += 1
            ask = partial(toy.ask, department=str(self.asked))
            acts = [Act(do=partial(ask, case_id=i), files=(i,)) for i in self.files]
            await self.hub.run(acts)

    async def settle(self) -> None:
        """Wait until every page of the files was heard, and everything was sent."""
        async with asyncio.timeout(60):
            while await self.hub.pool.fetchval(UNHEARD, self.consumer, self.files):  # noqa: ASYNC110 - only the books tell
                await asyncio.sleep(0.02)
        await hearing.all_sent(self.hub.pool)  # what hearing has led to as well

    @property
    def said(self) -> list[list[str]]:
        """What was put into each file, page by page."""
        return [[str(n) for n in range(1, self.asked + 1)]] * len(self.files)

    async def heard(self) -> list[list[str]]:
        """What was heard of each file, in the order in which it was heard."""
        return [await hearing.heard(self.hub.pool, case_id) for case_id in self.files]

    async def holds(self) -> None:
        """Every page was heard once and in order, and the books agree."""
        assert await self.heard() == self.said
        assert await self.hub.pool.fetchval("SELECT count(*) FROM hub.parked") == 0
        rules = general_rules(self.hub, [self.ear.office], self.prefix, self.kafka)
        found = [one async for one in check(self.hub.pool, rules)]
        broken = [one.rule.name for one in found if not one.holds]
        assert [name for name in broken if name not in {"heard", "late"}] == []

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[None]:
        """Meanwhile a relay sends."""
        waker = Waker(self.hub.pool)
        relay = Relay(Address(self.database, self.kafka, self.prefix, ("toy",)))
        tasks = [asyncio.create_task(waker.run()), asyncio.create_task(relay.run())]
        try:
            yield
        finally:
            await _end(*tasks)

    @asynccontextmanager
    async def hearing(self) -> AsyncIterator[None]:
        """Meanwhile the office hears, by its feed."""
        mailroom = Mailroom(self.hub, self.ear.office, self.consumer)
        topics = [f"{self.prefix}.toy"]
        cuts = Cuts(self.hub.pool, self.consumer, topics)
        if self.kind == "plain":
            task = asyncio.create_task(PlainFeed(mailroom, self.kafka, topics, cuts).run())
            try:
                yield
            finally:
                await _end(task)
            return
        app = make_app(mailroom, self.kafka, topics, cuts)
        await app.start()
        try:
            yield
            assert symptom(app) == ""
        finally:
            await app.stop()


async def _end(*tasks: "asyncio.Task[None]") -> None:
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture(params=["plain", "faust"])
async def unbegun(
    request: pytest.FixtureRequest, db: Pool, clock: StillClock, database: str
) -> Street:
    await db.execute(toy.CREATE)
    hub = hearing.make_hub(db, clock)
    return Street(hub, request.param, "", database, f"f{uuid4().hex[:10]}")


@pytest.fixture
async def street(unbegun: Street, kafka: str) -> Street:
    unbegun.kafka = kafka
    await unbegun.begin()
    return unbegun


async def test_what_is_written_is_heard_once_and_in_order(street: Street) -> None:
    async with street.relaying(), street.hearing():
        await street.ask(10)
        await street.settle()
    assert await street.heard() == street.said
    await street.holds()


async def test_who_begins_to_hear_late_hears_from_the_beginning(street: Street) -> None:
    async with street.relaying():
        await street.ask(10)
        await hearing.all_sent(street.hub.pool)
        assert await street.heard() == [[]] * FILES  # nobody was there yet
        async with street.hearing():
            await street.settle()
    assert await street.heard() == street.said
    await street.holds()


async def test_ends_and_beginnings_in_the_middle_lose_and_double_nothing(street: Street) -> None:
    for _ in range(3):
        async with street.relaying():
            asking = asyncio.create_task(street.ask(8))
            async with street.hearing():
                await asking
        await street.ask(2)
    async with street.relaying(), street.hearing():
        await street.settle()
    assert street.asked == 30
    assert await street.heard() == street.said
    await street.holds()


async def test_a_feed_that_is_given_again_what_it_has_heard_does_nothing(street: Street) -> None:
    async with street.relaying(), street.hearing():
        await street.ask(5)
        await street.settle()
    await street.hub.pool.execute("DELETE FROM hub.sent")  # the next relay sends everything again
    async with street.relaying(), street.hearing():
        await street.ask(1)
        await street.settle()
    pages = await street.hub.pool.fetchval("SELECT count(*) FROM hub.outbox")
    assert await street.hub.pool.fetchval(ON_TOPICS) > pages  # it was given again
    assert await street.heard() == street.said
    await street.holds()


async def test_a_message_that_cannot_be_read_is_parked_and_the_feed_goes_on(
    street: Street,
) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=street.kafka)
    await producer.start()
    for headers in ([], [("ce_type", b"toy.asked.v1")], [("ce_id", b"?"), ("ce_labels", b"[")]):
        await producer.send_and_wait(f"{street.prefix}.toy", b"\xff", partition=0, headers=headers)
    await producer.send_and_wait(f"{street.prefix}.toy", None, key=b"?", partition=0)
    await producer.stop()
    async with street.relaying(), street.hearing():
        await street.ask(3)
        await street.settle()
    assert await street.hub.pool.fetchval("SELECT count(*) FROM hub.parked") == 4


# -- a topic that has lost its newest records


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[LocalKafka]:
    server = LocalKafka(tmp_path / "kafka", free_port(), free_port(), heap_mb=384)
    server.start(train=False)
    yield server
    server.stop()


def kill(broker: LocalKafka) -> None:
    """As a power cut does."""
    assert broker.pid
    process = psutil.Process(broker.pid)
    process.kill()
    process.wait(10)


def keep(broker: LocalKafka, prefix: str, kept: Path) -> None:
    """Keep the logs of the topics as they are on a broker that has stopped."""
    for log in (broker.folder / "data").glob(f"{prefix}.*"):
        shutil.copytree(log, kept / log.name)


def put_back(broker: LocalKafka, kept: Path) -> None:
    """Give the logs back what they held when they were kept; offsets of groups stay."""
    for log in kept.iterdir():
        shutil.rmtree(broker.folder / "data" / log.name)
        shutil.copytree(log, broker.folder / "data" / log.name)


async def test_what_a_cut_topic_lost_is_sent_again_and_heard_once(
    unbegun: Street, broker: LocalKafka, tmp_path: Path
) -> None:
    """发件箱为准，主题只是副本."""
    street = unbegun
    street.kafka = broker.bootstrap
    await street.begin()
    async with street.relaying():
        async with street.hearing():
            await street.ask(3)
            await street.settle()
        broker.stop()
        keep(broker, street.prefix, tmp_path / "kept")
        await asyncio.to_thread(broker.start, train=False)
        async with street.hearing():
            await street.ask(6)
            await street.settle()
        await street.ask(2)
        await hearing.all_sent(street.hub.pool)
        kill(broker)
        put_back(broker, tmp_path / "kept")
        await street.ask(2)
        await asyncio.to_thread(broker.start, train=False)
        async with street.hearing():
            await street.settle()
            await street.ask(3)
            await street.settle()
    assert await street.hub.pool.fetchval("SELECT count(*) FROM hub.cut") > 0
    await street.holds()


async def test_a_feed_that_lives_through_a_cut_hears_everything_once(
    unbegun: Street, broker: LocalKafka, tmp_path: Path
) -> None:
    street = unbegun
    street.kafka = broker.bootstrap
    await street.begin()
    async with street.relaying():
        await street.ask(3)
        await hearing.all_sent(street.hub.pool)
        broker.stop()
        keep(broker, street.prefix, tmp_path / "kept")
        await asyncio.to_thread(broker.start, train=False)
        async with street.hearing():
            await street.ask(6)
            await street.settle()
            kill(broker)
            put_back(broker, tmp_path / "kept")
            await street.ask(2)
            await asyncio.to_thread(broker.start, train=False)
            await street.settle()
            await street.ask(2)
            await street.settle()
    assert await street.hub.pool.fetchval("SELECT count(*) FROM hub.cut") > 0
    await street.holds()
