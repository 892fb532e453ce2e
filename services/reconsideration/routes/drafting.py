"""Doors from the findings 审理认定 to the seal 用印, with which a decision is made (ARL 61, 75)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import drafting as commands
from services.reconsideration.routes.who import Head, Officer, act, doors
from services.reconsideration.schemas.drafting import ApprovalIn, DraftIn, SubmissionIn
from services.reconsideration.schemas.fields import Dated, Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.judged import FindingsIn
from services.reconsideration.store import CASES, decided_as, numbers_of
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/findings", status_code=201)
async def record_findings(
    case_id: CaseId, body: FindingsIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """审理认定：逐项认定事实、证据、依据、程序、职权和内容；送审以前可以重新认定 (ARL 61)."""
    effective = await decided_as(desk.hub.pool, body.numbers)
    case = await desk.act(
        [case_id, *effective.values()],
        commands.record_findings,
        case_id,
        body.found(),
        effective=effective,
        on=body.on,
        by=who.code,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/draft", status_code=201)
async def draft(case_id: CaseId, body: DraftIn, who: Officer, desk: DeskDep) -> CaseOut:
    """拟稿：逐项提出决定的意见，送审以前可以另拟 (ARL 61)."""
    said = body.draft()
    case = await desk.act(
        [case_id], commands.draft, case_id, said, text=body.text, on=body.on, by=who.code
    )
    return CaseOut.of(case)


@router.post("/{case_id}/submission", status_code=201)
async def submit(case_id: CaseId, body: SubmissionIn, who: Officer, desk: DeskDep) -> CaseOut:
    """送审：提请过咨询的，附具咨询意见，说明采纳情况 (ARL 61; ARR2026 52)."""
    return await act(desk, commands.submit, case_id, body, who)


@router.post("/{case_id}/return", status_code=201)
async def send_back(case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep) -> CaseOut:
    """退回重拟：用印以前都可以退回 (ARL 61)."""
    return await act(desk, commands.send_back, case_id, body, who)


@router.post("/{case_id}/approval", status_code=201)
async def approve(case_id: CaseId, body: ApprovalIn, who: Head, desk: DeskDep) -> CaseOut:
    """审批：负责人同意，或者集体讨论通过 (ARL 61)."""
    return await act(desk, commands.approve, case_id, body, who)


@router.post("/{case_id}/seal", status_code=201)
async def seal(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> CaseOut:
    """用印：编号、用印，即作出行政复议决定 (ARL 61, 75; RULES 69)."""
    register = numbers_of((await desk.read(CASES, case_id)).authority)
    case = await desk.act([case_id, register], commands.seal, case_id, on=body.on, by=who.code)
    return CaseOut.of(case)
