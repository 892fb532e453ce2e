"""Doors of a committee's roster 委员名册: the secretary keeps it, its members read it."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query

from services.consultation import commands, queries
from services.consultation.domain.load import Load
from services.consultation.domain.roster import Roster
from services.consultation.schemas.rosters import (
    EntryIn,
    ExitIn,
    ExpertOut,
    LoadOut,
    PlenaryIn,
    PlenaryOut,
    RosterOut,
    TimesIn,
)
from services.consultation.store import ROSTERS, roster_of
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/rosters", tags=["行政复议委员会名册"], responses=ERRORS)

Secretary = Annotated[Identity, needs(Role.SECRETARY)]
Reader = Annotated[
    Identity, needs(Role.SECRETARY, Role.COMMITTEE, Role.SUPERVISOR, Role.ADMINISTRATOR)
]


@router.get("")
async def list_rosters(who: Reader, desk: DeskDep) -> list[RosterOut]:
    """可以查看的委员名册，写明尚缺哪类委员 (ARR2026 50; RULES 70)."""
    today = await queries.today_of(desk.hub)
    return [RosterOut.on(one, today) for one in await queries.rosters(desk.hub, who)]


@router.post("", status_code=201)
async def register_expert(body: EntryIn, who: Secretary, desk: DeskDep) -> RosterOut:
    """登记委员，在本地委员会的名册上 (ARR2026 50; RULES 70)."""
    rooms = await queries.at_work(desk.hub, who.organ)
    act = desk.act(
        [roster_of(who.organ), *rooms],
        commands.register,
        who.organ,
        body.expert,
        body.entry(),
        on=body.on,
        by=who.code,
        rooms=rooms,
    )
    return await _shown(desk, await act)


@router.get("/{case_id}")
async def read_roster(case_id: CaseId, who: Reader, desk: DeskDep) -> list[ExpertOut]:
    """查看名册上的委员、所在单位、任期和申报的利害关系 (RULES 70)."""
    roster = await desk.read(ROSTERS, case_id)
    today = await queries.today_of(desk.hub)
    return [
        ExpertOut(
            expert=one.code,
            name=one.name,
            affiliation=one.affiliation,
            serves=one.expert.serves_on(today),
            calling=one.expert.calling,
            post=one.expert.post,
            specialities=one.expert.specialities,
            organ=one.expert.organ,
            term_from=one.expert.term_from,
            term_until=one.expert.term_until,
            conflicts=one.expert.conflicts,
            ties=one.ties,
        )
        for one in await queries.named(desk.hub, roster, who.code)
    ]


@router.post("/{case_id}/change", status_code=201)
async def change_expert(case_id: CaseId, body: EntryIn, who: Secretary, desk: DeskDep) -> RosterOut:
    """变更委员登记，全部内容重新填写 (RULES 70)."""
    rooms = await queries.at_work(desk.hub, who.organ)
    act = desk.act(
        [case_id, *rooms],
        commands.change,
        case_id,
        body.expert,
        body.entry(),
        on=body.on,
        by=who.code,
        rooms=rooms,
    )
    return await _shown(desk, await act)


@router.post("/{case_id}/exit", status_code=201)
async def end_expert(case_id: CaseId, body: ExitIn, who: Secretary, desk: DeskDep) -> RosterOut:
    """委员退出名册，写明理由 (RULES 70)."""
    rooms = await queries.at_work(desk.hub, who.organ)
    act = desk.act(
        [case_id, *rooms],
        commands.end,
        case_id,
        body.expert,
        reason=body.reason,
        on=body.on,
        by=who.code,
        rooms=rooms,
    )
    return await _shown(desk, await act)


@router.post("/{case_id}/times", status_code=201)
async def set_times(case_id: CaseId, body: TimesIn, who: Secretary, desk: DeskDep) -> RosterOut:
    """设定咨询时限，只用于其后的提请和小组 (RULES 74)."""
    return await _shown(desk, await desk.act_on(commands.set_times, case_id, body, who))


@router.post("/{case_id}/plenary", status_code=201)
async def hold_plenary(
    case_id: CaseId, body: PlenaryIn, who: Secretary, desk: DeskDep
) -> RosterOut:
    """召开全体会议，记明通知、出席、缺席、议题和纪要 (ARL 52; ARR2026 51; RULES 142)."""
    act = desk.act(
        *([case_id], commands.hold_plenary, case_id, body.plenary()),
        minutes=body.minutes,
        on=body.on,
        by=who.code,
    )
    return await _shown(desk, await act)


@router.get("/{case_id}/plenaries")
async def list_plenaries(case_id: CaseId, who: Reader, desk: DeskDep) -> list[PlenaryOut]:
    """委员会的全体会议，后召开的在前；查看纪要留痕 (ARL 52; RULES 142)."""
    roster = await desk.read(ROSTERS, case_id)
    held, _ = await queries.plenaries(desk.hub, roster, who.code)
    return [PlenaryOut.model_validate(one) for one in held]


@router.get("/{case_id}/load")
async def read_load(
    case_id: CaseId,
    who: Reader,
    desk: DeskDep,
    since: Annotated[
        date | None, Query(title="自", description="小组组成之日，不填为一年以前")
    ] = None,
    until: Annotated[date | None, Query(title="至", description="不填为今天")] = None,
) -> list[LoadOut]:
    """各委员的承办、出席、缺席、回避和不同意见 (RULES 71)."""
    del who
    roster = await desk.read(ROSTERS, case_id)
    last = until or await queries.today_of(desk.hub)
    first = since or last - queries.YEAR
    counted = await queries.loads(desk.hub, roster.committee, first, last)
    codes = sorted({*roster.serving, *counted})
    return [LoadOut.of(code, counted.get(code, Load())) for code in codes]


async def _shown(desk: DeskDep, roster: Roster) -> RosterOut:
    return RosterOut.on(roster, await queries.today_of(desk.hub))
