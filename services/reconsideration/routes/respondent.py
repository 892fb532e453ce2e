"""Doors of a respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29)."""

from functools import partial
from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import respondent as commands
from services.reconsideration.domain.deferring import requests_of
from services.reconsideration.routes.joined import with_services
from services.reconsideration.routes.who import Applicant, Officer, act
from services.reconsideration.schemas.aftermath import AftermathOut
from services.reconsideration.schemas.fields import Reasoned
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.respondent import ChangeNoticeIn, RespondentIn, SuccessionIn
from services.reconsideration.store import CASES
from shared.web import ERRORS, CaseId, DeskDep

router: Final = APIRouter(tags=["行政复议"], responses=ERRORS)


@router.post("/reconsiderations/{case_id}/respondent-change-notice", status_code=201)
async def tell_to_change(
    case_id: CaseId, body: ChangeNoticeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """错列被申请人的，告知申请人变更 (ARL 19; ARR2026 29)."""
    return await act(desk, commands.tell_to_change, case_id, body, who)


@router.post("/reconsiderations/{case_id}/respondent-change-retraction", status_code=201)
async def take_back(case_id: CaseId, body: Reasoned, who: Officer, desk: DeskDep) -> CaseOut:
    """告知变更被申请人有误的，收回告知，案件对所列被申请人继续办理 (ARR2026 29)."""
    return await act(desk, commands.take_back, case_id, body, who)


@router.post("/reconsiderations/{case_id}/respondent-succession", status_code=201)
async def succeed_respondent(
    case_id: CaseId, body: SuccessionIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """被申请人被撤销或者职权变更的，由继续行使其职权的机关作被申请人，案件照常进行 (ARL 19)."""
    requests = requests_of(await desk.read(CASES, case_id))
    command = partial(commands.succeed, requests=requests)
    return await act(desk.going_by(*requests), command, case_id, body, who)


@router.post("/reconsiderations/{case_id}/respondent", status_code=201)
async def change(case_id: CaseId, body: RespondentIn, who: Applicant, desk: DeskDep) -> CaseOut:
    """申请人变更被申请人，受理前或者审理中 (ARR2026 29)."""
    command = partial(commands.change, persons=who.acts_for)
    return await act(desk, command, case_id, body, who)


@router.post("/aftermaths/{case_id}/respondent-succession", status_code=201)
async def succeed_respondent_after(
    case_id: CaseId, body: SuccessionIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """作出决定以后被申请人被撤销或者职权变更的，由继续行使其职权的机关履行 (ARL 19, 77)."""
    done = desk.act(
        await with_services(desk, case_id),
        commands.succeed_after,
        case_id,
        **body.model_dump(),
        by=who.code,
    )
    return AftermathOut.of(await done)
