"""The doors of routing: what road a dispute took, and what a department does under a whistle."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter

from services.routing import commands
from services.routing.schemas import AnswerIn, RoutingOut, SuggestedOut, SuggestionIn, WhistleOut
from services.routing.store import ROUTINGS, WHISTLES
from services.routing.suggest import BadModel, Scorer, read_model, suggest
from shared.auth import Identity, Role
from shared.errors import Malformed
from shared.settings import settings
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(responses=ERRORS)

Department = Annotated[Identity, needs(Role.DEPARTMENT)]
"""An officer of a department; it acts for its own department only."""

Centre = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR)]
"""Somebody of the centre 综治中心."""

Window = Annotated[Identity, needs(Role.WINDOW)]
"""Somebody at a window, who registers what comes in."""


@router.get("/routings/{case_id}", tags=["分流"])
async def read_routing(case_id: CaseId, desk: DeskDep) -> RoutingOut:
    """查看分流结果和所告知的期限 (RULES 6, 7)."""
    file = await desk.read(ROUTINGS, case_id)
    return RoutingOut.of(file)


@router.post("/routings/suggestion", tags=["分流"])
async def suggestion(body: SuggestionIn, who: Window, desk: DeskDep) -> SuggestedOut:
    """分类建议：按来件文字提示类别、部门和风险，不作决定，内容不保存 (RULES 6)."""
    del who
    directory = desk.hub.directory
    if body.place and body.place not in directory.places:
        raise Malformed(f"名录中没有区划 {body.place}", "place")
    chosen = settings().model
    scorer, fault = _scorer(chosen) if chosen else (None, "")
    found = suggest(scorer, body.subject, body.text, directory, body.place)
    return SuggestedOut.of(replace(found, note=fault) if fault else found)


@lru_cache(maxsize=1)
def _scorer(path: Path) -> tuple[Scorer | None, str]:
    """The model at work, or why it cannot be; a hub goes on without."""
    try:
        return Scorer(read_model(path)), ""
    except BadModel as error:
        return None, error.message


@router.get("/whistles/{case_id}", tags=["吹哨报到"])
async def read_whistle(case_id: CaseId, desk: DeskDep) -> WhistleOut:
    """查看哨和各部门所处环节 (RULES 8)."""
    file = await desk.read(WHISTLES, case_id)
    return WhistleOut.of(file)


@router.post("/whistles/{case_id}/check-in", status_code=201, tags=["吹哨报到"])
async def check_in(case_id: CaseId, who: Department, desk: DeskDep) -> WhistleOut:
    """报到：以本部门名义 (RULES 4)."""
    act = desk.act([case_id], commands.check_in, case_id, who.organ, by=who.code)
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/answer", status_code=201, tags=["吹哨报到"])
async def answer(case_id: CaseId, body: AnswerIn, who: Department, desk: DeskDep) -> WhistleOut:
    """反馈办理结果和处理意见：以本部门名义 (RULES 11)."""
    act = desk.act(
        [case_id],
        commands.answer,
        case_id,
        who.organ,
        body.finding,
        body.opinion,
        by=who.code,
    )
    return WhistleOut.of(await act)


@router.post("/whistles/{case_id}/closure", status_code=201, tags=["吹哨报到"])
async def close(case_id: CaseId, who: Centre, desk: DeskDep) -> WhistleOut:
    """办结：各部门均已反馈，未解决的民间纠纷移交人民调解 (RULES 12)."""
    return WhistleOut.of(await desk.act([case_id], commands.close, case_id, by=who.code))
