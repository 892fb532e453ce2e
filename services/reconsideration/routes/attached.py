"""Doors of attached review 附带审查 in the file of the act itself (ARL 13, 57; ARR2026 53)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import attached as commands
from services.reconsideration.routes.who import Applicant, Officer, act, doors
from services.reconsideration.schemas.attached import (
    AttachedEndIn,
    AttachedRequestIn,
    BasisDoubtIn,
)
from services.reconsideration.schemas.file import CaseOut
from shared.contracts.reconsideration.attached import Drop
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/attached-request", status_code=201)
async def request_attached(
    case_id: CaseId, body: AttachedRequestIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """提出附带审查申请，与行政复议申请一并提出，当时不知道的在决定以前提出 (ARL 13; ARR2026 53)."""
    command = partial(commands.request, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/attached-withdrawal", status_code=201)
async def withdraw_attached(
    case_id: CaseId, body: AttachedEndIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """申请人撤回附带审查申请 (ARL 13)."""
    command = partial(commands.drop, why=Drop.WITHDRAWN, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/attached-refusal", status_code=201)
async def refuse_attached(
    case_id: CaseId, body: AttachedEndIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """不予附带审查，不是行政行为所依据的文件 (ARL 13)."""
    return await act(desk, commands.drop, case_id, body, who)


@router.post("/{case_id}/basis-doubt", status_code=201)
async def doubt_basis(case_id: CaseId, body: BasisDoubtIn, who: Officer, desk: DeskDep) -> CaseOut:
    """认为依据不合法，在审查行政行为时发现 (ARL 57)."""
    return await act(desk, commands.doubt, case_id, body, who)
