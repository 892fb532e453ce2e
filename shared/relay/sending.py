"""What the relay hands to Kafka, and the clients that it does it with."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import KafkaError
from asyncpg import Record

from shared.logging import logger

LARGEST_BATCH: Final = 512 * 1024
"""Bytes of one partition's batch; the broker takes twice as much."""

SEND_PATIENCE_SECONDS: Final = 30.0
STOP_PATIENCE_SECONDS: Final = 2.0

_log = logger(__name__)

Part = tuple[str, int]
"""Topic and partition."""


def new_producer(kafka: str) -> AIOKafkaProducer:
    """A producer that keeps the order of a partition, and waits for every acknowledgement."""
    return AIOKafkaProducer(
        bootstrap_servers=kafka,
        enable_idempotence=True,
        acks="all",
        linger_ms=0,
        max_batch_size=LARGEST_BATCH,
        request_timeout_ms=int(SEND_PATIENCE_SECONDS * 1000),
    )


def headers_of(row: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    """The headers of a fact on Kafka: CloudEvents in binary mode."""
    headers = [
        *_of_kind(row["office"], row["kind"]),
        ("ce_id", f"{row['case_id']}/{row['version']}".encode()),
        ("ce_subject", str(row["dispute_id"]).encode()),
        ("ce_time", row["at"].isoformat().encode()),
        ("ce_position", b"%d" % row["position"]),
        ("ce_labels", row["labels"].encode()),
    ]
    if row["trace"]:
        headers.append(("traceparent", row["trace"].encode()))
    return headers


@lru_cache(1024)
def _of_kind(office: str, kind: str) -> tuple[tuple[str, bytes], ...]:
    """What every fact of a kind bears, made once."""
    return (
        ("content-type", b"application/json"),
        ("ce_specversion", b"1.0"),
        ("ce_source", f"/offices/{office}".encode()),
        ("ce_type", kind.encode()),
        ("ce_dataschema", f"/schemas/{kind}".encode()),
    )


async def send_part(
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


async def stop(client: AIOKafkaProducer | AIOKafkaConsumer) -> None:
    """Let a client go; one whose broker is gone would wait for it for ever."""
    try:
        async with asyncio.timeout(STOP_PATIENCE_SECONDS):
            await client.stop()
    except (TimeoutError, KafkaError):
        _log.warning("relay.client_left")
        if isinstance(client, AIOKafkaProducer):  # it would send what it holds when nobody waits
            client._sender.sender_task.cancel()  # noqa: SLF001 - nothing public ends it
            await client.client.close()
