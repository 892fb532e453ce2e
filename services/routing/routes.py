"""The doors of routing: what road a dispute took, and what a department does under a whistle."""

from typing import Annotated

from fastapi import APIRouter

from services.routing import commands
from services.routing.schemas import AnswerIn, RoutingOut, WhistleOut
from services.routing.store import ROUTINGS, WHISTLES
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(responses=ERRORS)

Department = Annotated[Identity, needs(Role.DEPARTMENT)]
"""An officer of a department; it acts for its own department only."""

Centre = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR)]
"""Somebody of the centre 综治中心."""


@router.get("/routings/{case_id}", tags=["分流"])
async def read_routing(case_id: CaseId, desk: DeskDep) -> RoutingOut:
    """查看分流结果和所告知的期限 (RULES 6, 7)."""
    file = await desk.read(ROUTINGS, case_id)
    return RoutingOut.of(file)


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
