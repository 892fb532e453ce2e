"""What was sent is held against its topic, and each break is found."""

import asyncio
from uuid import uuid4

import pytest
from aiokafka import AIOKafkaProducer

from deploy.local.kafka import create_topics
from shared.clock import StillClock
from shared.db import Pool
from shared.office import Broken
from shared.relay import Address, Relay
from shared.work import Hub
from tests.shared import hearing
from tests.shared.hearing import PARTITIONS, Ear
from tests.shared.verifying import Books, busy, desk, ear, lend, number

__all__ = ["desk", "ear"]


@pytest.fixture
async def sent(
    desk: Hub, ear: Ear, clock: StillClock, database: str, kafka: str
) -> tuple[Books, str]:
    """Books whose facts were all sent, and the prefix of their topics."""
    prefix = f"v{uuid4().hex[:8]}"
    await create_topics(kafka, [f"{prefix}.toy"], PARTITIONS)
    await busy(desk, clock)
    relay = asyncio.create_task(Relay(Address(database, kafka, prefix, ("toy",))).run())
    await hearing.all_sent(desk.pool)
    relay.cancel()
    await asyncio.wait([relay])
    return Books(desk, ear, prefix, kafka), prefix


async def test_what_was_sent_is_in_its_topic_in_order(sent: tuple[Books, str]) -> None:
    books, _ = sent
    assert "topics" not in await books.broken()


async def test_a_fact_that_is_not_in_its_topic_is_found(
    sent: tuple[Books, str], desk: Hub, db: Pool
) -> None:
    books, _ = sent
    await lend(desk, case_id := uuid4())
    await number(db)
    assert "topics" not in await books.broken()  # it was not sent yet
    await db.execute(
        "UPDATE hub.sent SET position = (SELECT max(position) FROM hub.position) WHERE topic = ''"
    )
    assert (await books.broken())["topics"] == Broken(1, (str(case_id),))


async def test_a_fact_that_travelled_with_other_words_is_found(
    sent: tuple[Books, str], db: Pool
) -> None:
    books, _ = sent
    case_id = await db.fetchval(
        "UPDATE hub.outbox SET body = body || ' ' WHERE seq = 2 RETURNING case_id"
    )
    assert (await books.broken())["topics"] == Broken(1, (str(case_id),))


async def test_facts_that_came_out_of_their_order_are_found(
    sent: tuple[Books, str], db: Pool
) -> None:
    books, _ = sent
    first, second = await db.fetchrow(
        "SELECT min(position), max(position) FROM hub.position JOIN hub.outbox o USING (seq)"
        " WHERE o.case_id = (SELECT case_id FROM hub.outbox GROUP BY 1 HAVING count(*) > 1 LIMIT 1)"
    )
    await db.execute("UPDATE hub.position SET position = -1 WHERE position = $1", first)
    await db.execute("UPDATE hub.position SET position = $1 WHERE position = $2", first, second)
    await db.execute("UPDATE hub.position SET position = $1 WHERE position = -1", second)
    assert (await books.broken())["topics"].count >= 1


async def test_a_record_of_strangers_in_a_topic_is_found_and_a_repeat_is_not(
    sent: tuple[Books, str], kafka: str, db: Pool
) -> None:
    books, prefix = sent
    await db.execute("DELETE FROM hub.unsent")
    row = await db.fetchrow("SELECT * FROM hub.outbox WHERE seq = 1")
    producer = AIOKafkaProducer(bootstrap_servers=kafka)
    await producer.start()
    same = [("ce_position", b"1"), ("ce_id", f"{row['case_id']}/{row['version']}".encode())]
    await producer.send_and_wait(
        f"{prefix}.toy", row["body"].encode(), partition=row["part"], headers=same
    )
    assert "topics" not in await books.broken()
    await producer.send_and_wait(f"{prefix}.toy", b"?", partition=row["part"])
    await producer.stop()
    assert (await books.broken())["topics"].count == 1
