"""What the committee's doors read beside files: rosters, names, load (RULES 70, 71)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from services.consultation.domain import panel, roster
from services.consultation.domain.case import Consultation
from services.consultation.domain.roster import Expert, Roster
from services.consultation.queries.loads import loads, seated
from services.consultation.queries.plenaries import Sought, plenaries
from services.consultation.queries.tied import tied
from services.consultation.store import ROSTERS, roster_of
from shared.auth import Identity, Role, may_see
from shared.contracts.consultation import Speciality
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
    counted = await seated(hub, one.committee, today - YEAR, today)
    organs, bound = case.respondent_organs, await tied(hub, case)
    refused = {
        code: roster.why_not(one, code, on=today, respondents=organs, tied=bound)
        for code in one.serving
    }
    free = {c: e.specialities for c, e in one.serving.items() if refused[c] is None}
    order = [
        *panel.draw(free, counted, speciality=speciality),
        *sorted(code for code in one.serving if code not in free),
    ]
    return [
        Candidate(code, one.experts[code], counted.get(code, 0), refused[code]) for code in order
    ]


def _ids(experts: Mapping[str, Expert], name: str) -> list[UUID]:
    return [getattr(one, name) for one in experts.values()]


def _tied_to(experts: Mapping[str, Expert]) -> list[UUID]:
    return [tie for one in experts.values() for tie in one.ties]
