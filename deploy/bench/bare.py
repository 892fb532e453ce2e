"""The bare loop: the same durability as the hub's road of a fact, and nothing else.

A case and its fact in one transaction, a relay that forgets what Kafka has acknowledged, a group
consumer that writes inbox, effect and follow-up fact in one statement. No procedure, no law, no
labels, no positions: what is left is what PostgreSQL, Kafka and their two clients cost.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from deploy.bench.office import FACT_BYTES
from deploy.bench.servers import PARTITIONS
from shared.db import Conn
from shared.outbox import part_of

RELAY_BATCH: Final = 1000
HANDLER_BATCH: Final = 500
IDLE_SECONDS: Final = 0.005

TABLES: Final = """
CREATE SCHEMA bare;
CREATE TABLE bare.file (case_id uuid PRIMARY KEY, version int NOT NULL, state text NOT NULL);
CREATE TABLE bare.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id uuid NOT NULL,
  topic text NOT NULL, body text NOT NULL);
CREATE TABLE bare.unsent (id bigint PRIMARY KEY);
CREATE TABLE bare.inbox (case_id uuid, version int, PRIMARY KEY (case_id, version));
CREATE TABLE bare.effect (case_id uuid PRIMARY KEY, state text NOT NULL);
"""

WRITE: Final = """
WITH f AS (
  INSERT INTO bare.file SELECT c, 1, 'asked' FROM unnest($1::uuid[]) c
), p AS (
  INSERT INTO bare.outbox (case_id, topic, body)
  SELECT c, 'asker', b FROM unnest($1::uuid[], $2::text[]) AS n(c, b) RETURNING id
)
INSERT INTO bare.unsent SELECT id FROM p
"""

UNSENT: Final = """
SELECT o.id, o.case_id, o.topic, o.body FROM bare.unsent JOIN bare.outbox o USING (id)
ORDER BY o.id LIMIT $1
"""

HANDLE: Final = """
WITH fresh AS (
  INSERT INTO bare.inbox SELECT * FROM unnest($1::uuid[], $2::int[])
  ON CONFLICT DO NOTHING RETURNING case_id
), e AS (
  INSERT INTO bare.effect SELECT case_id, 'answered' FROM fresh
), p AS (
  INSERT INTO bare.outbox (case_id, topic, body)
  SELECT n.c, 'answerer', n.b FROM unnest($1::uuid[], $3::text[]) AS n(c, b)
  JOIN fresh ON fresh.case_id = n.c RETURNING id
)
INSERT INTO bare.unsent SELECT id FROM p
"""


def body_of(case_id: UUID, kind: str) -> str:
    """A fact of the size that the hub's have."""
    fact = {"kind": kind, "case_id": str(case_id), "version": 1, "words": ""}
    fact["words"] = "x" * (FACT_BYTES - len(json.dumps(fact)))
    return json.dumps(fact)


async def write(conn: Conn, size: int) -> None:
    """One transaction of the writer."""
    cases = [uuid4() for _ in range(size)]
    await conn.execute(WRITE, cases, [body_of(case, "asked") for case in cases])


async def relay(database: str, kafka: str, prefix: str) -> None:
    """Send what is not sent, for ever."""
    conn: Conn = await asyncpg.connect(database)
    producer: Any = AIOKafkaProducer(
        bootstrap_servers=kafka, enable_idempotence=True, acks="all", max_batch_size=512 * 1024
    )
    await producer.start()
    while True:
        rows = await conn.fetch(UNSENT, RELAY_BATCH)
        if not rows:
            await asyncio.sleep(IDLE_SECONDS)
            continue
        parts: dict[tuple[str, int], list[Any]] = defaultdict(list)
        for row in rows:
            parts[row["topic"], part_of(row["case_id"], PARTITIONS)].append(row)
        await asyncio.gather(*(_send(producer, prefix, *k, found) for k, found in parts.items()))
        sent = [row["id"] for row in rows]
        await conn.execute("DELETE FROM bare.unsent WHERE id = ANY($1::bigint[])", sent)


async def _send(producer: Any, prefix: str, topic: str, part: int, rows: Sequence[Any]) -> None:  # noqa: ANN401 - aiokafka carries no types
    batch = producer.create_batch()
    waiting = []
    for row in rows:
        record = {"key": row["case_id"].bytes, "value": row["body"].encode(), "timestamp": None}
        if batch.append(**record) is None:
            waiting.append(await producer.send_batch(batch, f"{prefix}.{topic}", partition=part))
            batch = producer.create_batch()
            batch.append(**record)
    waiting.append(await producer.send_batch(batch, f"{prefix}.{topic}", partition=part))
    for future in waiting:
        await future


async def handle(database: str, kafka: str, prefix: str) -> None:
    """Hear, and answer with an effect and a fact, for ever."""
    conn: Conn = await asyncpg.connect(database)
    consumer: Any = AIOKafkaConsumer(
        f"{prefix}.asker",
        bootstrap_servers=kafka,
        group_id=f"{prefix}.bare",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    while True:
        found = await consumer.getmany(timeout_ms=200, max_records=HANDLER_BATCH)
        facts = [json.loads(record.value) for records in found.values() for record in records]
        if facts:
            cases = [UUID(fact["case_id"]) for fact in facts]
            answers = [body_of(case, "answered") for case in cases]
            await conn.execute(HANDLE, cases, [fact["version"] for fact in facts], answers)
            await consumer.commit()
