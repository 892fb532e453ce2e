"""What the books of a hub must hold when all is quiet, whoever was killed on the way."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final
from uuid import UUID

import asyncpg
from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.compose import NAMES, offices
from shared.settings import Settings

EXPECTED: Final = """
SELECT l.consumer, count(*) FROM unnest($1::text[], $2::text[]) AS l(consumer, kind)
JOIN hub.outbox o ON o.kind = l.kind GROUP BY 1
"""

HEARD: Final = "SELECT consumer, count(*) FROM hub.inbox GROUP BY 1"

MOVING: Final = """
SELECT (SELECT count(*) FROM hub.unsent)
  + (SELECT count(*) FROM hub.deadline WHERE ended IS NULL
     AND until <= now() + (SELECT shift FROM hub.clock))
  + (SELECT coalesce(max(position), 0) FROM hub.position)
  - (SELECT coalesce(max(position), 0) FROM hub.sent WHERE topic = '')
"""

QUIET: Final = f"""
SELECT ({MOVING}) = 0 AND NOT EXISTS (
  SELECT FROM ({EXPECTED}) e FULL JOIN ({HEARD}) h USING (consumer)
  WHERE e.count IS DISTINCT FROM h.count
)
"""  # noqa: S608 - of the constants above
"""One statement, and so one moment: between two, what is heard last may bring a page that nobody
has heard yet, and the books would look quiet."""

PAGES_WITH_A_GAP: Final = """
SELECT case_id FROM hub.file f FULL JOIN (
  SELECT case_id, count(*) AS pages, max(version) AS last FROM hub.outbox GROUP BY 1
) o USING (case_id)
WHERE pages IS DISTINCT FROM last OR last IS DISTINCT FROM f.version
"""

A_DISPUTE: Final = """
SELECT d.case_id, count(*) FILTER (WHERE o.kind = 'routing.routed.v1') AS routed,
       count(*) FILTER (WHERE o.kind = 'routing.whistle_blown.v1') AS blown
FROM intake.dispute d LEFT JOIN hub.outbox o ON o.dispute_id = d.case_id
GROUP BY 1
"""

LAPSES: Final = """
SELECT d.case_id, d.name, d.subject, o.by,
       o.legal_on = ((d.until - interval '1 microsecond') AT TIME ZONE 'Asia/Shanghai')::date
         AS dated
FROM hub.deadline d JOIN hub.outbox o ON (o.case_id, o.version) = (d.case_id, d.ended_by)
WHERE d.ended = 'lapsed'
"""


def listening() -> tuple[list[str], list[str]]:
    """Consumers, and what each listens to."""
    pairs = [(f"hub.{one.name}.office", kind.kind_name()) for one in offices()
             for kind in one.listens]  # fmt: skip
    return [consumer for consumer, _ in pairs], [kind for _, kind in pairs]


async def is_quiet(db: asyncpg.Connection) -> bool:
    """Whether everything was sent, everything that is due recorded, and all heard."""
    return bool(await db.fetchval(QUIET, *listening()))


async def what_moves(db: asyncpg.Connection) -> str:
    """What keeps it from being quiet."""
    expected, heard = await db.fetch(EXPECTED, *listening()), await db.fetch(HEARD)
    parked = await db.fetch("SELECT consumer, reason, count(*) FROM hub.parked GROUP BY 1, 2")
    return f"{await db.fetchval(MOVING)} moving; {expected} expected, {heard} heard, {parked}"


async def hold(db: asyncpg.Connection, acknowledged: Mapping[UUID, str]) -> None:
    """Assert what must be true of every page, and of every dispute that was acknowledged."""
    kept = dict(await db.fetch("SELECT case_id, number FROM intake.dispute"))
    assert kept == acknowledged
    each = {(row["routed"], row["blown"]) for row in await db.fetch(A_DISPUTE)}
    assert each == {(1, 1)}, "each routed once, one whistle for each"
    assert await db.fetch(PAGES_WITH_A_GAP) == []
    count, last = await db.fetchrow("SELECT count(*), max(position) FROM hub.position")
    assert count == last == await db.fetchval("SELECT count(*) FROM hub.outbox")
    assert await db.fetchval("SELECT count(*) FROM hub.parked") == 0
    assert dict(await db.fetch(EXPECTED, *listening())) == dict(await db.fetch(HEARD))


async def lapsed_once(db: asyncpg.Connection, name: str) -> int:
    """Assert that what is over lapsed once, by the clock, on its day; how many of this name."""
    rows = await db.fetch(LAPSES)
    assert {(row["by"], row["dated"]) for row in rows} <= {("clock", True)}
    pages = await db.fetchval(
        "SELECT count(*) FROM hub.outbox o WHERE kind LIKE 'routing.%lapsed.v1'"
    )
    whistles = await db.fetchval(
        "SELECT count(*) FROM hub.deadline WHERE office = 'routing' AND ended = 'lapsed'"
    )
    assert pages == whistles
    return sum(row["name"] == name for row in rows)


async def topics_hold_all(db: asyncpg.Connection, kafka: str) -> None:
    """Assert that the topics hold each page, in order of first occurrence."""
    number = Settings(kafka=kafka).partitions
    parts = [TopicPartition(f"hub.{name}", part) for name in NAMES for part in range(number)]
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka, max_partition_fetch_bytes=8 << 20)
    await consumer.start()
    consumer.assign(parts)
    await consumer.seek_to_beginning()
    first: dict[TopicPartition, list[int]] = defaultdict(list)
    known: set[int] = set()
    try:
        ends = await consumer.end_offsets(parts)
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, records in (await consumer.getmany(timeout_ms=500)).items():
                for record in records:
                    position = int(dict(record.headers)["ce_position"])
                    if position not in known:
                        first[tp].append(position)
                        known.add(position)
    finally:
        await consumer.stop()
    assert all(seen == sorted(seen) for seen in first.values())
    assert known == {row[0] for row in await db.fetch("SELECT position FROM hub.position")}
