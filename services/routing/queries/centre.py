"""综治中心待办: what a centre has to do, sifted, in any order, page by page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from asyncpg import Record

from services.routing.queries.awaited import LAST, Awaited, read_awaited
from shared.auth import Identity, Role, centre_at, may_see
from shared.frame.paging import NEVER, moment_in, reading_place, said_by, word_for
from shared.frame.sorting import Order
from shared.work import Hub

_FOUND: Final = f"""
WITH found AS ({LAST.format(more=", f.labels")}
  JOIN hub.file f ON f.case_id = w.case_id
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
"""

_REGISTERED: Final = (
    "(SELECT o.legal_on FROM hub.outbox o WHERE o.case_id = k.dispute_id AND o.version = 1)"
)
"""登记日: the first page of the intake file, which bears the id of its dispute."""

_PAGE: Final = """
SELECT k.*, {registered} AS registered_on FROM (
  SELECT k.*, {key} AS key, coalesce(k.until, $7) AS ends FROM found k
  WHERE ($5 = '' OR k.name = $5) AND (NOT $6 OR k.reopened)) AS k
WHERE $8::text IS NULL OR key {beyond} $8
   OR key = $8 AND (ends, case_id, name, subject) {further} ($9::timestamptz, $10::uuid, $11, $12)
ORDER BY key {turn}, ends {way}, case_id {way}, name {way}, subject {way} LIMIT $13
"""

_STATES: Final = "ARRAY['awaiting_signature', 'blown', 'awaiting_callback']"

_KEYS: Final[Mapping[str, str]] = {
    "due": "''",
    "county": "coalesce(k.labels ->> 'county', '')",
    "matter": "k.matter",
    "state": f"array_position({_STATES}, k.state)::text",
    "registered": f"coalesce({_REGISTERED}::text, '')",
}
"""By what each order sorts first; what is alike then goes by due time, the first first."""

CENTRE_ACTS: Final = (*("sign_off", "ruling", "extension", "meeting", "plan", "callback", "close"),)
"""What a centre has to do, by the name of its period."""

Place = tuple[str | None, object, UUID | None, str, str]


@dataclass(frozen=True, slots=True)
class Sieve:
    """筛选: which of them are shown."""

    what: str = ""
    """The name of a period; empty for all."""
    reopened: bool = False
    """Only those that are done again 重新办理."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something that a centre has to do, and when its dispute was registered."""

    awaited: Awaited
    registered_on: date | None


async def of_centre(
    hub: Hub, who: Identity, sieve: Sieve, order: Order, *, cursor: str, limit: int
) -> tuple[Sequence[ToDo], str]:
    """综治中心待办 in an order, and where to go on.

    Raises:
        Malformed: The cursor is none of ours.
    """
    after = _place_of(cursor) if cursor else (None, None, None, "", "")
    window = who.organ if Role.WINDOW in who.roles else "-"
    centre = centre_at(who) if Role.WINDOW in who.roles else "-"
    whole = who.is_city and Role.SUPERVISOR in who.roles
    asked = (whole, who.county or "-", window or "-", centre, sieve.what, sieve.reopened, NEVER)
    rows = await hub.pool.fetch(_query(order), *asked, *after, limit + 1)
    page = rows[:limit]
    more = _word_for(page[-1]) if len(rows) > limit else ""
    return [_to_do(row) for row in page if _is_theirs(who, row)], more


def _query(order: Order) -> str:
    within = Order("due", order.by == "due" and order.down)
    return _FOUND + _PAGE.format(
        key=_KEYS[order.by],
        registered=_REGISTERED,
        beyond=order.beyond,
        turn=order.turn,
        further=within.beyond,
        way=within.turn,
    )


def _to_do(row: Record) -> ToDo:
    return ToDo(read_awaited(row), row["registered_on"])


def _is_theirs(who: Identity, row: Record) -> bool:
    return may_see(who, row["dispute_id"], {**json.loads(row["labels"]), "office": "routing"})


def _word_for(row: Record) -> str:
    until = row["until"] and row["until"].isoformat()
    return word_for([row["key"], until, str(row["case_id"]), row["name"], row["subject"]])


def _place_of(cursor: str) -> Place:
    with reading_place():
        key, until, case_id, name, subject = said_by(cursor)
        return str(key), moment_in(until), UUID(str(case_id)), str(name), str(subject)
