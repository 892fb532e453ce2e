"""Doors from acceptance 受理 to what the decision rests on (ARL chapter 4)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import handling as commands
from services.reconsideration.routes.who import Officer, Respondent, act, doors, own_department
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.handling import (
    ConsultationIn,
    ConsultationWithdrawalIn,
    CopyIn,
    CopyReceiptIn,
    LateReplyIn,
    ReplyIn,
    ViewsIn,
    WrittenReviewIn,
)
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/copy", status_code=201)
async def send_copy(case_id: CaseId, body: CopyIn, who: Officer, desk: DeskDep) -> CaseOut:
    """向被申请人发送申请书副本 (ARL 48)."""
    return await act(desk, commands.send_copy, case_id, body, who)


@router.post("/{case_id}/copy-receipt", status_code=201)
async def receive_copy(
    case_id: CaseId, body: CopyReceiptIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人收到申请书副本；共同被申请人各自收到 (ARL 48)."""
    command = partial(commands.receive_copy, department=own_department(who))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/reply", status_code=201)
async def file_reply(case_id: CaseId, body: ReplyIn, who: Respondent, desk: DeskDep) -> CaseOut:
    """被申请人提出书面答复，提交证据、依据 (ARL 48)."""
    command = partial(commands.file_reply, department=own_department(who))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/late-reply", status_code=201)
async def file_late_reply(
    case_id: CaseId, body: LateReplyIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人逾期提出书面答复，收入案卷，逾期的后果不变 (ARL 48, 70)."""
    command = partial(commands.file_late_reply, department=own_department(who))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/views", status_code=201)
async def hear_views(case_id: CaseId, body: ViewsIn, who: Officer, desk: DeskDep) -> CaseOut:
    """听取意见 (ARL 49)."""
    return await act(desk, commands.hear_views, case_id, body, who)


@router.post("/{case_id}/written-review", status_code=201)
async def review_in_writing(
    case_id: CaseId, body: WrittenReviewIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """因当事人原因不能听取意见的，书面审理 (ARL 49)."""
    return await act(desk, commands.review_in_writing, case_id, body, who)


@router.post("/{case_id}/consultation", status_code=201)
async def request_opinion(
    case_id: CaseId, body: ConsultationIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """提请行政复议委员会咨询 (ARL 52)."""
    return await act(desk, commands.request_opinion, case_id, body, who)


@router.post("/{case_id}/consultation-withdrawal", status_code=201)
async def withdraw_request(
    case_id: CaseId, body: ConsultationWithdrawalIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """撤回咨询提请，咨询意见提出以前 (ARL 52; RULES 151)."""
    return await act(desk, commands.withdraw_request, case_id, body, who)
