"""Doors of a hearing 听证 (ARL 50, 51)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import hearing as commands
from services.reconsideration.routes.who import Applicant, Officer, act, doors, must_work_here
from services.reconsideration.schemas.fields import Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.hearing import (
    HearingIn,
    HearingNoticeIn,
    HearingReceiptIn,
    HearingRequestIn,
    HearingWaiverIn,
)
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/hearing-request", status_code=201)
async def ask_hearing(
    case_id: CaseId, body: HearingRequestIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """申请人请求听证 (ARL 50)."""
    command = partial(commands.ask, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/hearing-denial", status_code=201)
async def deny_hearing(case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep) -> CaseOut:
    """不组织听证，向请求听证的申请人说明理由 (ARL 50)."""
    return await act(desk, commands.deny, case_id, body, who)


@router.post("/{case_id}/hearing-notice", status_code=201)
async def set_hearing(
    case_id: CaseId, body: HearingNoticeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """决定组织听证，将时间、地点和拟听证事项书面通知当事人 (ARL 51)."""
    await must_work_here(
        desk, who, host=[body.host], officers=body.officers, recorder=[body.recorder]
    )
    case = await desk.act(
        [case_id],
        commands.plan,
        case_id,
        body.ground,
        body.hearing_at,
        body.panel(),
        notice=body.notice(),
        place=body.place,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/hearing-notice-receipt", status_code=201)
async def notify_of_hearing(
    case_id: CaseId, body: HearingReceiptIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """当事人收到听证通知 (ARL 51)."""
    return await act(desk, commands.notify, case_id, body, who)


@router.post("/{case_id}/hearing-postponement", status_code=201)
async def put_off_hearing(case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep) -> CaseOut:
    """延期听证，另行通知 (ARL 51)."""
    return await act(desk, commands.put_off, case_id, body, who)


@router.post("/{case_id}/hearing-abandonment", status_code=201)
async def drop_hearing(case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep) -> CaseOut:
    """延期的听证不再组织，告知各方并说明理由 (ARL 50)."""
    return await act(desk, commands.drop, case_id, body, who)


@router.post("/{case_id}/hearing", status_code=201)
async def hold_hearing(case_id: CaseId, body: HearingIn, who: Officer, desk: DeskDep) -> CaseOut:
    """举行听证，记载到场、签名和听证笔录 (ARL 50)."""
    if seats := body.panel():
        await must_work_here(
            desk, who, host=[seats.host], officers=seats.officers, recorder=[seats.recorder]
        )
    case = await desk.act(
        [case_id],
        commands.convene,
        case_id,
        body.attendance(),
        minutes=body.minutes,
        unsigned_reason=body.unsigned_reason,
        seats=seats,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/hearing-waiver", status_code=201)
async def waive_hearing(
    case_id: CaseId, body: HearingWaiverIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """视为放弃听证权利，申请人无正当理由不参加 (ARL 51)."""
    return await act(desk, commands.waive, case_id, body, who)


@router.post("/{case_id}/hearing-waiver-retraction", status_code=201)
async def take_hearing_waiver_back(
    case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep
) -> CaseOut:
    """不再视为放弃听证权利，申请人有正当理由没有参加的 (ARL 51)."""
    return await act(desk, commands.take_waiver_back, case_id, body, who)
