"""Doors that end a reconsideration: decision, service, withdrawal (ARL 41, chapter 5)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import deciding as commands
from services.reconsideration.routes.who import Applicant, Head, Officer, act, doors
from services.reconsideration.schemas.aftermath import ServedAgainIn
from services.reconsideration.schemas.deciding import (
    DeliveryIn,
    ExtensionIn,
    WithdrawalIn,
)
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.serving import AnnouncementIn, ServiceIn
from services.reconsideration.store import aftermath_of
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/extension", status_code=201)
async def extend(case_id: CaseId, body: ExtensionIn, who: Head, desk: DeskDep) -> CaseOut:
    """延长审理期限 (ARL 62)."""
    return await act(desk, commands.extend, case_id, body, who)


@router.post("/{case_id}/service", status_code=201)
async def serve(case_id: CaseId, body: ServiceIn, who: Officer, desk: DeskDep) -> CaseOut:
    """逐一送达：记载一名当事人的送达方式和日期，最后一名送达后决定书即为送达 (ARL 75, 88)."""
    said = body.serving()
    case = await desk.act(
        [case_id, aftermath_of(case_id)],
        commands.serve,
        case_id,
        said,
        receipt=body.receipt,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/service-again", status_code=201)
async def serve_again_meanwhile(
    case_id: CaseId, body: ServedAgainIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """重新送达：前一次不成其为送达的，不等其他各方，本人的期限重新起算 (ARL 75, 88; ALL 45)."""
    case = await desk.act(
        [case_id, aftermath_of(case_id)],
        commands.serve_again,
        *(case_id, body.serving()),
        receipt=body.receipt,
        reason=body.reason,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/announcement", status_code=201)
async def announce(case_id: CaseId, body: AnnouncementIn, who: Officer, desk: DeskDep) -> CaseOut:
    """公告送达：下落不明或者其他方式无法送达的，记载发出公告，期满再记载送达 (CPL 95)."""
    return await act(desk, commands.announce, case_id, body, who)


@router.post("/{case_id}/delivery", status_code=201)
async def deliver(case_id: CaseId, body: DeliveryIn, who: Officer, desk: DeskDep) -> CaseOut:
    """一并送达行政复议决定书：各方以同一方式送达的，逐一记载方式、日期和送达回证 (ARL 75, 88)."""
    files = [case_id, aftermath_of(case_id)]
    done = desk.act(files, commands.deliver, case_id, **body.model_dump(), by=who.code)
    return CaseOut.of(await done)


@router.post("/{case_id}/withdrawal", status_code=201)
async def withdraw(case_id: CaseId, body: WithdrawalIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """申请人撤回行政复议申请 (ARL 41, 74)."""
    command = partial(commands.withdraw, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)
