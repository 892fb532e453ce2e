"""What others owe to a department, and how its competence was ruled on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from shared.deadlines import STANDS
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

LAST: Final = f"""
SELECT DISTINCT ON (d.case_id, d.name, d.subject)
       d.case_id, d.name, d.subject, d.until, d.provisional, d.ended,
       w.dispute_id, w.state, w.matter, w.place, w.tier, w.reopened, w.level{{more}}
FROM routing.whistle w
JOIN hub.deadline d ON d.case_id = w.case_id AND ({STANDS})
"""  # noqa: S608 - our own words
"""The newest period of each kind that runs or was let lapse, with what `more` says of it."""

TO_ME: Final = f"""
WITH found AS ({LAST.format(more="")}
  WHERE w.state IN ('blown', 'awaiting_callback') AND w.tracks ? $1
    AND ((w.lead = $1 AND d.subject <> $1 AND (
            (d.name = 'check_in' AND w.tracks ->> d.subject = 'called')
            OR (d.name = 'answer' AND w.tracks ->> d.subject IN ('called', 'checked_in'))))
      OR (d.name = 'ruling' AND $1 IN (d.subject, w.lead) AND w.tracks ->> d.subject = 'objected')
      OR (d.name = 'extension' AND d.subject = $1 AND d.ended IS NULL)
      OR (d.name = 'callback' AND w.lead = $1 AND w.state = 'awaiting_callback'))
  ORDER BY d.case_id, d.name, d.subject, d.opened DESC)
SELECT shown.*, f.labels FROM (
  SELECT *, count(*) OVER () AS total FROM found
  WHERE ($4 = '' OR name = $4) AND ($5::boolean IS NULL OR (ended IS NOT NULL) = $5)
  ORDER BY until {{turn}} NULLS LAST, case_id, name, subject LIMIT $2 OFFSET $3) shown
JOIN hub.file f ON f.case_id = shown.case_id
ORDER BY until {{turn}} NULLS LAST, shown.case_id, name, subject
"""  # noqa: S608 - our own words

DECIDED: Final = """
SELECT case_id, matter, county, department, upheld, instead, basis, whistle_id, rulings,
       count(*) OVER () AS total
FROM routing.precedent WHERE (department = $1 OR instead = $1)
  AND ($4 = '' OR $4 = CASE WHEN upheld THEN 'upheld' WHEN instead <> '' THEN 'instead'
                            ELSE 'released' END)
ORDER BY {by} {turn}, case_id LIMIT $2 OFFSET $3
"""


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that somebody owes under a whistle."""

    case_id: UUID
    number: str
    matter: str
    place: str
    tier: str
    reopened: bool
    what: str
    """The name of the period."""
    subject: str
    """Whose it is, or whom it concerns; empty for the centre's own."""
    until: datetime | None
    provisional: bool
    overdue: bool
    state: str
    """Where the whistle stands."""
    county: str


async def awaited(
    hub: Hub,
    organ: str,
    order: Order,
    *,
    what: str = "",
    late: bool | None = None,
    limit: int,
    skip: int = 0,
) -> tuple[Sequence[Awaited], int]:
    """别人欠我的: those who assist, rulings, extensions, callbacks that it awaits; and how many.

    By when it is due, from either end; `what` leaves one kind of period, `late` what is overdue.
    """
    query = TO_ME.format(turn=order.turn)
    rows = await hub.pool.fetch(query, organ, limit, skip, what, late)
    return [read_awaited(row) for row in rows], rows[0]["total"] if rows else 0


async def decided(
    hub: Hub, organ: str, order: Order, *, ruling: str = "", limit: int, skip: int = 0
) -> tuple[Sequence[Record], int]:
    """权属裁定: precedents in which it was a side, in this order; and how many.

    `ruling` leaves those that upheld the call, named somebody `instead`, or `released`.
    """
    query = DECIDED.format(by=order.by, turn=order.turn)
    rows = await hub.pool.fetch(query, organ, limit, skip, ruling)
    return rows, rows[0]["total"] if rows else 0


def read_awaited(row: Record) -> Awaited:
    """One of them, from a row of `LAST`."""
    names = ("case_id", "matter", "place", "tier", "reopened", "subject", "provisional", "state")
    labels = json.loads(row["labels"])
    return Awaited(
        **{name: row[name] for name in names},
        number=labels.get("number", ""),
        what=row["name"],
        until=row["until"] and row["until"].astimezone(CITY),
        overdue=row["ended"] == "lapsed",
        county=labels.get("county", ""),
    )
