"""Parked messages 滞留件: what a consumer could not handle, and the lane behind it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import Pool, metadata
from shared.labels import labels_in

KIND: Final = "ce_type"
"""The header that says the kind of a record's fact."""

PARKED: Final = Table(
    "parked",
    metadata,
    Column("parked_id", BigInteger, Identity(always=True), primary_key=True),
    Column("consumer", Text, nullable=False),
    Column("case_id", Uuid),
    Column("version", Integer),
    Column("topic", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("record_offset", BigInteger, nullable=False),
    Column("headers", JSONB, nullable=False),
    Column("body", Text, nullable=False),
    Column("mended", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""`state`: `parked` (failed), `waiting` (behind one that failed), `replayed` or `discarded`.

The lane is (consumer, case_id). A message whose headers name no file has no lane and holds up
nobody. `body` shows bytes that are no UTF-8 as escapes: such a message must be mended to be read.
"""

Index(
    "ix_parked_lane",
    PARKED.c.consumer,
    PARKED.c.case_id,
    postgresql_where=PARKED.c.state.in_(("parked", "waiting")),
)
Index(
    "uq_parked_record",
    PARKED.c.consumer,
    PARKED.c.topic,
    PARKED.c.part,
    PARKED.c.record_offset,
    unique=True,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it lay on its topic; `case_id` and `version` from its headers, if they say."""

    topic: str
    part: int
    offset: int
    body: bytes
    raw: Mapping[str, bytes] = field(default_factory=dict)
    """The headers as they lay there."""
    kind: str = ""
    case_id: UUID | None = None
    version: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    trace: str = ""

    @classmethod
    def read(
        cls,
        topic: str,
        part: int,
        offset: int,
        headers: Iterable[tuple[str, bytes]],
        body: bytes | None,
    ) -> "Letter":
        """A record of Kafka; headers that cannot be read are left out, the body is kept as is."""
        raw = dict(headers)
        case_id, version = _page(said(raw.get("ce_id")))
        return cls(
            topic,
            part,
            offset,
            body or b"",
            raw,
            said(raw.get(KIND)),
            case_id,
            version,
            labels_in(said(raw.get("ce_labels"))),
            said(raw.get("traceparent")),
        )

    @property
    def headers(self) -> dict[str, str]:
        """The headers as text."""
        return {name: said(value) for name, value in self.raw.items() if value}


def said(value: bytes | None) -> str:
    """A header as text."""
    return value.decode("utf-8", "replace") if value else ""


def _page(said: str) -> tuple[UUID | None, int | None]:
    case_id, _, version = said.partition("/")
    try:
        return UUID(case_id), int(version)
    except ValueError:
        return None, None


LANE: Final = "SELECT pg_advisory_xact_lock(hashtextextended($1 || $2::uuid::text, 0))"
"""Whoever puts a letter behind a lane, or finds it empty, holds this."""

INSERT: Final = """
INSERT INTO hub.parked (consumer, case_id, version, topic, part, record_offset, headers, body,
                        state, reason, at)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
"""

UNHEARD: Final = """
 WHERE NOT EXISTS (SELECT FROM hub.inbox WHERE consumer = $1 AND case_id = $2 AND version = $3)
"""
"""What the inbox knows was settled: it is neither parked again nor put behind."""

ONCE: Final = " ON CONFLICT (consumer, topic, part, record_offset) DO NOTHING"

IN_LANE: Final = """
 AND EXISTS (SELECT FROM hub.parked WHERE consumer = $1 AND case_id = $2
               AND state IN ('parked', 'waiting'))
"""

HELD: Final = """
SELECT EXISTS (SELECT FROM hub.parked WHERE consumer = $1 AND case_id = $2
               AND state IN ('parked', 'waiting'))
"""

NEXT_IN_LANE: Final = """
SELECT * FROM hub.parked WHERE consumer = $1 AND case_id = $2 AND state IN ('parked', 'waiting')
ORDER BY version, parked_id LIMIT 1
"""


async def in_lanes(pool: Pool, consumer: str, case_ids: Iterable[UUID | None]) -> set[UUID]:
    """Those of the files that have a parked page for this consumer."""
    rows = await pool.fetch(
        "SELECT DISTINCT case_id FROM hub.parked WHERE consumer = $1 AND case_id = ANY($2::uuid[])"
        " AND state IN ('parked', 'waiting')",
        consumer,
        [one for one in case_ids if one],
    )
    return {row["case_id"] for row in rows}


async def park(pool: Pool, consumer: str, letter: Letter, reason: str, at: datetime) -> None:
    """Park a letter with its reason; the same record is parked once, a settled page never again."""
    await pool.execute(INSERT + UNHEARD + ONCE, *_row(consumer, letter, "parked", reason, at))


async def put_behind(pool: Pool, consumer: str, letter: Letter, at: datetime) -> bool:
    """Keep a letter behind what is parked in its lane; False if the lane is free."""
    async with pool.acquire() as conn, conn.transaction():
        await conn.execute(LANE, consumer, letter.case_id)
        row = _row(consumer, letter, "waiting", "前一页滞留", at)
        held = await conn.fetchval(HELD, *row[:2])
        await conn.execute(INSERT + UNHEARD + IN_LANE + ONCE, *row)
        return bool(held)


async def record_of(pool: Pool, consumer: str, case_id: UUID) -> tuple[int, Letter] | None:
    """The first page that is parked or waits in a lane, as mended; None when the lane is empty."""
    async with pool.acquire() as conn, conn.transaction():
        await conn.execute(LANE, consumer, case_id)
        row = await conn.fetchrow(NEXT_IN_LANE, consumer, case_id)
    if row is None:
        return None
    return row["parked_id"], letter_of(row)


async def is_known(pool: Pool, consumer: str, letter: Letter) -> bool:
    """Whether the inbox of a consumer knows the page: handled, or discarded for good."""
    found = await pool.fetchval(
        "SELECT EXISTS (SELECT FROM hub.inbox WHERE consumer = $1 AND case_id = $2"
        " AND version = $3)",
        consumer,
        letter.case_id,
        letter.version,
    )
    return bool(found)


async def count_parked(pool: Pool) -> dict[str, int]:
    """How many messages of each consumer are parked or wait behind one that is."""
    rows = await pool.fetch(
        "SELECT consumer, count(*) AS n FROM hub.parked WHERE state IN ('parked', 'waiting')"
        " GROUP BY consumer"
    )
    return {row["consumer"]: row["n"] for row in rows}


async def settle(pool: Pool, parked_id: int) -> None:
    """Note that a parked message has been handled."""
    await pool.execute("UPDATE hub.parked SET state = 'replayed' WHERE parked_id = $1", parked_id)


async def stop_at(pool: Pool, parked_id: int, reason: str) -> None:
    """Note that a lane stops at this message, and why."""
    await pool.execute(
        "UPDATE hub.parked SET state = 'parked', reason = $2 WHERE parked_id = $1",
        parked_id,
        reason,
    )


def letter_of(row: Mapping[str, object]) -> Letter:
    """The letter that a row of `hub.parked` keeps, its body as mended."""
    headers = json.loads(str(row["headers"]))
    body = str(row["mended"] or row["body"])
    pairs = [(name, value.encode()) for name, value in headers.items()]
    return Letter.read(
        str(row["topic"]),
        int(str(row["part"])),
        int(str(row["record_offset"])),
        pairs,
        body.encode(),
    )


def _row(
    consumer: str, letter: Letter, state: str, reason: str, at: datetime
) -> tuple[object, ...]:
    headers = json.dumps(letter.headers, ensure_ascii=False).replace("\\u0000", "")
    body = letter.body.decode("utf-8", "backslashreplace").replace("\x00", "\\0")
    return (
        consumer,
        letter.case_id,
        letter.version,
        letter.topic,
        letter.part,
        letter.offset,
        headers,
        body,
        state,
        reason,
        at,
    )
