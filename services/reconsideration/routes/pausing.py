"""Doors of suspension, resumption, termination and stay of execution (ARL 39 to 42)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import pausing as commands
from services.reconsideration.routes.who import Applicant, Head, Officer, Respondent, act, doors
from services.reconsideration.schemas.fields import Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.pausing import (
    CauseGoneIn,
    RespondentStayIn,
    ResumptionIn,
    ResumptionOrderIn,
    StayIn,
    StayRefusalIn,
    StayRequestIn,
    SuspensionIn,
    TerminationIn,
)
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/suspension", status_code=201)
async def suspend(case_id: CaseId, body: SuspensionIn, who: Head, desk: DeskDep) -> CaseOut:
    """中止行政复议，书面告知当事人 (ARL 39)."""
    return await act(desk, commands.suspend, case_id, body, who)


@router.post("/{case_id}/suspension-cause-gone", status_code=201)
async def find_cause_gone(
    case_id: CaseId, body: CauseGoneIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """记录中止的原因已经消除 (ARL 39)."""
    return await act(desk, commands.find_cause_gone, case_id, body, who)


@router.post("/{case_id}/resumption", status_code=201)
async def resume(case_id: CaseId, body: ResumptionIn, who: Officer, desk: DeskDep) -> CaseOut:
    """恢复审理，书面告知当事人 (ARL 39)."""
    return await act(desk, commands.resume, case_id, body, who)


@router.post("/{case_id}/resumption-order", status_code=201)
async def record_resumption_order(
    case_id: CaseId, body: ResumptionOrderIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """责令恢复审理，由上级记载，或者由下级收到通知后记入 (ARL 40)."""
    command = partial(
        commands.record_resumption_order,
        organ=body.organ or who.organ,
        acting=who.organ,
        cause=body.cause,
        applicant=body.applicant,
        text=body.text,
    )
    case = await desk.from_beside.act([case_id], command, case_id, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/termination", status_code=201)
async def terminate(case_id: CaseId, body: TerminationIn, who: Head, desk: DeskDep) -> CaseOut:
    """终止行政复议，包括准予撤回 (ARL 41)."""
    command = partial(commands.terminate, found=body.found(), basis=body.basis)
    case = await desk.act([case_id], command, case_id, text=body.text, on=body.on, by=who.code)
    return CaseOut.of(case)


@router.post("/{case_id}/stay-request", status_code=201)
async def ask_stay(case_id: CaseId, body: StayRequestIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """申请停止执行 (ARL 42)."""
    command = partial(commands.ask_stay, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/stay", status_code=201)
async def stay(case_id: CaseId, body: StayIn, who: Head, desk: DeskDep) -> CaseOut:
    """决定停止执行 (ARL 42)."""
    return await act(desk, commands.stay, case_id, body, who)


@router.post("/{case_id}/respondent-stay", status_code=201)
async def stay_as_respondent(
    case_id: CaseId, body: RespondentStayIn, who: Respondent, desk: DeskDep
) -> CaseOut:
    """被申请人认为需要停止执行的，停止执行 (ARL 42)."""
    return await act(desk, commands.stay, case_id, body, who)


@router.post("/{case_id}/stay-refusal", status_code=201)
async def refuse_stay(case_id: CaseId, body: StayRefusalIn, who: Head, desk: DeskDep) -> CaseOut:
    """对申请不予停止执行；数人分别申请的，分别答复 (ARL 42)."""
    return await act(desk, commands.refuse_stay, case_id, body, who)


@router.post("/{case_id}/stay-end", status_code=201)
async def end_stay(case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep) -> CaseOut:
    """停止执行的情形消除后恢复执行 (ARL 42)."""
    return await act(desk, commands.end_stay, case_id, body, who)
