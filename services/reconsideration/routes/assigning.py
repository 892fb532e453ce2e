"""Doors about how a case is handled: complexity, reviewers, recusal, procedure (ARL 36 to 55)."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter

from services.reconsideration.commands import assigning as commands
from services.reconsideration.routes.who import BODY, Head, Officer, act, doors, must_work_here
from services.reconsideration.schemas.assigning import (
    ComplexityIn,
    RecusalDecisionIn,
    RecusalIn,
    ReviewersIn,
    SimplifiedConsentIn,
    SimplifiedIn,
)
from services.reconsideration.schemas.fields import Reasoned
from services.reconsideration.schemas.file import CaseOut
from shared.auth import Identity, Role
from shared.sessions.posts import posts_at
from shared.web import CaseId, DeskDep, needs

router: Final[APIRouter] = doors()

Anybody = Annotated[Identity, needs(Role.PARTY, Role.DEPARTMENT, *BODY)]
"""当事人, and the reviewers themselves."""


@router.post("/{case_id}/complexity", status_code=201)
async def find_complexity(
    case_id: CaseId, body: ComplexityIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """认定案件复杂程度，可以重新认定 (ARL 50, 52)."""
    return await act(desk, commands.find_complexity, case_id, body, who)


@router.post("/{case_id}/reviewers", status_code=201)
async def assign(case_id: CaseId, body: ReviewersIn, who: Officer, desk: DeskDep) -> CaseOut:
    """指定行政复议人员；已经指定的，说明理由予以更换 (ARL 36; ARR2026 39)."""
    await must_work_here(desk, who, reviewers=body.reviewers)
    case = await desk.act(
        [case_id],
        commands.assign,
        case_id,
        body.team(),
        by=who.code,
        on=body.on,
        reason=body.reason,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/recusal", status_code=201)
async def request_recusal(case_id: CaseId, body: RecusalIn, who: Anybody, desk: DeskDep) -> CaseOut:
    """申请回避；行政复议人员应当自行报告 (RULES 47; ARL 3)."""
    organ = who.organ if Role.DEPARTMENT in who.roles else ""
    command = partial(commands.request_recusal, persons=who.acts_for, organ=organ)
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/recusal-decision", status_code=201)
async def decide_recusal(
    case_id: CaseId, body: RecusalDecisionIn, who: Head, desk: DeskDep
) -> CaseOut:
    """决定回避：由行政复议机构负责人决定是否更换 (RULES 47; ARL 3)."""
    await must_work_here(desk, who, successor=[body.successor] if body.successor else [])
    heads = await posts_at(desk.hub.pool, who.organ, [Role.RECONSIDERATION_HEAD])
    command = partial(commands.decide_recusal, another_head=bool(heads.keys() - {who.code}))
    return await act(desk, command, case_id, body, who)


@router.post("/{case_id}/simplified", status_code=201)
async def choose_simplified(
    case_id: CaseId, body: SimplifiedIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """适用简易程序 (ARL 53)."""
    case = await desk.act(
        [case_id],
        commands.choose_simplified,
        case_id,
        body.choice(),
        reason=body.reason,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(case)


@router.post("/{case_id}/simplified-consent", status_code=201)
async def agree_simplified(
    case_id: CaseId, body: SimplifiedConsentIn, who: Anybody, desk: DeskDep
) -> CaseOut:
    """同意适用简易程序：各方同意以后才参加的当事人，各自表示 (ARL 53; RULES 167)."""
    organ = who.organ if Role.DEPARTMENT in who.roles else ""
    command = partial(commands.agree_simplified, persons=who.acts_for, organ=organ)
    case = await desk.act(
        *([case_id], command, case_id, body.said()), text=body.text, by=who.code, on=body.on
    )
    return CaseOut.of(case)


@router.post("/{case_id}/conversion", status_code=201)
async def convert(case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep) -> CaseOut:
    """转为普通程序，经行政复议机构负责人批准 (ARL 55)."""
    return await act(desk, commands.convert, case_id, body, who)
