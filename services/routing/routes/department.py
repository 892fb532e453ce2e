"""The doors of a department under a whistle; it acts in its own name."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from services.routing import queries
from services.routing.commands import departments
from services.routing.domain.whistle_case import Whistle
from services.routing.routes.who import Department
from services.routing.schemas import (
    AnswerIn,
    DisputeIn,
    ExtensionIn,
    FinishIn,
    OwedList,
    ProgressIn,
    RefusalIn,
    VisitIn,
    WaitIn,
    WhistleOut,
)
from shared.auth import Identity
from shared.law.period import parse_period
from shared.web import ERRORS, CaseId, Desk, DeskDep

router = APIRouter(responses=ERRORS, tags=["吹哨报到"])


async def _act(
    desk: Desk, case_id: CaseId, who: Identity, command: Callable[..., Whistle], **said: object
) -> WhistleOut:
    """Run a command of the department that asks."""
    act = desk.act([case_id], command, case_id, who.organ, **said, by=who.code)
    return WhistleOut.of(await act)


@router.get("/whistles")
async def owed(
    who: Department,
    desk: DeskDep,
    cursor: Annotated[str, Query(title="下一页", description="上一页回答中的 next")] = "",
    limit: Annotated[int, Query(ge=1, le=200, title="每页件数")] = 50,
) -> OwedList:
    """本部门待办的哨：现在欠什么、何时到期，先到期的在前，附件数 (RULES 4, 11)."""
    found = await queries.owed(desk.hub, who.organ, cursor=cursor, limit=limit)
    return OwedList.model_validate(found, from_attributes=True)


@router.post("/whistles/{case_id}/check-in", status_code=201)
async def check_in(case_id: CaseId, who: Department, desk: DeskDep) -> WhistleOut:
    """报到：以本部门名义 (RULES 4)."""
    return await _act(desk, case_id, who, departments.check_in)


@router.post("/whistles/{case_id}/site-visit", status_code=201)
async def visit(case_id: CaseId, body: VisitIn, who: Department, desk: DeskDep) -> WhistleOut:
    """到场核实：记明人员、时间、地点和照片校验值 (RULES 20)."""
    return await _act(
        desk,
        case_id,
        who,
        departments.visit,
        record=body.record,
        pictures=body.pictures,
        at=body.at,
    )


@router.post("/whistles/{case_id}/answer", status_code=201)
async def answer(case_id: CaseId, body: AnswerIn, who: Department, desk: DeskDep) -> WhistleOut:
    """反馈办理结果和处理意见：以本部门名义 (RULES 11)."""
    return await _act(
        desk, case_id, who, departments.answer, finding=body.finding, opinion=body.opinion
    )


@router.post("/whistles/{case_id}/progress", status_code=201)
async def progress(case_id: CaseId, body: ProgressIn, who: Department, desk: DeskDep) -> WhistleOut:
    """阶段反馈：已办到何处、为何尚未办完；期限照常计算 (RULES 11)."""
    return await _act(desk, case_id, who, departments.progress, report=body.report)


@router.post("/whistles/{case_id}/finish", status_code=201)
async def finish(case_id: CaseId, body: FinishIn, who: Department, desk: DeskDep) -> WhistleOut:
    """部门办结并附依据；主办部门办结后由综治中心回访 (RULES 24)."""
    return await _act(
        desk,
        case_id,
        who,
        departments.finish,
        evidence=body.evidence,
        attachments=body.attachments,
    )


@router.post("/whistles/{case_id}/refusal", status_code=201)
async def refuse(case_id: CaseId, body: RefusalIn, who: Department, desk: DeskDep) -> WhistleOut:
    """拒绝承办：写明理由和法律依据，由综治中心裁定 (RULES 26)."""
    return await _act(desk, case_id, who, departments.refuse, basis=body.basis, reason=body.reason)


@router.post("/whistles/{case_id}/competence-dispute", status_code=201)
async def dispute(case_id: CaseId, body: DisputeIn, who: Department, desk: DeskDep) -> WhistleOut:
    """权属异议：指明应当承办的部门，由综治中心裁定 (RULES 26)."""
    return await _act(
        desk,
        case_id,
        who,
        departments.dispute,
        competent=body.competent,
        basis=body.basis,
        reason=body.reason,
    )


@router.post("/whistles/{case_id}/waiting", status_code=201)
async def wait(case_id: CaseId, body: WaitIn, who: Department, desk: DeskDep) -> WhistleOut:
    """等待当事人：记明等待何事，反馈和办结期限停止计算 (RULES 28)."""
    return await _act(desk, case_id, who, departments.wait, what=body.what)


@router.post("/whistles/{case_id}/resumption", status_code=201)
async def go_on(case_id: CaseId, who: Department, desk: DeskDep) -> WhistleOut:
    """当事人已配合：期限恢复计算 (RULES 28)."""
    return await _act(desk, case_id, who, departments.go_on)


@router.post("/whistles/{case_id}/extension-request", status_code=201)
async def ask_for_more(
    case_id: CaseId, body: ExtensionIn, who: Department, desk: DeskDep
) -> WhistleOut:
    """申请延期：期限届满前提出，由综治中心批准 (RULES 29)."""
    return await _act(
        desk,
        case_id,
        who,
        departments.ask_for_more,
        more=parse_period(body.more),
        reason=body.reason,
    )
