"""Doors of a respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29)."""

from typing import Annotated, Final

from fastapi import APIRouter

from services.reconsideration.commands import respondent as commands
from services.reconsideration.routes.who import BODY, Officer, act, doors
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.respondent import ChangeNoticeIn, RespondentIn
from shared.auth import Identity, Role
from shared.web import CaseId, DeskDep, needs

router: Final[APIRouter] = doors()


@router.post("/{case_id}/respondent-change-notice", status_code=201)
async def tell_to_change(
    case_id: CaseId, body: ChangeNoticeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """错列被申请人的，告知申请人变更 (ARL 19; ARR2026 29)."""
    return await act(desk, commands.tell_to_change, case_id, body, who)


@router.post("/{case_id}/respondent", status_code=201)
async def change(
    case_id: CaseId,
    body: RespondentIn,
    who: Annotated[Identity, needs(Role.WINDOW, *BODY)],
    desk: DeskDep,
) -> CaseOut:
    """申请人变更被申请人，受理前或者审理中 (ARR2026 29)."""
    return await act(desk, commands.change, case_id, body, who)
