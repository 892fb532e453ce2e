"""Doors from application 申请 to acceptance 受理 (ARL chapters 2 and 3)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from services.reconsideration.commands import asking, repeating
from services.reconsideration.commands import filing as commands
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.repeating import before
from services.reconsideration.domain.standing import apply_as_oneself
from services.reconsideration.papers.reading import read_newest
from services.reconsideration.papers.sorts import SORTS
from services.reconsideration.queries.repeating import others_of
from services.reconsideration.routes.who import DOOR, Addressee, Applicant, Officer, act, doors
from services.reconsideration.schemas.fields import Dated
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.filing import ApplicationIn, CompensationClaimIn
from services.reconsideration.schemas.received import EarlierOut, ReceivedOut
from services.reconsideration.schemas.requesting import RequestIn, ThirdRequestAdmissionIn
from services.reconsideration.schemas.reviewing import (
    AcceptanceIn,
    DeclinationIn,
    NoFurtherHandlingIn,
    SeveranceIn,
    SupplementExtensionIn,
    SupplementIn,
    SupplementNoticeIn,
)
from services.reconsideration.store import CASES, file_before, severed_of
from shared.attachments import carry_over, must_be_stored
from shared.auth import Identity, Role, may_act, may_see
from shared.disputes import earlier_file, must_be_registered
from shared.errors import Unknown
from shared.law.day import legal_day
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()


@router.post("", status_code=201)
async def receive(body: ApplicationIn, who: Applicant, desk: DeskDep) -> ReceivedOut:
    """收到行政复议申请，在已登记的纠纷里；同一申请重复提交的，返回已立的案卷 (ARL 22).

    以前就同一行政行为申请过的照样收下，一并告知以前的申请；受理不受理由审查决定 (ARL 30).
    """
    if who.acts_for is not None and body.dispute_id not in who.dispute_ids:
        raise Unknown("没有这件纠纷")
    # An application made at the authority itself is registered first, too: whatever the hour of
    # registration, its periods run from `received_on`, when it reached the authority (ARL 30).
    await must_be_registered(desk.hub.pool, body.dispute_id)
    apply_as_oneself(body.applicants, who.acts_for)
    said = await after_before(desk, body)
    case_id = file_of(body.dispute_id, said)
    await with_attachments(desk, body, case_id)
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
        oral=body.oral.said() if body.oral else None,
        stated=body.capacity.stated() if body.capacity else None,
        asked=body.asked,
        told=body.told,
    )
    return await received(desk, case)


async def after_before(desk: Desk, body: ApplicationIn) -> Application:
    """What the applicant says, with the file that it applied in before (RULES 148)."""
    before = await file_before(desk.hub.pool, body.dispute_id, body.applicants)
    return replace(body.said(), follows=before)


async def received(desk: Desk, case: Case) -> ReceivedOut:
    """What was received, and what was applied for before against the same act (ARL 30)."""
    found = await others_of(desk.hub, case)
    own = {
        one.file.case_id: one.number
        for one in found.read
        if may_see(desk.who, one.file.dispute_id, one.labels)
    }
    before_it = before(case, found.others.files, legal_day(desk.hub.clock.now()), found.known)
    told = tuple(EarlierOut.of(one, own.get(one.file.case_id, "")) for one in before_it)
    return ReceivedOut.with_earlier(case, told)


async def with_attachments(desk: Desk, body: ApplicationIn, case_id: UUID) -> None:
    """附件随申请带入案卷: they waited where the dispute came in, for the file is not there yet.

    Raises:
        Malformed: One was not handed in.
    """
    waits = body.dispute_id  # as the file in which a dispute comes in is numbered
    await carry_over(desk.hub, desk.who, body.attachments, waits=waits, case_id=case_id)


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
    return await act(desk, commands.notify_supplement, case_id, body, who)


@router.post("/{case_id}/supplement-notice-receipt", status_code=201)
async def receive_supplement_notice(
    case_id: CaseId, body: Dated, who: Addressee, desk: DeskDep
) -> CaseOut:
    """申请人收到编号以后的补正通知；同意电子送达的自行签收，当天送达 (ARL 31; CPL 90)."""
    case = await desk.act(
        [case_id],
        commands.receive_supplement_notice,
        *(case_id, await read_newest(desk.hub, case_id, SORTS["supplement"], who)),
        persons=who.acts_for,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/supplement-extension", status_code=201)
async def extend_supplement(
    case_id: CaseId, body: SupplementExtensionIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """有正当理由的，延长补正期限 (ARL 31)."""
    return await act(desk, commands.extend_supplement, case_id, body, who)


@router.post("/{case_id}/supplement", status_code=201)
async def supplement(case_id: CaseId, body: SupplementIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """补正申请材料 (ARL 31)."""
    at = desk.hub.clock.now()
    await must_be_stored(desk.hub.pool, who, case_id, body.attachments, at)
    command = partial(commands.supplement, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/compensation-claim", status_code=201)
async def claim_compensation(
    case_id: CaseId, body: CompensationClaimIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """一并提出行政赔偿请求，与行政行为一并决定 (ARL 72)."""
    return await act(desk, partial(asking.claim, persons=who.acts_for), case_id, body, who)


@router.post("/{case_id}/request", status_code=201)
async def change_request(
    case_id: CaseId, body: RequestIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """变更行政复议请求，代替原来的请求，通知其他当事人 (ARL 15, 17; ARR2026 61)."""
    return await act(desk, partial(asking.change_request, persons=who.acts_for), case_id, body, who)


@router.post("/{case_id}/third-request-admission", status_code=201)
async def admit_third_request(
    case_id: CaseId, body: ThirdRequestAdmissionIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """承认第三人请求：只约束承认的申请人，不代替审查，通知其他当事人 (ARL 15, 16, 17)."""
    return await act(desk, partial(asking.admit_third, persons=who.acts_for), case_id, body, who)


@router.post("/{case_id}/severance", status_code=201)
async def sever(case_id: CaseId, body: SeveranceIn, who: Officer, desk: DeskDep) -> CaseOut:
    """分案办理：部分申请人重复申请的另立案卷审查，其他人的接着审查 (ARL 30; RULES 136)."""
    severed_id = severed_of(case_id, body.applicants)
    case = await desk.act(
        [case_id, severed_id],
        repeating.sever,
        *(case_id, severed_id, body.applicants),
        reason=body.reason,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/acceptance", status_code=201)
async def accept(case_id: CaseId, body: AcceptanceIn, who: Officer, desk: DeskDep) -> CaseOut:
    """受理；此前的申请尚在其中一人前面的，不受理 (ARL 29, 30, 74)."""
    return await _heeding_others(desk, commands.accept, case_id, body, who)


@router.post("/{case_id}/declination", status_code=201)
async def decline(case_id: CaseId, body: DeclinationIn, who: Officer, desk: DeskDep) -> CaseOut:
    """不予受理并说明理由 (ARL 30)."""
    return await _heeding_others(desk, commands.decline, case_id, body, who)


@router.post("/{case_id}/no-further-handling", status_code=201)
async def handle_no_further(
    case_id: CaseId, body: NoFurtherHandlingIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """没有新的事实和理由，就同一事项再次申请的，告知不再处理 (ARR2026 37)."""
    return await _heeding_others(desk, commands.handle_no_further, case_id, body, who)


async def _heeding_others(
    desk: Desk, command: Callable[..., Case], case_id: UUID, body: BaseModel, who: Identity
) -> CaseOut:
    """One act that heeds the earlier files about the act; those of one's own are locked with it.

    So of two applications of one person that are accepted at the same moment one comes first, and
    bars the other.
    """
    found = await others_of(desk.hub, await desk.read(CASES, case_id))
    own = [one.file.case_id for one in found.read if may_act(who, one.file.dispute_id, one.labels)]
    said = {name: getattr(body, name) for name in type(body).model_fields}
    case = await desk.act(
        [case_id, *own], command, case_id, **said, others=found.others, by=who.code
    )
    return CaseOut.of(case)
