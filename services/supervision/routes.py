"""The doors of supervision: is it performed, order, interview, and who is late."""

from typing import Annotated

from fastapi import APIRouter

from services.supervision import commands
from services.supervision.schemas import AlertOut, InterviewIn, OrderIn, PerformanceIn, WatchOut
from services.supervision.store import ALERTS, WATCHES
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(tags=["履行监督"], responses=ERRORS)

Supervisor = Annotated[Identity, needs(Role.SUPERVISOR)]


@router.get("/watches/{case_id}")
async def read_watch(case_id: CaseId, desk: DeskDep) -> WatchOut:
    """查看履行监督案 (ARL 77, PML 31)."""
    file = await desk.read(WATCHES, case_id)
    return WatchOut.of(file)


@router.post("/watches/{case_id}/performance", status_code=201)
async def confirm(case_id: CaseId, body: PerformanceIn, who: Supervisor, desk: DeskDep) -> WatchOut:
    """认定已经履行 (ARL 77)."""
    act = desk.act(
        [case_id], commands.confirm, case_id, body.performed_on, body.evidence, by=who.code
    )
    return WatchOut.of(await act)


@router.post("/watches/{case_id}/order", status_code=201)
async def order(case_id: CaseId, body: OrderIn, who: Supervisor, desk: DeskDep) -> WatchOut:
    """责令限期履行 (ARL 77)."""
    act = desk.act([case_id], commands.order, case_id, body.perform_by, body.text, by=who.code)
    return WatchOut.of(await act)


@router.post("/watches/{case_id}/interview", status_code=201)
async def interview(case_id: CaseId, body: InterviewIn, who: Supervisor, desk: DeskDep) -> WatchOut:
    """约谈被申请人的有关负责人 (ARL 77)."""
    act = desk.act([case_id], commands.interview, case_id, body.minutes, by=who.code, on=body.on)
    return WatchOut.of(await act)


@router.get("/alerts/{case_id}")
async def read_alert(case_id: CaseId, who: Supervisor, desk: DeskDep) -> AlertOut:
    """查看预警卷 (RULES 14)."""
    del who
    file = await desk.read(ALERTS, case_id)
    return AlertOut.of(file)
