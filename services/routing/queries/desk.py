"""A department's desk: what it owes, overdue first, to be sifted and turned round."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Record

from services.routing.queries.owed import DUTIES, OWING
from shared.frame.paging import (
    EVERYBODY,
    FIRST,
    NEVER,
    NOBODY,
    cursor_of,
    place_of,
)
from shared.law.day import CITY
from shared.work import Hub

_DUE: Final = """
WITH mine AS MATERIALIZED (
  SELECT w.case_id, w.dispute_id, w.matter, w.place, w.tier, w.risk, w.reopened, w.version,
         w.tracks ->> $1 AS standing, w.parts -> $1 AS part
  FROM routing.whistle w
  WHERE w.state IN ('blown', 'awaiting_callback') AND w.tracks ->> $1 = ANY($2::text[])
    AND (w.tracks ->> $1 <> 'answered' OR w.lead = $1)
), running AS MATERIALIZED (
  SELECT DISTINCT ON (d.case_id) d.case_id, d.name, d.until, d.provisional FROM hub.deadline d
  WHERE d.subject = $1 AND d.subject <> '' AND d.ended IS NULL AND d.until IS NOT NULL
    AND d.name = ANY($3::text[])
  ORDER BY d.case_id, d.until, d.name
), due AS (
  SELECT m.*, coalesce(l.name, r.name) AS duty,
         coalesce(l.until, r.until) AS until,
         coalesce(l.provisional, r.provisional, false) AS provisional,
         l.name IS NOT NULL AS overdue
  FROM mine m
  LEFT JOIN running r ON r.case_id = m.case_id
  LEFT JOIN LATERAL (
    SELECT d.name, d.until, d.provisional FROM hub.deadline d
    WHERE m.part -> 'late' <> '[]'
      AND d.case_id = m.case_id AND d.subject = $1 AND d.ended = 'lapsed'
      AND m.part -> 'late' ? d.name
      AND CASE d.name WHEN 'check_in' THEN m.standing = 'called'
                      WHEN 'answer' THEN m.standing IN ('called', 'checked_in')
                      WHEN 'visit' THEN NOT coalesce((m.part ->> 'visited')::bool, false)
                      ELSE m.standing <> 'objected' END
    ORDER BY d.opened DESC, d.until LIMIT 1) l ON true
)
"""
"""Each with what is due first; what it let lapse and has not done yet is due before all else.

What runs for it is read at once, and a lapse looked for only where it is late with something.
"""

_PAGE: Final = """, sifted AS MATERIALIZED (
  SELECT * FROM due
  WHERE ($4 = '' OR part ->> 'role' = $4) AND ($5 = '' OR duty = $5) AND ($6 = '' OR tier = $6)
    AND ($7 = '' OR ($7 = 'overdue') = overdue)
)
SELECT n.total, s.*, f.labels ->> 'number' AS number
FROM (SELECT count(*) AS total FROM sifted) n
LEFT JOIN (
  SELECT * FROM sifted
  WHERE (coalesce(until, $8), case_id) {beyond} ($9::timestamptz, $10::uuid)
  ORDER BY coalesce(until, $8) {turn}, case_id {turn} LIMIT $11) s ON true
LEFT JOIN hub.file f ON f.case_id = s.case_id
ORDER BY coalesce(s.until, $8) {turn}, s.case_id {turn}
"""
"""A page, each row with how many there are in all; a row without a file where none is left."""

SOONEST: Final = _DUE + _PAGE.format(beyond=">", turn="ASC")
LATEST: Final = _DUE + _PAGE.format(beyond="<", turn="DESC")


@dataclass(frozen=True, slots=True)
class Sieve:
    """筛选: which of them are shown, and from which end; empty for all."""

    role: str = ""
    """`lead` 主办 or `assist` 协办."""
    duty: str = ""
    tier: str = ""
    late: str = ""
    """`overdue` 已逾期 or `in_time` 未逾期."""
    latest_first: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """As the query takes them."""
        return self.role, self.duty, self.tier, self.late


@dataclass(frozen=True, slots=True)
class Due:
    """A whistle as a department's desk shows it."""

    case_id: UUID
    number: str
    matter: str
    place: str
    tier: str
    risk: str
    reopened: bool
    role: str
    standing: str
    waiting: bool
    asked: str
    duty: str | None
    until: datetime | None
    """When it is due, or was; None where its clocks stand still or none runs."""
    provisional: bool
    overdue: bool
    """Whether `duty` was let lapse and is still to be done."""


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page of them, how many there are, and where to go on."""

    items: Sequence[Due]
    total: int
    next: str


async def due(hub: Hub, organ: str, sieve: Sieve, *, cursor: str, limit: int) -> DuePage:
    """待办的哨: what is due first first, the overdue before all else, what stands still last.

    Raises:
        Malformed: The cursor is none of ours.
    """
    start = (NEVER, EVERYBODY) if sieve.latest_first else (FIRST, NOBODY)
    after = place_of(cursor) if cursor else start
    asked = (organ, list(OWING), list(DUTIES), *sieve.values)
    query = LATEST if sieve.latest_first else SOONEST
    rows = await hub.pool.fetch(query, *asked, NEVER, *after, limit + 1)
    page = [row for row in rows[:limit] if row["case_id"]]
    more = cursor_of(page[-1]["until"], page[-1]["case_id"]) if len(rows) > limit else ""
    return DuePage([_due(row) for row in page], rows[0]["total"], more)


def _due(row: Record) -> Due:
    part: dict[str, Any] = json.loads(row["part"] or "{}")
    names = ("case_id", "matter", "place", "tier", "risk", "reopened", "standing")
    return Due(
        **{name: row[name] for name in names},
        number=row["number"] or "",
        role=part.get("role", ""),
        waiting=part.get("waiting", False),
        asked=part.get("asked", ""),
        duty=row["duty"],
        until=row["until"] and row["until"].astimezone(CITY),
        provisional=row["provisional"],
        overdue=row["overdue"],
    )
