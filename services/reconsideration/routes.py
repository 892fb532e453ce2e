"""Doors of reconsideration 行政复议: one path for each legal act."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel

from services.reconsideration import commands
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import apply_as_oneself
from services.reconsideration.schemas import (
    AcceptanceIn,
    ApplicationIn,
    CaseOut,
    ConsultationIn,
    CopyIn,
    Dated,
    DecisionIn,
    DeclinationIn,
    DeliveryIn,
    ExtensionIn,
    ReplyIn,
    SupplementExtensionIn,
    SupplementIn,
    SupplementNoticeIn,
    ViewsIn,
    WithdrawalIn,
    WrittenReviewIn,
)
from services.reconsideration.store import CASES
from shared.auth import Identity, Role
from shared.disputes import earlier_file, must_be_registered
from shared.errors import Unknown
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(prefix="/reconsiderations", tags=["行政复议"], responses=ERRORS)

BODY: Final = (Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)
"""行政复议机构的人员."""
DOOR: Final = (Role.WINDOW, Role.PARTY, *BODY)
"""Where an applicant comes in."""
Officer = Annotated[Identity, needs(*BODY)]
Head = Annotated[Identity, needs(Role.RECONSIDERATION_HEAD)]
Applicant = Annotated[Identity, needs(*DOOR)]
Addressee = Annotated[Identity, needs(Role.PARTY, *BODY)]
Respondent = Annotated[Identity, needs(Role.DEPARTMENT, *BODY)]


async def _act(
    desk: DeskDep, command: Callable[..., Case], case_id: CaseId, body: BaseModel, who: Identity
) -> CaseOut:
    return CaseOut.of(await desk.act_on(command, case_id, body, who))


@router.post("", status_code=201)
async def receive(body: ApplicationIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """收到行政复议申请，在已登记的纠纷里；同一申请重复提交的，返回已立的案卷 (ARL 22)."""
    if who.acts_for is not None and body.dispute_id not in who.dispute_ids:
        raise Unknown("没有这件纠纷")
    # An application made at the authority itself is registered first, too: whatever the hour of
    # registration, its periods run from `received_on`, when it reached the authority (ARL 30).
    await must_be_registered(desk.hub.pool, body.dispute_id)
    apply_as_oneself(body.applicants, who.acts_for)
    said = body.said()
    case_id = file_of(body.dispute_id, said)
    earlier = await earlier_file(desk.hub.pool, body.dispute_id, ("mediation", "adjudication"))
    first = earlier.window if earlier else ""
    window = who.organ if Role.WINDOW in who.roles else first
    case = await desk.act(
        [case_id],
        commands.receive,
        case_id,
        body.dispute_id,
        said,
        text=body.text,
        by=who.code,
        window=window,
        came_from=earlier.case_id if earlier else None,
        persons=who.acts_for,
    )
    return CaseOut.of(case)


@router.get("/{case_id}")
async def read(
    case_id: CaseId,
    who: Annotated[Identity, needs(*DOOR, Role.DEPARTMENT, Role.SUPERVISOR, Role.ADMINISTRATOR)],
    desk: DeskDep,
) -> CaseOut:
    """行政复议案件的现状 (ARL 47)."""
    del who
    case = await desk.read(CASES, case_id)
    return CaseOut.of(case)


@router.post("/{case_id}/supplement-notice", status_code=201)
async def notify_supplement(
    case_id: CaseId, body: SupplementNoticeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """补正通知，一次性载明需要补正的事项 (ARL 31)."""
    return await _act(desk, commands.notify_supplement, case_id, body, who)


@router.post("/{case_id}/supplement-notice-receipt", status_code=201)
async def receive_supplement_notice(
    case_id: CaseId, body: Dated, who: Addressee, desk: DeskDep
) -> CaseOut:
    """申请人收到补正通知；同意电子送达的自行签收，当天为送达日期 (ARL 31; CPL 90)."""
    command = partial(commands.receive_supplement_notice, persons=who.acts_for)
    return await _act(desk, command, case_id, body, who)


@router.post("/{case_id}/supplement-extension", status_code=201)
async def extend_supplement(
    case_id: CaseId, body: SupplementExtensionIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """有正当理由的，延长补正期限 (ARL 31)."""
    return await _act(desk, commands.extend_supplement, case_id, body, who)


@router.post("/{case_id}/supplement", status_code=201)
async def supplement(case_id: CaseId, body: SupplementIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """补正申请材料 (ARL 31)."""
    command = partial(commands.supplement, persons=who.acts_for)
    return await _act(desk, command, case_id, body, who)


@router.post("/{case_id}/acceptance", status_code=201)
async def accept(case_id: CaseId, body: AcceptanceIn, who: Officer, desk: DeskDep) -> CaseOut:
    """受理 (ARL 30)."""
    return await _act(desk, commands.accept, case_id, body, who)


@router.post("/{case_id}/declination", status_code=201)
async def decline(case_id: CaseId, body: DeclinationIn, who: Officer, desk: DeskDep) -> CaseOut:
    """不予受理并说明理由 (ARL 30)."""
    return await _act(desk, commands.decline, case_id, body, who)


@router.post("/{case_id}/copy", status_code=201)
async def send_copy(case_id: CaseId, body: CopyIn, who: Officer, desk: DeskDep) -> CaseOut:
    """向被申请人发送申请书副本 (ARL 48)."""
    return await _act(desk, commands.send_copy, case_id, body, who)


@router.post("/{case_id}/copy-receipt", status_code=201)
async def receive_copy(case_id: CaseId, body: Dated, who: Respondent, desk: DeskDep) -> CaseOut:
    """被申请人收到申请书副本 (ARL 48)."""
    return await _act(desk, commands.receive_copy, case_id, body, who)


@router.post("/{case_id}/reply", status_code=201)
async def file_reply(case_id: CaseId, body: ReplyIn, who: Respondent, desk: DeskDep) -> CaseOut:
    """被申请人提出书面答复，提交证据、依据 (ARL 48)."""
    return await _act(desk, commands.file_reply, case_id, body, who)


@router.post("/{case_id}/views", status_code=201)
async def hear_views(case_id: CaseId, body: ViewsIn, who: Officer, desk: DeskDep) -> CaseOut:
    """听取意见 (ARL 49)."""
    return await _act(desk, commands.hear_views, case_id, body, who)


@router.post("/{case_id}/written-review", status_code=201)
async def review_in_writing(
    case_id: CaseId, body: WrittenReviewIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """因当事人原因不能听取意见的，书面审理 (ARL 49)."""
    return await _act(desk, commands.review_in_writing, case_id, body, who)


@router.post("/{case_id}/consultation", status_code=201)
async def request_opinion(
    case_id: CaseId, body: ConsultationIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """提请行政复议委员会咨询 (ARL 52)."""
    return await _act(desk, commands.request_opinion, case_id, body, who)


@router.post("/{case_id}/extension", status_code=201)
async def extend(case_id: CaseId, body: ExtensionIn, who: Head, desk: DeskDep) -> CaseOut:
    """延长审理期限 (ARL 62)."""
    return await _act(desk, commands.extend, case_id, body, who)


@router.post("/{case_id}/decision", status_code=201)
async def decide(case_id: CaseId, body: DecisionIn, who: Head, desk: DeskDep) -> CaseOut:
    """作出行政复议决定 (ARL 61)."""
    case = await desk.act(
        [case_id],
        commands.decide,
        case_id,
        body.draft(),
        text=body.text,
        departure=body.departure,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/delivery", status_code=201)
async def deliver(case_id: CaseId, body: DeliveryIn, who: Officer, desk: DeskDep) -> CaseOut:
    """送达行政复议决定书 (ARL 75)."""
    return await _act(desk, commands.deliver, case_id, body, who)


@router.post("/{case_id}/withdrawal", status_code=201)
async def withdraw(case_id: CaseId, body: WithdrawalIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """申请人撤回行政复议申请 (ARL 41, 74)."""
    command = partial(commands.withdraw, persons=who.acts_for)
    return await _act(desk, command, case_id, body, who)


@router.post("/{case_id}/termination", status_code=201)
async def permit_withdrawal(case_id: CaseId, body: Dated, who: Head, desk: DeskDep) -> CaseOut:
    """准予撤回，终止行政复议 (ARL 41)."""
    return await _act(desk, commands.permit_withdrawal, case_id, body, who)
