"""Doors of 强制执行 against an applicant or third person, in what follows a case (ARL 78)."""

from collections.abc import Callable
from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import at_court
from services.reconsideration.commands import enforcing as commands
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.routes.aftermath import act
from services.reconsideration.routes.who import Respondent, own_department
from services.reconsideration.schemas.aftermath import AftermathOut
from services.reconsideration.schemas.enforcing import (
    CourtAboveIn,
    CourtRefusalIn,
    EnforcementApplicationIn,
    EnforcementIn,
    ImmediateEnforcementIn,
    ImmediateRulingIn,
    NoEnforcementIn,
    OfPerson,
    PartyPerformanceIn,
    PartyUrgingIn,
    PerformanceTimeIn,
)
from shared.auth import Identity
from shared.web import ERRORS, CaseId, DeskDep

router: Final = APIRouter(prefix="/aftermaths", tags=["行政复议后续"], responses=ERRORS)


async def _act(
    desk: DeskDep,
    command: Callable[..., Aftermath],
    case_id: CaseId,
    body: OfPerson,
    who: Identity,
) -> AftermathOut:
    """The body takes down what any organ does; a department does what is its own alone."""
    return await act(desk, partial(command, department=own_department(who)), case_id, body, who)


@router.post("/{case_id}/performance-time", status_code=201)
async def state_time(
    case_id: CaseId, body: PerformanceTimeIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """载明当事人应当履行、履行期限，届满以后方可强制执行 (ARL 78)."""
    return await _act(desk, commands.state_time, case_id, body, who)


@router.post("/{case_id}/urging", status_code=201)
async def urge(
    case_id: CaseId, body: PartyUrgingIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """催告逾期不起诉又不履行的当事人 (ARL 78; COERCION 35, 54)."""
    return await _act(desk, commands.urge, case_id, body, who)


@router.post("/{case_id}/enforcement-application", status_code=201)
async def apply(
    case_id: CaseId, body: EnforcementApplicationIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """申请人民法院强制执行，期限届满之日起三个月内 (ARL 78; COERCION 53)."""
    return await _act(desk, commands.apply, case_id, body, who)


@router.post("/{case_id}/enforcement", status_code=201)
async def enforce(
    case_id: CaseId, body: EnforcementIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """记载强制执行完毕 (ARL 78)."""
    return await _act(desk, commands.enforce, case_id, body, who)


@router.post("/{case_id}/party-performance", status_code=201)
async def perform(
    case_id: CaseId, body: PartyPerformanceIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """记载当事人已经履行 (ARL 78)."""
    return await _act(desk, commands.perform, case_id, body, who)


@router.post("/{case_id}/no-enforcement", status_code=201)
async def spare(
    case_id: CaseId, body: NoEnforcementIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """记载不需要强制执行 (ARL 78)."""
    return await _act(desk, commands.spare, case_id, body, who)


@router.post("/{case_id}/court-refusal", status_code=201)
async def note_refusal(
    case_id: CaseId, body: CourtRefusalIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """记载收到人民法院不予受理、不予执行的裁定 (COERCION 56, 58)."""
    return await _act(desk, at_court.note_refusal, case_id, body, who)


@router.post("/{case_id}/court-above", status_code=201)
async def ask_above(
    case_id: CaseId, body: CourtAboveIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """对人民法院的裁定，十五日内向上一级人民法院申请复议 (COERCION 56, 58)."""
    return await _act(desk, at_court.ask_above, case_id, body, who)


@router.post("/{case_id}/immediate-enforcement", status_code=201)
async def ask_at_once(
    case_id: CaseId, body: ImmediateEnforcementIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """因情况紧急，为保障公共安全，申请人民法院立即执行 (COERCION 59)."""
    return await _act(desk, at_court.ask_at_once, case_id, body, who)


@router.post("/{case_id}/immediate-ruling", status_code=201)
async def note_ruling(
    case_id: CaseId, body: ImmediateRulingIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """记载人民法院裁定立即执行 (COERCION 59)."""
    return await _act(desk, at_court.note_ruling, case_id, body, who)
