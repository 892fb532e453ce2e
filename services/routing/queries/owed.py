"""What a department owes under whistles, by due time, and how matters were ruled on before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from asyncpg import Record

from shared.frame.paging import FIRST, NEVER, NOBODY, cursor_of, place_of
from shared.law.day import CITY, end_of, legal_day
from shared.work import Hub

_MINE: Final = """
  w.state IN ('blown', 'awaiting_callback') AND w.tracks ->> $1 = ANY($3::text[])
    AND (w.tracks ->> $1 <> 'answered' OR w.lead = $1)
"""
"""The whistles under which a department has something to do."""

_RUNS: Final = """
  {0}.subject = $1 AND {0}.subject <> '' AND {0}.ended IS NULL AND {0}.until IS NOT NULL
    AND {0}.name = ANY($2::text[])
"""
"""Its own clocks that run under them, in the words of the index `ix_deadline_owed`."""

_SHOWN: Final = """
  w.case_id, w.dispute_id, w.matter, w.place, w.tier, w.risk, f.labels,
  w.tracks ->> $1 AS standing, w.parts -> $1 AS part
"""

PAGE: Final = f"""
SELECT {_SHOWN}, d.name AS duty, d.until
FROM hub.deadline d
JOIN routing.whistle w ON w.case_id = d.case_id
JOIN hub.file f ON f.case_id = d.case_id
WHERE {_RUNS.format("d")} AND {_MINE} AND (d.until, d.case_id) > ($4::timestamptz, $5::uuid)
  AND NOT EXISTS (
    SELECT FROM hub.deadline e
    WHERE {_RUNS.format("e")} AND e.case_id = d.case_id AND (e.until, e.name) < (d.until, d.name))
ORDER BY d.until, d.case_id LIMIT $6
"""  # noqa: S608 - our own constants
"""Those in which a clock runs, each with what is due first; read in the order of the index."""

STILL: Final = f"""
SELECT {_SHOWN}, NULL::text AS duty, NULL::timestamptz AS until
FROM routing.whistle w
JOIN hub.file f ON f.case_id = w.case_id
WHERE {_MINE} AND w.case_id > $4::uuid
  AND NOT EXISTS (
    SELECT FROM hub.deadline d WHERE {_RUNS.format("d")} AND d.case_id = w.case_id)
ORDER BY w.case_id LIMIT $5
"""  # noqa: S608 - as above
"""Those in which none runs."""

COUNTS: Final = f"""
WITH mine AS MATERIALIZED (
  SELECT w.case_id, w.tracks ->> $1 = 'called' AS fresh, w.parts -> $1 -> 'late' <> '[]' AS late
  FROM routing.whistle w WHERE {_MINE}
), due AS (
  SELECT d.case_id, min(d.until) AS until FROM hub.deadline d
  WHERE {_RUNS.format("d")} GROUP BY d.case_id
)
SELECT count(*) AS owed,
       count(*) FILTER (WHERE fresh) AS to_check_in,
       count(*) FILTER (WHERE late) AS overdue,
       count(*) FILTER (WHERE until <= $4) AS today,
       count(*) FILTER (WHERE until IS NULL) AS waiting
FROM mine LEFT JOIN due USING (case_id)
"""  # noqa: S608 - as above
"""How many there are; what a count asks of a row is reckoned before rows are joined."""

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
    after = place_of(cursor) if cursor else (FIRST, NOBODY)
    asked = (organ, list(DUTIES), list(OWING))
    async with hub.pool.acquire() as conn:
        shift = await conn.fetchval("SELECT shift FROM hub.clock")
        tonight = end_of(legal_day(hub.clock.now() + shift))
        counts = await conn.fetchrow(COUNTS, *asked, tonight)
        rows = await conn.fetch(PAGE, *asked, *after, limit + 1)
        if len(rows) <= limit:
            still = after[1] if after[0] == NEVER else NOBODY
            rows += await conn.fetch(STILL, *asked, still, limit + 1 - len(rows))
    page = rows[:limit]
    more = len(rows) > limit
    last = cursor_of(page[-1]["until"], page[-1]["case_id"]) if more else None
    return Owed([_item(row) for row in page], dict(counts), last)


def _item(row: Record) -> dict[str, Any]:
    part = json.loads(row["part"] or "{}")
    names = ("case_id", "dispute_id", "matter", "place", "tier", "risk", "standing", "duty")
    return {name: row[name] for name in names} | {
        "number": json.loads(row["labels"]).get("number"),
        "role": part.get("role", ""),
        "late": part.get("late", []),
        "until": row["until"] and row["until"].astimezone(CITY),
    }


async def precedents(hub: Hub, county: str, matter: str, limit: int) -> Sequence[Record]:
    """权属先例 of a county and a matter, those ruled most often first."""
    rows: Sequence[Record] = await hub.pool.fetch(PRECEDENTS, county, matter, limit)
    return rows
