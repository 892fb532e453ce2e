"""Doors of an application through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from typing import Annotated, Final

from fastapi import APIRouter

from services.reconsideration.commands import forwarding as commands
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.forwarding import take_in_as
from services.reconsideration.domain.standing import apply_as_oneself
from services.reconsideration.routes.filing import after_before, received, with_attachments
from services.reconsideration.routes.who import BODY, Officer, Respondent, act, doors
from services.reconsideration.schemas.fields import Dated
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.forwarding import CorrectionIn, ForwardingIn, HandedInIn
from services.reconsideration.schemas.received import ReceivedOut
from shared.auth import Identity, Role
from shared.disputes import must_be_registered
from shared.errors import Unknown
from shared.web import CaseId, DeskDep, needs

router: Final[APIRouter] = doors()

HandsIn = Annotated[Identity, needs(Role.WINDOW, Role.PARTY, Role.DEPARTMENT, *BODY)]


@router.post("/handed-in", status_code=201)
async def hand_in(body: HandedInIn, who: HandsIn, desk: DeskDep) -> ReceivedOut:
    """收到通过处罚机关提交的申请：当场处罚、电子监控处罚可以通过作出处罚决定的机关申请 (ARL 32)."""
    if who.acts_for is not None and body.dispute_id not in who.dispute_ids:
        raise Unknown("没有这件纠纷")
    await must_be_registered(desk.hub.pool, body.dispute_id)
    apply_as_oneself(body.applicants, who.acts_for)
    said = await after_before(desk, body)
    take_in_as(who.organ if who.roles == {Role.DEPARTMENT} else None, said)
    case_id = file_of(body.dispute_id, said)
    await with_attachments(desk, body, case_id)
    case = await desk.act(
        [case_id],
        commands.hand_in,
        case_id,
        body.dispute_id,
        said,
        body.fine,
        text=body.text,
        by=who.code,
        persons=who.acts_for,
        stated=body.capacity.stated() if body.capacity else None,
        told=body.told,
    )
    return await received(desk, case)


@router.post("/{case_id}/forwarding", status_code=201)
async def forward(case_id: CaseId, body: ForwardingIn, who: Respondent, desk: DeskDep) -> CaseOut:
    """处罚机关认为需要维持的，五日内转送行政复议机关 (ARL 32)."""
    return await act(desk, commands.forward, case_id, body, who)


@router.post("/{case_id}/forwarding-receipt", status_code=201)
async def receive_forwarded(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> CaseOut:
    """行政复议机关收到转送的申请，审查期限自此计算 (ARL 30, 32)."""
    return await act(desk, commands.receive_forwarded, case_id, body, who)


@router.post("/{case_id}/penalty-correction", status_code=201)
async def correct(case_id: CaseId, body: CorrectionIn, who: Respondent, desk: DeskDep) -> CaseOut:
    """处罚机关五个工作日内自行纠正，并告知申请人和行政复议机关 (ARR2026 38)."""
    return await act(desk, commands.correct, case_id, body, who)
