"""The doors of triage: what road a dispute took, and what a message may be about."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter

from services.routing.schemas import RoutingOut, SuggestedOut, SuggestionIn
from services.routing.store import ROUTINGS
from services.routing.suggest import BadModel, Scorer, read_model, suggest
from shared.auth import Identity, Role
from shared.errors import Malformed
from shared.settings import settings
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(responses=ERRORS)

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
