"""Doors of evidence, inquiry, appraisal and inspection (ARL 43 to 46; ARR2026 44 to 47)."""

from collections.abc import Collection
from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter

from services.reconsideration.commands import inquiring
from services.reconsideration.commands import proving as commands
from services.reconsideration.routes.who import (
    BODY,
    Applicant,
    Officer,
    Respondent,
    act,
    doors,
    must_work_here,
    own_department,
)
from services.reconsideration.schemas.access import PieceOut
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.proving import (
    AppraisalEndIn,
    AppraisalIn,
    AppraisalRefusalIn,
    AppraisalRequestIn,
    EvidenceIn,
    ExaminationIn,
    FurtherEvidenceIn,
    FurtherRefusalIn,
    FurtherRequestIn,
    InquiryIn,
    InspectionEndIn,
    InspectionIn,
    RespondentEvidenceIn,
    attached_to,
    pieces_of,
)
from services.reconsideration.store import CASES
from shared.attachments import must_be_stored
from shared.auth import Identity, Role
from shared.contracts.reconsideration import Standing
from shared.errors import Malformed
from shared.web import CaseId, Desk, DeskDep, needs

router: Final[APIRouter] = doors()

Side = Annotated[Identity, needs(Role.WINDOW, Role.PARTY, Role.DEPARTMENT, *BODY)]
"""当事人, and where one comes in."""


@router.get("/{case_id}/evidence")
async def list_evidence(case_id: CaseId, who: Officer, desk: DeskDep) -> list[PieceOut]:
    """证据目录：每件证据的种类、由谁提出、由谁举证、审查的结果 (ARL 43, 44)."""
    del who
    case = await desk.read(CASES, case_id)
    return [PieceOut.of(one) for one in case.evidence.pieces]


@router.post("/{case_id}/evidence", status_code=201)
async def submit_evidence(
    case_id: CaseId, body: EvidenceIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """申请人、第三人提出证据，逐件编入证据目录 (ARL 43, 44)."""
    await _stored(desk, case_id, attached_to(body.pieces))
    command = partial(commands.submit, persons=who.acts_for)
    said = (body.standing, pieces_of(body.pieces))
    case = await desk.act([case_id], command, case_id, *said, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/respondent-evidence", status_code=201)
async def submit_as_respondent(
    case_id: CaseId, body: RespondentEvidenceIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人提交证据；逾期的，经同意才可以补充 (ARL 46, 48)."""
    await _stored(desk, case_id, attached_to(body.pieces))
    said = (Standing.RESPONDENT, pieces_of(body.pieces))
    command = partial(commands.submit, organ=body.organ, department=own_department(who))
    case = await desk.act([case_id], command, case_id, *said, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/further-evidence-request", status_code=201)
async def ask_further(
    case_id: CaseId, body: FurtherRequestIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人申请补充证据，共同被申请人各自申请 (ARL 46)."""
    command = partial(commands.ask_further, department=own_department(who))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/further-evidence", status_code=201)
async def allow_further(
    case_id: CaseId, body: FurtherEvidenceIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """同意被申请人补充证据，写明申请人、第三人提出了什么 (ARL 46)."""
    return await act(desk, commands.allow_further, case_id, body, who)


@router.post("/{case_id}/further-evidence-refusal", status_code=201)
async def refuse_further(
    case_id: CaseId, body: FurtherRefusalIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """不同意被申请人补充证据 (ARL 46)."""
    return await act(desk, commands.refuse_further, case_id, body, who)


@router.post("/{case_id}/evidence-examination", status_code=201)
async def examine_evidence(
    case_id: CaseId, body: ExaminationIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """审查证据，属实的才能作为认定事实的根据 (ARL 43, 46; ARR2026 47)."""
    return await act(desk, commands.examine, case_id, body, who)


@router.post("/{case_id}/inquiry", status_code=201)
async def take_evidence(case_id: CaseId, body: InquiryIn, who: Officer, desk: DeskDep) -> CaseOut:
    """调查取证，两人以上并出示证件，取得的证据编入目录 (ARL 45)."""
    await _stored(desk, case_id, attached_to(body.pieces))
    await must_work_here(desk, who, inquirers=body.inquirers)
    case = await desk.act(
        [case_id],
        inquiring.take,
        case_id,
        body.visit(),
        body.inquiries,
        pieces_of(body.pieces),
        record=body.record,
        unsigned_reason=body.unsigned_reason,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/appraisal-request", status_code=201)
async def ask_appraisal(
    case_id: CaseId, body: AppraisalRequestIn, who: Side, desk: DeskDep
) -> CaseOut:
    """当事人申请鉴定 (ARR2026 46)."""
    standing = body.standing or _own_standing(who)
    if Role.DEPARTMENT in who.roles and standing is not Standing.RESPONDENT:
        raise Malformed("被申请人只能以自己的名义申请鉴定", "standing")
    command = partial(inquiring.ask_appraisal, persons=who.acts_for)
    said = body.model_copy(update={"standing": standing})
    return await act(desk, command, case_id, said, who)


@router.post("/{case_id}/appraisal-refusal", status_code=201)
async def deny_appraisal(
    case_id: CaseId, body: AppraisalRefusalIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """不同意鉴定，向申请的当事人说明理由 (ARR2026 46)."""
    return await act(desk, inquiring.deny_appraisal, case_id, body, who)


@router.post("/{case_id}/appraisal", status_code=201)
async def begin_appraisal(
    case_id: CaseId, body: AppraisalIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """委托鉴定；鉴定所用时间不计入审理期限，费用由当事人承担 (ARR2026 46)."""
    return await act(desk, inquiring.begin_appraisal, case_id, body, who)


@router.post("/{case_id}/appraisal-end", status_code=201)
async def end_appraisal(
    case_id: CaseId, body: AppraisalEndIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """鉴定结束，鉴定意见编入证据目录，审理期限继续计算 (ARR2026 46)."""
    await _stored(desk, case_id, body.attachments)
    return await act(desk, inquiring.end_appraisal, case_id, body, who)


@router.post("/{case_id}/inspection", status_code=201)
async def begin_inspection(
    case_id: CaseId, body: InspectionIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """开始现场勘验；勘验所用时间不计入审理期限 (ARR2026 45)."""
    return await act(desk, inquiring.begin_inspection, case_id, body, who)


@router.post("/{case_id}/inspection-end", status_code=201)
async def end_inspection(
    case_id: CaseId, body: InspectionEndIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """现场勘验结束，勘验笔录编入证据目录，审理期限继续计算 (ARR2026 45)."""
    await _stored(desk, case_id, body.attachments)
    await must_work_here(desk, who, inquirers=body.inquirers)
    case = await desk.act(
        [case_id],
        inquiring.end_inspection,
        case_id,
        body.visit(),
        record=body.record,
        attachments=body.attachments,
        unsigned_reason=body.unsigned_reason,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


def _own_standing(who: Identity) -> Standing:
    """As what somebody asks who does not say it."""
    return Standing.RESPONDENT if Role.DEPARTMENT in who.roles else Standing.APPLICANT


async def _stored(desk: Desk, case_id: UUID, digests: Collection[str]) -> None:
    await must_be_stored(desk.hub.pool, desk.who, case_id, digests, desk.hub.clock.now())
