"""Parked messages as their users read and settle them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from shared.db import Pool
from shared.parked import LANE

HEADS: Final = """
WITH open AS (
  SELECT *, coalesce(case_id::text, parked_id::text) AS lane FROM hub.parked
  WHERE state IN ('parked', 'waiting') AND ($1::text IS NULL OR consumer = $1)
    AND ($4::uuid IS NULL OR case_id = $4)
), head AS (
  SELECT DISTINCT ON (consumer, lane) parked_id FROM open
  ORDER BY consumer, lane, version, parked_id
)
SELECT o.*, o.headers ->> 'ce_type' AS kind,
       (SELECT count(*) FROM open b WHERE b.consumer = o.consumer AND b.lane = o.lane) - 1 AS behind
FROM open o JOIN head USING (parked_id)
WHERE $2::bigint = 0 OR o.parked_id {beyond} $2 ORDER BY o.parked_id {turn} LIMIT $3
"""
"""The first message of each lane, with how many wait behind it."""

ONE: Final = """
SELECT p.*, p.headers ->> 'ce_type' AS kind,
       (SELECT count(*) FROM hub.parked b WHERE b.consumer = p.consumer AND b.case_id = p.case_id
          AND b.state IN ('parked', 'waiting')
          AND (b.version, b.parked_id) > (p.version, p.parked_id)) AS behind,
       (SELECT count(*) FROM hub.parked b WHERE b.consumer = p.consumer AND b.case_id = p.case_id
          AND b.state IN ('parked', 'waiting')
          AND (b.version, b.parked_id) < (p.version, p.parked_id)) AS before
FROM hub.parked p WHERE p.parked_id = $1
"""

MEND: Final = """
UPDATE hub.parked SET mended = $2, case_id = $3, version = $4,
       headers = headers || jsonb_build_object('ce_id', $5::text, 'ce_type', $6::text)
WHERE parked_id = $1
"""

DISCARD: Final = """
WITH gone AS (
  UPDATE hub.parked p SET state = 'discarded' FROM hub.parked o
  WHERE o.parked_id = $1 AND p.state IN ('parked', 'waiting') AND (p.parked_id = o.parked_id OR
        (p.consumer = o.consumer AND p.case_id = o.case_id AND p.version = o.version))
  RETURNING p.consumer, p.case_id, p.version
)
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT DISTINCT consumer, case_id, version FROM gone JOIN hub.outbox USING (case_id, version)
ON CONFLICT DO NOTHING
"""
"""The inbox is told as well, or the page would be handled when its topic brings it again."""


@dataclass(frozen=True, slots=True)
class Item:
    """A parked message in a list: what it is, why and since when, and how many wait behind it."""

    parked_id: int
    consumer: str
    kind: str
    case_id: UUID | None
    version: int | None
    state: str
    reason: str
    at: datetime
    behind: int

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.state in {"parked", "waiting"}


@dataclass(frozen=True, slots=True)
class Parked(Item):
    """The same whole: where it lay, what it holds, and how it was mended."""

    topic: str
    part: int
    offset: int
    headers: Mapping[str, str]
    body: str
    mended: str | None
    before: int
    """How many of its lane come before it."""


async def heads(
    pool: Pool,
    consumer: str | None,
    after: int,
    limit: int,
    case_id: UUID | None = None,
    *,
    newest_first: bool = False,
) -> Sequence[Item]:
    """The first message of each lane, oldest or newest first, beyond the number `after` if any."""
    turn, beyond = ("DESC", "<") if newest_first else ("ASC", ">")
    query = HEADS.format(turn=turn, beyond=beyond)
    rows = await pool.fetch(query, consumer, after, limit, case_id)
    return [Item(**_item(row)) for row in rows]


async def one(pool: Pool, parked_id: int) -> Parked | None:
    """A parked message, settled or not; None if there was none of this number."""
    row = await pool.fetchrow(ONE, parked_id)
    if row is None:
        return None
    return Parked(
        **_item(row),
        topic=row["topic"],
        part=row["part"],
        offset=row["record_offset"],
        headers=json.loads(row["headers"]),
        body=row["body"],
        mended=row["mended"],
        before=row["before"],
    )


async def put_mended(
    pool: Pool, parked_id: int, body: str, page: tuple[UUID, int], kind: str
) -> None:
    """Keep the mended body, and which page and kind it turned out to be."""
    await pool.execute(MEND, parked_id, body, *page, f"{page[0]}/{page[1]}", kind)


async def discard(pool: Pool, found: Item) -> None:
    """Take a page out of its lane, for good."""
    async with pool.acquire() as conn, conn.transaction():
        await conn.execute(LANE, found.consumer, found.case_id)
        await conn.execute(DISCARD, found.parked_id)


def _item(row: Record) -> dict[str, Any]:
    names = ("parked_id", "consumer", "case_id", "version", "state", "reason", "at", "behind")
    return {"kind": row["kind"] or "", **{name: row[name] for name in names}}
