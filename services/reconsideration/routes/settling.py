"""Doors of mediation 调解, settlement 和解 and applying again (ARL 5, 73, 74)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import settling as commands
from services.reconsideration.papers.reading import Asked, read_told
from services.reconsideration.papers.sorts import numbered_sort
from services.reconsideration.routes.papers import series_of
from services.reconsideration.routes.who import Applicant, Head, Officer, act, doors
from services.reconsideration.schemas.fields import Dated, Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.settling import (
    MediationDocumentIn,
    MediationFailureIn,
    MediationIn,
    MediationSignatureIn,
    RefilingIn,
    SettlementIn,
)
from services.reconsideration.store import numbered_of, numbers_of
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/mediation", status_code=201)
async def begin_mediation(
    case_id: CaseId, body: MediationIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """开始调解，须申请人和被申请人都愿意 (ARL 5)."""
    return await act(desk, commands.begin, case_id, body, who)


@router.post("/{case_id}/mediation-failure", status_code=201)
async def fail_mediation(
    case_id: CaseId, body: MediationFailureIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """记录调解不成，未达成协议或者调解书生效前一方反悔 (ARL 73)."""
    return await act(desk, commands.fail, case_id, body, who)


@router.post("/{case_id}/mediation-document", status_code=201)
async def draw_up_mediation(
    case_id: CaseId, body: MediationDocumentIn, who: Head, desk: DeskDep
) -> CaseOut:
    """制作行政复议调解书 (ARL 73)."""
    command = partial(commands.draw_up, agreed=body.agreed())
    case = await desk.act([case_id], command, case_id, text=body.text, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/mediation-signature", status_code=201)
async def sign_mediation(
    case_id: CaseId, body: MediationSignatureIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """当事人在调解书上签字或者签章 (ARL 73)."""
    return await act(desk, commands.sign, case_id, body, who)


@router.post("/{case_id}/mediation-seal", status_code=201)
async def seal_mediation(case_id: CaseId, body: Dated, who: Head, desk: DeskDep) -> CaseOut:
    """给调解书编号、加盖印章，调解书生效；已经编号的不再编 (ARL 73; RULES 69)."""
    sort = numbered_sort("mediation")
    drawn = await read_told(desk.hub, who, Asked(case_id, sort))
    files = [case_id, numbered_of(case_id, sort.name, drawn.page), numbers_of(drawn.authority)]
    done = await desk.act(
        *(files, commands.seal, case_id, series_of(sort), drawn.page), on=body.on, by=who.code
    )
    return CaseOut.of(done)


@router.post("/{case_id}/settlement", status_code=201)
async def submit_settlement(
    case_id: CaseId, body: SettlementIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """提交和解协议，当事人在决定作出前自愿达成 (ARL 74)."""
    command = partial(commands.submit, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/withdrawal-refusal", status_code=201)
async def refuse_withdrawal(case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep) -> CaseOut:
    """不准予撤回行政复议申请，继续审理 (ARL 41)."""
    return await act(desk, commands.refuse_withdrawal, case_id, body, who)


@router.post("/{case_id}/refiling", status_code=201)
async def allow_refiling(case_id: CaseId, body: RefilingIn, who: Officer, desk: DeskDep) -> CaseOut:
    """认定可以再次申请，不受此前撤回的限制 (ARL 74)."""
    return await act(desk, commands.allow_refiling, case_id, body, who)
