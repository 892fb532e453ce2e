"""What the committee's doors read beside files: rosters, names, load (RULES 70, 71)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from services.consultation.domain import load, panel, roster
from services.consultation.domain.case import Consultation
from services.consultation.domain.load import Load
from services.consultation.domain.roster import Expert, Roster
from services.consultation.queries.plenaries import Sought, plenaries
from services.consultation.queries.tied import tied
from services.consultation.store import ROSTERS, roster_of
from shared.auth import Identity, Role, may_see
from shared.contracts.catalogue import read
from shared.contracts.consultation import (
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    PlenaryHeld,
    RecusalDecided,
    Speciality,
)
from shared.db import LOST
from shared.documents import read_documents
from shared.errors import Away, Unknown
from shared.law.period import legal_day
from shared.law.procedure import Refused
from shared.people import read_people
from shared.work import Hub
from shared.work.hub import SHIFT

__all__ = [
    "YEAR",
    "Candidate",
    "Named",
    "Sought",
    "at_work",
    "candidates",
    "heads",
    "loads",
    "named",
    "plenaries",
    "rosters",
    "tied",
    "today_of",
]

EVERY: Final = "SELECT case_id FROM consultation.roster ORDER BY committee"

AT_WORK: Final = """
SELECT case_id FROM consultation.consultation
WHERE split_part(authority, '-', 1) = $1 AND state = 'seated'
"""
"""Consultations of the committee of a place whose panel is at work."""

COUNTED: Final = tuple(
    kind.kind_name()
    for kind in (
        *(PanelConvened, RecusalDecided, MemberReplaced),
        *(MeetingHeld, MemberOpinionGiven, OpinionGiven),
    )
)

PAGES: Final = f"""
SELECT kind, body FROM (
  SELECT o.case_id, o.version, o.kind, o.body
  FROM consultation.consultation c JOIN hub.outbox o USING (case_id)
  WHERE split_part(c.authority, '-', 1) = $1 AND o.kind = ANY($2::text[])
    AND EXISTS (
      SELECT FROM hub.outbox p WHERE p.case_id = c.case_id
      AND p.kind = 'consultation.panel_convened.v1' AND p.legal_on BETWEEN $3 AND $4
    )
  UNION ALL
  SELECT case_id, version, kind, body FROM hub.outbox
  WHERE case_id = $5 AND kind = '{PlenaryHeld.kind_name()}' AND legal_on BETWEEN $3 AND $4
) p ORDER BY case_id, version
"""  # noqa: S608 - our own words
"""Of consultations whose panel was seated between two days, all of their pages that count; and the
plenary meetings between them."""

YEAR: Final = timedelta(days=365)
PURPOSE: Final = "查看委员名册"


@dataclass(frozen=True, slots=True)
class Candidate:
    """候选委员: an expert of the roster, how often they sat of late, and why they may not sit."""

    code: str
    expert: Expert
    seated: int
    refused: Refused | None


@dataclass(frozen=True, slots=True)
class Named:
    """An expert with name and affiliation."""

    code: str
    expert: Expert
    name: str
    affiliation: str
    ties: tuple[str, ...]


def heads(who: Identity, case: Consultation) -> bool:
    """Whether somebody is a head of the body that asks: of that organ, whatever else they are."""
    return Role.RECONSIDERATION_HEAD in who.roles and who.organ == case.authority


async def today_of(hub: Hub) -> date:
    """The hub's own day.

    Raises:
        Away: The database does not answer.
    """
    try:
        return legal_day(hub.clock.now() + await hub.pool.fetchval(SHIFT))
    except LOST as error:
        raise Away("数据库暂时无法访问") from error


async def rosters(hub: Hub, who: Identity) -> list[Roster]:
    """Every roster that somebody may see.

    Raises:
        Away: The database does not answer.
    """
    try:
        rows = await hub.pool.fetch(EVERY)
        held = [await hub.read(ROSTERS, row["case_id"]) for row in rows]
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return [
        one
        for one, labels in held
        if may_see(who, one.dispute_id, {**labels, "office": ROSTERS.office})
    ]


async def at_work(hub: Hub, organ: str) -> list[UUID]:
    """Consultations before panels of the committee in the place of an organ.

    Raises:
        Away: The database does not answer.
    """
    try:
        rows = await hub.pool.fetch(AT_WORK, organ.split("-", 1)[0])
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return [row["case_id"] for row in rows]


async def named(hub: Hub, one: Roster, reader: str, *, left: bool = False) -> list[Named]:
    """Who serves on a roster, or also who `left` it, by name; that it was read is on record.

    Raises:
        Away: The database does not answer.
    """
    experts, at = one.experts if left else one.serving, hub.clock.now()
    try:
        async with hub.pool.acquire() as conn, conn.transaction():
            people = await read_people(
                *(conn, [*_ids(experts, "person_id"), *_tied_to(experts)]),
                reader=reader,
                purpose=PURPOSE,
                at=at,
            )
            texts = await read_documents(
                conn, _ids(experts, "affiliation_id"), reader=reader, purpose=PURPOSE, at=at
            )
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return [
        Named(
            *(code, held, people[held.person_id].name, texts[held.affiliation_id]),
            ties=tuple(people[one].name for one in held.ties),
        )
        for code, held in sorted(experts.items())
    ]


async def loads(hub: Hub, committee: str, since: date, until: date) -> Mapping[str, Load]:
    """承办和出席 of each expert in panels seated, and at plenaries held, between two days.

    Raises:
        Away: The database does not answer.
    """
    place = committee.split("-", 1)[0]
    try:
        said = (place, list(COUNTED), since, until, roster_of(committee))
        rows = await hub.pool.fetch(PAGES, *said)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    return load.count(read(row["kind"], row["body"]) for row in rows)


async def candidates(
    hub: Hub, case: Consultation, speciality: Speciality | None
) -> list[Candidate]:
    """Who may sit, in the order in which they are drawn, and then who may not and why (RULES 71).

    Raises:
        Unknown: The committee has no roster yet.
        Away: The database does not answer.
    """
    try:
        one, _ = await hub.read(ROSTERS, roster_of(case.authority))
    except Unknown:
        raise Unknown("委员名册上还没有委员") from None
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    today = await today_of(hub)
    counted = await loads(hub, one.committee, today - YEAR, today)
    seated = {code: counted.get(code, Load()).seated for code in one.serving}
    organs, bound = case.respondent_organs, await tied(hub, case)
    refused = {
        code: roster.why_not(one, code, on=today, respondents=organs, tied=bound)
        for code in one.serving
    }
    free = {c: e.specialities for c, e in one.serving.items() if refused[c] is None}
    order = [
        *panel.draw(free, seated, speciality=speciality),
        *sorted(code for code in one.serving if code not in free),
    ]
    return [Candidate(code, one.experts[code], seated[code], refused[code]) for code in order]


def _ids(experts: Mapping[str, Expert], name: str) -> list[UUID]:
    return [getattr(one, name) for one in experts.values()]


def _tied_to(experts: Mapping[str, Expert]) -> list[UUID]:
    return [tie for one in experts.values() for tie in one.ties]
