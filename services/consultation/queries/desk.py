"""咨询的案件: what a committee's secretary has before it, and what one member is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from asyncpg import Record

from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import State
from services.consultation.store import CONSULTATIONS
from shared.auth.labels import DIRECTOR
from shared.frame.paging import NEVER
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

TABS: Final[Mapping[str, tuple[str, tuple[State, ...]]]] = {
    "received": ("等待组成小组", (State.RECEIVED,)),
    "seated": ("小组正在咨询", (State.SEATED,)),
    "done": ("已经终结", (State.GIVEN, State.CANCELLED)),
}
"""What a secretary looks at apart: what each is called, and the states in it."""

_FILES: Final = """
WITH found AS (
  SELECT c.case_id, c.state, f.edition, i.labels ->> 'number' AS number,
         (SELECT p.legal_on FROM hub.outbox p WHERE p.case_id = c.case_id AND p.version = 1)
         AS received_on, coalesce(l.name, r.name) AS duty, coalesce(l.until, r.until) AS until,
         coalesce(l.provisional, r.provisional, false) AS provisional, l.name IS NOT NULL AS overdue
  FROM consultation.consultation c
  JOIN hub.file f ON f.case_id = c.case_id
  LEFT JOIN hub.file i ON i.case_id = c.dispute_id
  LEFT JOIN LATERAL (
    SELECT d.name, d.until, d.provisional FROM hub.deadline d
    WHERE d.case_id = c.case_id AND d.ended IS NULL ORDER BY d.until, d.name LIMIT 1) r ON true
  LEFT JOIN LATERAL (
    SELECT d.name, d.until, d.provisional FROM hub.deadline d
    WHERE d.case_id = c.case_id AND d.ended = 'lapsed'
      AND d.name = CASE c.state WHEN 'received' THEN 'convene' WHEN 'seated' THEN 'give_opinion' END
    ORDER BY d.opened DESC LIMIT 1) l ON true
  WHERE {whose}
)
"""
"""Each with what is due; what was let lapse and is still to be done goes before all else."""

_KEYS: Final = {"due": "coalesce(until, $3)", "received": "received_on"}
_PAGE: Final = """
SELECT * FROM found WHERE state = ANY($2::text[])
ORDER BY {key} {turn}, coalesce(until, $3), received_on DESC, case_id LIMIT $4 OFFSET $5
"""
_COUNTS: Final = """
SELECT c.state, count(*) AS many FROM consultation.consultation c WHERE {whose} GROUP BY c.state
"""

_OF_PLACE: Final = "split_part(c.authority, '-', 1) = $1"
_OF_MEMBER: Final = f"""
(c.members ? $1 OR (jsonb_array_length(c.contested) > 0 AND EXISTS (
  SELECT FROM hub.file h WHERE h.case_id = c.case_id AND h.labels ->> '{DIRECTOR}' = $1)))
"""
"""Those in which somebody sits, and those in which they decide on a recusal (RULES 72)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A consultation as a desk shows it."""

    case: Consultation
    number: str
    received_on: date
    duty: str | None
    until: datetime | None
    """When it is due, or was; None where none runs."""
    provisional: bool
    overdue: bool

    @property
    def silent(self) -> tuple[str, ...]:
        """Members who have not said what they think."""
        return tuple(one for one in self.case.members if one not in self.case.spoken)

    @property
    def named(self) -> tuple[str, ...]:
        """Members whom the list names."""
        return (*self.silent, *self.case.contested, *self.case.dissenting)


@dataclass(frozen=True, slots=True)
class AskedPage:
    """A page of them, and how many there are in each tab."""

    items: Sequence[Asked]
    tabs: Mapping[str, int]


async def of_committee(
    hub: Hub, committee: str, tab: str, order: Order, *, limit: int, skip: int
) -> AskedPage:
    """What the committee of a place is asked, by `due` or `received`."""
    place = committee.split("-", 1)[0]
    return await _page(hub, _OF_PLACE, place, tab, order, limit=limit, skip=skip)


async def of_member(
    hub: Hub, code: str, tab: str, order: Order, *, limit: int, skip: int
) -> AskedPage:
    """The consultations in which somebody sits, by `due` or `received`."""
    return await _page(hub, _OF_MEMBER, code, tab, order, limit=limit, skip=skip)


async def _page(
    hub: Hub, whose: str, value: str, tab: str, order: Order, *, limit: int, skip: int
) -> AskedPage:
    states = [str(one) for one in TABS[tab][1]]
    async with hub.pool.acquire() as conn:
        counts = await conn.fetch(_COUNTS.format(whose=whose), value)
        page = _FILES.format(whose=whose) + _PAGE.format(key=_KEYS[order.by], turn=order.turn)
        rows = await conn.fetch(page, value, states, NEVER, limit, skip)
        found = await conn.fetch(CONSULTATIONS.load_sql, [row["case_id"] for row in rows])
    editions = {row["case_id"]: CONSULTATIONS.edition(row["edition"]) for row in rows}
    cases = {r["case_id"]: CONSULTATIONS.make(r, editions[r["case_id"]]) for r in found}
    many = {row["state"]: row["many"] for row in counts}
    tabs = {key: sum(many.get(str(s), 0) for s in states) for key, (_, states) in TABS.items()}
    return AskedPage([_asked(row, cases[row["case_id"]]) for row in rows], tabs)


def _asked(row: Record, case: Consultation) -> Asked:
    return Asked(
        case=case,
        number=row["number"] or "",
        received_on=row["received_on"],
        duty=row["duty"],
        until=row["until"] and row["until"].astimezone(CITY),
        provisional=row["provisional"],
        overdue=row["overdue"],
    )
