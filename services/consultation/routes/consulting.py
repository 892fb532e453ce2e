"""Doors of consultation 咨询: the secretary's, and a member's own."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query

from services.consultation import commands, queries
from services.consultation.schemas.consulting import (
    CandidateOut,
    ConsultationOut,
    MeetingIn,
    OpinionIn,
    OwnRecusalIn,
    PanelIn,
    RecusalIn,
    RecusalRulingIn,
    ReplacementIn,
)
from services.consultation.store import CONSULTATIONS, roster_of
from shared.auth import Identity, Role
from shared.contracts.consultation import Speciality
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/consultations", tags=["行政复议委员会咨询"], responses=ERRORS)

Secretary = Annotated[Identity, needs(Role.SECRETARY)]
"""Who convenes, records and sends; they have no voice."""

Member = Annotated[Identity, needs(Role.COMMITTEE)]
"""A member, who speaks for themselves only."""

Ruler = Annotated[Identity, needs(Role.COMMITTEE, Role.RECONSIDERATION_HEAD)]
"""The director, by the own code, and the head of the body that asks; one may be both."""

Reader = Annotated[
    Identity,
    needs(
        *(Role.SECRETARY, Role.COMMITTEE, Role.SUPERVISOR, Role.ADMINISTRATOR),
        *(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
    ),
]


@router.get("/{case_id}")
async def read(case_id: CaseId, who: Reader, desk: DeskDep) -> ConsultationOut:
    """咨询案卷的现状 (ARL 52)."""
    del who
    case = await desk.read(CONSULTATIONS, case_id)
    return ConsultationOut.of(case)


@router.get("/{case_id}/candidates")
async def list_candidates(
    case_id: CaseId,
    who: Secretary,
    desk: DeskDep,
    speciality: Annotated[
        Speciality | None, Query(title="专业领域", description="案件所需，不填则不论")
    ] = None,
) -> list[CandidateOut]:
    """候选委员，按选定的先后；不得选定的列在后面，写明理由 (RULES 71, 72)."""
    del who
    case = await desk.read(CONSULTATIONS, case_id)
    return [
        CandidateOut(
            expert=one.code,
            calling=one.expert.calling,
            specialities=one.expert.specialities,
            seated=one.seated,
            why_not=one.refused.message if one.refused else None,
            article=one.refused.article.code if one.refused else None,
        )
        for one in await queries.candidates(desk.hub, case, speciality)
    ]


@router.post("/{case_id}/panel", status_code=201)
async def convene(case_id: CaseId, body: PanelIn, who: Secretary, desk: DeskDep) -> ConsultationOut:
    """组成咨询小组，从委员名册选定 (ARL 52; RULES 21, 71)."""
    files = [case_id, roster_of(who.organ)]
    case = await desk.act(
        *(files, commands.convene, case_id, body.members),
        field=body.speciality,
        unmatched=body.unmatched,
        tied=await _tied(desk, case_id),
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/recusal", status_code=201)
async def ask_recusal(
    case_id: CaseId, body: RecusalIn, who: Secretary, desk: DeskDep
) -> ConsultationOut:
    """提出委员回避 (RULES 72)."""
    case = await desk.act(
        *([case_id, roster_of(who.organ)], commands.ask_recusal, case_id, body.member, body.asker),
        reason=body.reason,
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/own-recusal", status_code=201)
async def declare_recusal(
    case_id: CaseId, body: OwnRecusalIn, who: Member, desk: DeskDep
) -> ConsultationOut:
    """申报本人回避 (RULES 72)."""
    return ConsultationOut.of(await desk.act_on(commands.declare_recusal, case_id, body, who))


@router.post("/{case_id}/recusal-ruling", status_code=201)
async def decide_recusal(
    case_id: CaseId, body: RecusalRulingIn, who: Ruler, desk: DeskDep
) -> ConsultationOut:
    """委员会主任决定委员回避与否；主任的回避和没有主任的，行政复议机构负责人决定 (RULES 72)."""
    asked = await desk.read(CONSULTATIONS, case_id)
    case = await desk.going_by(roster_of(asked.authority)).act(
        [case_id],
        commands.decide_recusal,
        case_id,
        body.member,
        granted=body.granted,
        reason=body.reason,
        on=body.on,
        by=who.code,
        heads=queries.heads(who, asked),
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/replacement", status_code=201)
async def replace_member(
    case_id: CaseId, body: ReplacementIn, who: Secretary, desk: DeskDep
) -> ConsultationOut:
    """替换委员 (RULES 71)."""
    case = await desk.act(
        [case_id, roster_of(who.organ)],
        commands.replace_member,
        case_id,
        body.member,
        body.successor,
        reason=body.reason,
        tied=await _tied(desk, case_id),
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/meeting", status_code=201)
async def hold_meeting(
    case_id: CaseId, body: MeetingIn, who: Secretary, desk: DeskDep
) -> ConsultationOut:
    """召开案件咨询会议，记明出席、各委员的意见和纪要 (ARR2026 51; RULES 73)."""
    case = await desk.act(
        [case_id, roster_of(who.organ)],
        commands.hold_meeting,
        case_id,
        body.chair,
        [one.voice() for one in body.opinions],
        minutes=body.minutes,
        tied=await _tied(desk, case_id),
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/own-opinion", status_code=201)
async def speak(case_id: CaseId, body: OpinionIn, who: Member, desk: DeskDep) -> ConsultationOut:
    """提出委员意见，只能是本人的 (RULES 73)."""
    return ConsultationOut.of(await desk.act_on(commands.speak, case_id, body, who))


@router.post("/{case_id}/opinion", status_code=201)
async def give_opinion(
    case_id: CaseId, body: OpinionIn, who: Secretary, desk: DeskDep
) -> ConsultationOut:
    """提出咨询意见，汇总委员的意见并送行政复议机构 (ARL 52; RULES 73)."""
    files = [case_id, roster_of(who.organ)]
    case = await desk.act(
        *(files, commands.give_opinion, case_id, body.stance),
        text=body.text,
        tied=await _tied(desk, case_id),
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)


async def _tied(desk: DeskDep, case_id: UUID) -> frozenset[str]:
    """Who of the committee has declared an interest in somebody of the case (RULES 72)."""
    return await queries.tied(desk.hub, await desk.read(CONSULTATIONS, case_id))
