"""Doors of a period that was missed for a good reason 顺延期限 (ARL 88; CPL 86)."""

from typing import Annotated, Final

from fastapi import APIRouter

from services.reconsideration.commands import deferring as commands
from services.reconsideration.domain.deferral import deferral_of
from services.reconsideration.domain.deferring import request_of
from services.reconsideration.domain.joint_acts import acting_as
from services.reconsideration.routes.who import (
    BODY,
    DOOR,
    Applicant,
    Officer,
    Respondent,
    own_department,
)
from services.reconsideration.schemas.deferring import DeferralIn, DeferralOut, ReplyDeferralIn
from services.reconsideration.schemas.fields import Reasoned
from services.reconsideration.store import CASES, DEFERRALS, again_of, report_of
from shared.auth import Identity, Role
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.deferring import Missed
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(tags=["行政复议"], responses=ERRORS)
Reader = Annotated[
    Identity, needs(*DOOR, *BODY, Role.DEPARTMENT, Role.SUPERVISOR, Role.ADMINISTRATOR)
]


@router.post("/reconsiderations/{case_id}/supplement-deferral", status_code=201)
async def ask_supplement_deferral(
    case_id: CaseId, body: DeferralIn, who: Applicant, desk: DeskDep
) -> DeferralOut:
    """申请顺延补正期限，因不可抗拒的事由或者其他正当理由没有按期补正的 (ARL 31, 88; CPL 86)."""
    case = await desk.read(CASES, case_id)
    again = (again_of(case_id), again_of(report_of(case, Wrong.ABANDONED)))
    file_id = deferral_of(case_id, Missed.SUPPLEMENT)
    file = await desk.going_by(*again).act(
        [case_id, file_id],
        commands.ask_supplement,
        *(case_id, file_id, again, body.kept()),
        text=body.text,
        proof=body.proof,
        on=body.on,
        by=who.code,
        persons=who.acts_for,
    )
    return DeferralOut.of(file)


@router.post("/reconsiderations/{case_id}/reply-deferral", status_code=201)
async def ask_reply_deferral(
    case_id: CaseId, body: ReplyDeferralIn, who: Respondent, desk: DeskDep
) -> DeferralOut:
    """申请顺延答复期限，因不可抗拒的事由或者其他正当理由没有按期答复的 (ARL 48, 88; CPL 86)."""
    case, department = await desk.read(CASES, case_id), own_department(who)
    organ = acting_as(case, body.organ, department)
    file_id = request_of(case, organ)
    file = await desk.act(
        [case_id, file_id],
        commands.ask_reply,
        *(case_id, file_id, body.kept()),
        text=body.text,
        proof=body.proof,
        on=body.on,
        organ=body.organ,
        by=who.code,
        department=department,
    )
    return DeferralOut.of(file)


@router.get("/deferrals/{case_id}")
async def read_deferral(case_id: CaseId, who: Reader, desk: DeskDep) -> DeferralOut:
    """顺延期限的申请和决定 (CPL 86)."""
    del who
    file = await desk.read(DEFERRALS, case_id)
    return DeferralOut.of(file)


@router.post("/deferrals/{case_id}/grant", status_code=201)
async def grant_deferral(
    case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep
) -> DeferralOut:
    """准许顺延期限，被耽误的日数自准许之日起计算 (ARL 88; CPL 86)."""
    of_case = (await desk.read(DEFERRALS, case_id)).of_case_id
    case, new_id = await desk.read(CASES, of_case), again_of(of_case)
    corrected = again_of(report_of(case, Wrong.ABANDONED))
    file = await desk.going_by(corrected).act(
        [case_id, of_case, new_id],
        commands.grant,
        *(case_id, of_case, new_id, [corrected]),
        reason=body.reason,
        on=body.on,
        by=who.code,
    )
    return DeferralOut.of(file)


@router.post("/deferrals/{case_id}/refusal", status_code=201)
async def refuse_deferral(
    case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep
) -> DeferralOut:
    """不予顺延期限，说明理由 (ARL 88; CPL 86)."""
    of_case = (await desk.read(DEFERRALS, case_id)).of_case_id
    file = await desk.going_by(of_case).act(
        [case_id],
        commands.refuse,
        *(case_id, of_case),
        reason=body.reason,
        on=body.on,
        by=who.code,
    )
    return DeferralOut.of(file)
