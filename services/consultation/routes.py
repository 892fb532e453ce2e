"""Doors of consultation 咨询: one path for each act of the committee."""

from typing import Annotated, Final

from fastapi import APIRouter

from services.consultation import commands
from services.consultation.schemas import ConsultationOut, OpinionIn, PanelIn
from services.consultation.store import CONSULTATIONS
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/consultations", tags=["行政复议委员会咨询"], responses=ERRORS)

Member = Annotated[Identity, needs(Role.COMMITTEE)]
Reader = Annotated[
    Identity,
    needs(
        Role.COMMITTEE,
        Role.RECONSIDERATION,
        Role.RECONSIDERATION_HEAD,
        Role.SUPERVISOR,
        Role.ADMINISTRATOR,
    ),
]


@router.get("/{case_id}")
async def read(case_id: CaseId, who: Reader, desk: DeskDep) -> ConsultationOut:
    """咨询案卷的现状 (ARL 52)."""
    del who
    case = await desk.read(CONSULTATIONS, case_id)
    return ConsultationOut.of(case)


@router.post("/{case_id}/panel", status_code=201)
async def convene(case_id: CaseId, body: PanelIn, who: Member, desk: DeskDep) -> ConsultationOut:
    """组成咨询小组，召开案件咨询会议 (ARL 52)."""
    case = await desk.act(
        [case_id], commands.convene, case_id, body.members, on=body.on, by=who.code
    )
    return ConsultationOut.of(case)


@router.post("/{case_id}/opinion", status_code=201)
async def give_opinion(
    case_id: CaseId, body: OpinionIn, who: Member, desk: DeskDep
) -> ConsultationOut:
    """提出咨询意见 (ARL 52)."""
    case = await desk.act(
        [case_id],
        commands.give_opinion,
        case_id,
        body.stance,
        text=body.text,
        on=body.on,
        by=who.code,
    )
    return ConsultationOut.of(case)
