"""Doors of the file in which one document is reviewed 附带审查案卷 (ARL 56 to 60; ARR2026 54)."""

from collections.abc import Callable
from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel

from services.reconsideration.commands import attached_review as commands
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.routes.who import BODY, Head, Officer
from services.reconsideration.schemas.attached import (
    CompetenceIn,
    ConclusionIn,
    ForwardingOnIn,
    HandlingOpinionIn,
    IssuerCorrectionIn,
    IssuerExplanationIn,
    IssuerNoticeIn,
    IssuerReplyIn,
    ReviewOut,
    UrgingIn,
)
from services.reconsideration.schemas.fields import Dated
from services.reconsideration.store import REVIEWS
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/attached-reviews", tags=["附带审查"], responses=ERRORS)

Reader = Annotated[Identity, needs(*BODY, Role.SUPERVISOR, Role.ADMINISTRATOR)]


async def _act(
    desk: DeskDep, command: Callable[..., Review], case_id: CaseId, body: BaseModel, who: Identity
) -> ReviewOut:
    return ReviewOut.of(await desk.act_on(command, case_id, body, who))


@router.get("/{case_id}")
async def read(case_id: CaseId, who: Reader, desk: DeskDep) -> ReviewOut:
    """附带审查案卷的现状 (ARL 56)."""
    del who
    review = await desk.read(REVIEWS, case_id)
    return ReviewOut.of(review)


@router.post("/{case_id}/competence", status_code=201)
async def take_review(
    case_id: CaseId, body: CompetenceIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """有权处理，三十日内依法处理 (ARL 56, 57)."""
    return await _act(desk, commands.take, case_id, body, who)


@router.post("/{case_id}/issuer-notice", status_code=201)
async def notify_issuer(
    case_id: CaseId, body: IssuerNoticeIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """书面通知制定机关，请其就相关条款的合法性书面答复 (ARL 58)."""
    return await _act(desk, commands.notify_issuer, case_id, body, who)


@router.post("/{case_id}/issuer-notice-receipt", status_code=201)
async def receive_issuer_notice(
    case_id: CaseId, body: Dated, who: Officer, desk: DeskDep
) -> ReviewOut:
    """制定机关收到书面通知，十日自此起算 (ARL 58)."""
    return await _act(desk, commands.receive_issuer_notice, case_id, body, who)


@router.post("/{case_id}/issuer-reply", status_code=201)
async def file_issuer_reply(
    case_id: CaseId, body: IssuerReplyIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """制定机关提交书面答复和材料 (ARL 58)."""
    return await _act(desk, commands.file_issuer_reply, case_id, body, who)


@router.post("/{case_id}/issuer-explanation", status_code=201)
async def hear_issuer(
    case_id: CaseId, body: IssuerExplanationIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """制定机关当面说明理由，由行政复议机构在必要时要求 (ARL 58)."""
    return await _act(desk, commands.hear_issuer, case_id, body, who)


@router.post("/{case_id}/conclusion", status_code=201)
async def conclude_review(
    case_id: CaseId, body: ConclusionIn, who: Head, desk: DeskDep
) -> ReviewOut:
    """处理规范性文件：合法的在决定书中告知，不合法的停止执行并责令纠正 (ARL 59; ARR2026 54)."""
    return await _act(desk, commands.conclude, case_id, body, who)


@router.post("/{case_id}/issuer-correction", status_code=201)
async def report_issuer_correction(
    case_id: CaseId, body: IssuerCorrectionIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """制定机关报送纠正情况，逾期的仍应报送 (ARL 59; RULES 117)."""
    return await _act(desk, commands.report_correction, case_id, body, who)


@router.post("/{case_id}/document-forwarding", status_code=201)
async def forward_document(
    case_id: CaseId, body: ForwardingOnIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """转送有权处理的机关，本机关无权处理的七个工作日内转送 (ARL 56, 57)."""
    return await _act(desk, commands.forward, case_id, body, who)


@router.post("/{case_id}/document-forwarding-receipt", status_code=201)
async def receive_forwarded_document(
    case_id: CaseId, body: Dated, who: Officer, desk: DeskDep
) -> ReviewOut:
    """接受转送的机关收到，六十日自此起算 (ARL 60)."""
    return await _act(desk, commands.receive_forwarded, case_id, body, who)


@router.post("/{case_id}/handling-opinion-urging", status_code=201)
async def urge_handling_opinion(
    case_id: CaseId, body: UrgingIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """催告接受转送的机关回复处理意见，没有告知收到之日的催告告知 (ARL 60)."""
    return await _act(desk, commands.urge, case_id, body, who)


@router.post("/{case_id}/handling-opinion", status_code=201)
async def receive_handling_opinion(
    case_id: CaseId, body: HandlingOpinionIn, who: Officer, desk: DeskDep
) -> ReviewOut:
    """收到接受转送的机关回复的处理意见 (ARL 60)."""
    return await _act(desk, commands.receive_opinion, case_id, body, who)
