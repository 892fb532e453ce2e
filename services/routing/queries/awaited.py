"""What others owe: to a department, and what a centre has to do, each by due time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from asyncpg import Record

from services.routing.queries.paging import FIRST, NEVER, NOBODY, cursor_of, place_of
from shared.auth import Identity, Role, centre_at, may_see
from shared.law.day import CITY
from shared.work import Hub

_LAST: Final = """
SELECT DISTINCT ON (d.case_id, d.name, d.subject)
       d.case_id, d.name, d.subject, d.until, d.provisional, d.ended,
       w.dispute_id, w.state, w.matter, w.place, w.tier, w.reopened, w.level, f.labels
FROM routing.whistle w
JOIN hub.file f ON f.case_id = w.case_id
JOIN hub.deadline d ON d.case_id = w.case_id AND coalesce(d.ended, 'lapsed') = 'lapsed'
"""
"""The newest period of each kind that runs or was let lapse."""

TO_ME: Final = f"""
WITH found AS ({_LAST}
  WHERE w.state IN ('blown', 'awaiting_callback') AND w.tracks ? $1
    AND ((w.lead = $1 AND d.subject <> $1 AND (
            (d.name = 'check_in' AND w.tracks ->> d.subject = 'called')
            OR (d.name = 'answer' AND w.tracks ->> d.subject IN ('called', 'checked_in'))))
      OR (d.name = 'ruling' AND $1 IN (d.subject, w.lead) AND w.tracks ->> d.subject = 'objected')
      OR (d.name = 'extension' AND d.subject = $1 AND d.ended IS NULL)
      OR (d.name = 'callback' AND w.lead = $1 AND w.state = 'awaiting_callback'))
  ORDER BY d.case_id, d.name, d.subject, d.opened DESC)
SELECT * FROM found ORDER BY until NULLS LAST, case_id LIMIT $2
"""  # noqa: S608 - our own words

OF_CENTRE: Final = f"""
WITH found AS ({_LAST}
  WHERE w.state IN ('awaiting_signature', 'blown', 'awaiting_callback')
    AND ($1 OR f.labels ->> 'county' = $2 OR f.labels ->> 'window' = $3
         OR f.labels ->> 'authority' = $4)
    AND CASE d.name
        WHEN 'sign_off' THEN w.state = 'awaiting_signature'
        WHEN 'callback' THEN w.state = 'awaiting_callback'
        WHEN 'ruling' THEN w.tracks ->> d.subject = 'objected'
        WHEN 'extension' THEN d.ended IS NULL
        WHEN 'meeting' THEN w.state = 'blown' AND NOT w.met
        WHEN 'plan' THEN w.state = 'blown' AND NOT EXISTS (
          SELECT FROM hub.outbox o WHERE o.case_id = w.case_id
            AND o.kind = 'routing.plan_made.v1')
        WHEN 'close' THEN w.state = 'blown' AND w.parts -> w.lead ->> 'finding' = 'not_solved'
        ELSE false END
  ORDER BY d.case_id, d.name, d.subject, d.opened DESC)
SELECT * FROM found
WHERE ($5 = '' OR name = $5) AND (NOT $6 OR reopened)
  AND (coalesce(until, $7), case_id) > ($8::timestamptz, $9::uuid)
ORDER BY coalesce(until, $7), case_id LIMIT $10
"""  # noqa: S608 - as above

DECIDED: Final = """
SELECT case_id, matter, county, department, upheld, instead, basis, whistle_id, rulings
FROM routing.precedent WHERE department = $1 OR instead = $1
ORDER BY rulings DESC, case_id LIMIT $2
"""

CENTRE_ACTS: Final = (*("sign_off", "ruling", "extension", "meeting", "plan", "callback", "close"),)
"""What a centre has to do, by the name of its period."""


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


async def awaited(hub: Hub, organ: str, limit: int) -> Sequence[Awaited]:
    """别人欠我的: those who assist, rulings, extensions and callbacks that a department awaits."""
    return [_awaited(row) for row in await hub.pool.fetch(TO_ME, organ, limit)]


async def of_centre(
    hub: Hub, who: Identity, *, what: str, reopened: bool, cursor: str, limit: int
) -> tuple[Sequence[Awaited], str]:
    """综治中心待办: what is due first first, and where to go on.

    Raises:
        Malformed: The cursor is none of ours.
    """
    after = place_of(cursor) if cursor else (FIRST, NOBODY)
    window = who.organ if Role.WINDOW in who.roles else "-"
    centre = centre_at(who) if Role.WINDOW in who.roles else "-"
    whole = who.is_city and Role.SUPERVISOR in who.roles
    asked = (whole, who.county or "-", window or "-", centre, what, reopened)
    rows = await hub.pool.fetch(OF_CENTRE, *asked, NEVER, *after, limit + 1)
    page = rows[:limit]
    while len(rows) > limit and _key(page[-1]) == _key(rows[limit]):
        page.pop()  # what is due in one file at one moment stands on one page
    more = cursor_of(*_key(page[-1])) if len(rows) > limit else ""
    return [_awaited(row) for row in page if _is_theirs(who, row)], more


async def decided(hub: Hub, organ: str, limit: int) -> Sequence[Record]:
    """权属裁定: the precedents in which a department was a side, ruled most often first."""
    rows: Sequence[Record] = await hub.pool.fetch(DECIDED, organ, limit)
    return rows


def _key(row: Record) -> tuple[datetime | None, UUID]:
    return row["until"], row["case_id"]


def _is_theirs(who: Identity, row: Record) -> bool:
    return may_see(who, row["dispute_id"], {**json.loads(row["labels"]), "office": "routing"})


def _awaited(row: Record) -> Awaited:
    names = ("case_id", "matter", "place", "tier", "reopened", "subject", "provisional")
    return Awaited(
        **{name: row[name] for name in names},
        number=json.loads(row["labels"]).get("number", ""),
        what=row["name"],
        until=row["until"] and row["until"].astimezone(CITY),
        overdue=row["ended"] == "lapsed",
    )
