"""What a department owes under whistles, by due time, and how matters were ruled on before."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from shared.errors import Malformed
from shared.law.day import CITY, end_of, legal_day
from shared.work import Hub

OWED: Final = """
WITH mine AS (
  SELECT w.case_id, w.dispute_id, w.matter, w.place, w.tier, w.risk, f.labels,
         w.tracks ->> $1 AS standing, w.parts -> $1 AS part, due.name AS duty, due.until
  FROM hub.file f
  JOIN routing.whistle w ON w.case_id = f.case_id
  LEFT JOIN LATERAL (
    SELECT d.name, d.until FROM hub.deadline d
    WHERE d.case_id = f.case_id AND d.subject = $1 AND d.ended IS NULL AND d.until IS NOT NULL
      AND d.name = ANY($2::text[])
    ORDER BY d.until, d.name LIMIT 1
  ) due ON true
  WHERE f.office = 'routing' AND f.procedure = 'whistle'
    AND f.state IN ('blown', 'awaiting_callback')
    AND string_to_array(f.labels ->> 'departments', ' ') @> ARRAY[$1]
    AND w.tracks ->> $1 = ANY($3::text[])
    AND (w.tracks ->> $1 <> 'answered' OR w.lead = $1)
)
"""
"""The whistles under which a department has something to do, each with what is due first."""

PAGE: Final = (
    OWED
    + """
SELECT * FROM mine
WHERE (coalesce(until, 'infinity'), case_id) > ($4::timestamptz, $5::uuid)
ORDER BY coalesce(until, 'infinity'), case_id LIMIT $6
"""
)

COUNTS: Final = (
    OWED
    + """
SELECT count(*) AS owed,
       count(*) FILTER (WHERE standing = 'called') AS to_check_in,
       count(*) FILTER (WHERE jsonb_array_length(coalesce(part -> 'late', '[]')) > 0) AS overdue,
       count(*) FILTER (WHERE until <= $4) AS today,
       count(*) FILTER (WHERE until IS NULL) AS waiting
FROM mine
"""
)

PRECEDENTS: Final = """
SELECT case_id, dispute_id, state, version, matter, county, department, upheld, instead, basis,
       rulings
FROM routing.precedent WHERE county = $1 AND matter = $2
ORDER BY rulings DESC, case_id LIMIT $3
"""

DUTIES: Final = ("check_in", "visit", "answer", "finish")
"""The clocks that are the department's own."""

OWING: Final = ("called", "checked_in", "answered", "objected")
"""Where a department stands that has something to do; who assists has done it by answering."""

_FIRST: Final = (datetime(1, 1, 2, tzinfo=CITY), UUID(int=0))


@dataclass(frozen=True, slots=True)
class Owed:
    """A page of what is owed, how much there is, and where to go on."""

    items: Sequence[dict[str, Any]]
    counts: dict[str, int]
    next: str | None


async def owed(hub: Hub, organ: str, *, cursor: str, limit: int) -> Owed:
    """本部门待办的哨, what is due first first; what stands still comes last.

    Raises:
        Malformed: The cursor is none of ours.
    """
    after = _place(cursor) if cursor else _FIRST
    asked = (organ, list(DUTIES), list(OWING))
    async with hub.pool.acquire() as conn:
        shift = await conn.fetchval("SELECT shift FROM hub.clock")
        tonight = end_of(legal_day(hub.clock.now() + shift))
        counts = await conn.fetchrow(COUNTS, *asked, tonight)
        rows = await conn.fetch(PAGE, *asked, *after, limit + 1)
    page = rows[:limit]
    more = len(rows) > limit
    return Owed([_item(row) for row in page], dict(counts), _cursor(page[-1]) if more else None)


def _item(row: Record) -> dict[str, Any]:
    part = json.loads(row["part"] or "{}")
    names = ("case_id", "dispute_id", "matter", "place", "tier", "risk", "standing", "duty")
    return {name: row[name] for name in names} | {
        "number": json.loads(row["labels"]).get("number"),
        "role": part.get("role", ""),
        "late": part.get("late", []),
        "until": row["until"] and row["until"].astimezone(CITY),
    }


def _cursor(row: Record) -> str:
    said = [row["until"].isoformat() if row["until"] else None, str(row["case_id"])]
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def _place(cursor: str) -> tuple[datetime, UUID]:
    try:
        said = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        until, case_id = json.loads(said)
        moment = datetime.fromisoformat(until) if until else datetime.max.replace(tzinfo=CITY)
        return moment, UUID(case_id)
    except (ValueError, TypeError):
        raise Malformed("下一页的标记无法识别，请从第一页重新查询", "cursor") from None


async def precedents(hub: Hub, county: str, matter: str, limit: int) -> Sequence[Record]:
    """权属先例 of a county and a matter, those ruled most often first."""
    rows: Sequence[Record] = await hub.pool.fetch(PRECEDENTS, county, matter, limit)
    return rows
