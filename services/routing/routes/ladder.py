"""The doors of the ladder 四级七天: solved at a level, up to the next, the risk's colour."""

from fastapi import APIRouter

from services.routing.commands import climbing
from services.routing.routes.who import Whistler
from services.routing.schemas import LadderOut, RiskIn, TriedIn
from services.routing.store import LADDERS, files_of, whistles_of
from shared.auth import Role
from shared.web import ERRORS, CaseId, DeskDep

router = APIRouter(responses=ERRORS, tags=["四级七天"])


@router.get("/ladders/{case_id}")
async def read_ladder(case_id: CaseId, desk: DeskDep) -> LadderOut:
    """查看纠纷在哪一级办理 (RULES 37)."""
    file = await desk.read(LADDERS, case_id)
    return LadderOut.of(file)


@router.post("/ladders/{case_id}/solution", status_code=201)
async def solve(case_id: CaseId, body: TriedIn, who: Whistler, desk: DeskDep) -> LadderOut:
    """本级化解：没有吹哨的，由本级记明办理情况 (RULES 37)."""
    ladder = await desk.read(LADDERS, case_id)
    files = [case_id, *whistles_of(ladder.dispute_id)]
    act = desk.act(files, climbing.solve, case_id, body.note, by=who.code)
    return LadderOut.of(await act)


@router.post("/ladders/{case_id}/taking-up", status_code=201)
async def take_up(case_id: CaseId, who: Whistler, desk: DeskDep) -> LadderOut:
    """着手办理：规则簿写明自着手之日起算的，网格、村（社区）的期限自此重新计算 (RULES 37)."""
    return LadderOut.of(await desk.act([case_id], climbing.take_up, case_id, by=who.code))


@router.post("/ladders/{case_id}/escalation", status_code=201)
async def give_up(case_id: CaseId, body: TriedIn, who: Whistler, desk: DeskDep) -> LadderOut:
    """上报：本级未化解，报上一级；到乡镇综治中心时随即吹哨 (RULES 37)."""
    ladder = await desk.read(LADDERS, case_id)
    files = [case_id, *(one for one in files_of(ladder.dispute_id) if one != case_id)]
    act = desk.act(files, climbing.give_up, case_id, body.note, by=who.code)
    return LadderOut.of(await act)


@router.post("/ladders/{case_id}/risk", status_code=201)
async def set_risk(case_id: CaseId, body: RiskIn, who: Whistler, desk: DeskDep) -> LadderOut:
    """风险定级：红、黄、蓝；红色的应当在期限内上报 (RULES 38)."""
    centre = not who.roles.isdisjoint({Role.WINDOW, Role.SUPERVISOR})
    act = desk.act(
        [case_id], climbing.set_risk, case_id, body.risk, body.note, centre=centre, by=who.code
    )
    return LadderOut.of(await act)


@router.post("/ladders/{case_id}/red-report", status_code=201)
async def report(case_id: CaseId, who: Whistler, desk: DeskDep) -> LadderOut:
    """红色上报：已报上一级综治中心 (RULES 38)."""
    return LadderOut.of(await desk.act([case_id], climbing.report, case_id, by=who.code))
