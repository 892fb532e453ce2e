"""Doors of work reports and of checks of governments below (ARR2026 66, 67; RULES 149, 150)."""

from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Header

from services.reconsideration.commands import overseeing as commands
from services.reconsideration.queries.overseeing import counted_of, counts_said
from services.reconsideration.routes.who import BODY, Head, Officer
from services.reconsideration.schemas.fields import Dated
from services.reconsideration.schemas.overseeing import (
    CheckResultIn,
    MajorMatterIn,
    MendingReportIn,
    MendingRequiredIn,
    WorkCheckIn,
    WorkCheckOut,
    WorkReportIn,
    WorkReportsOut,
    WorkReportTimesIn,
)
from services.reconsideration.store import WORK_CHECKS, WORK_REPORTS, check_of, work_reports_of
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(tags=["行政复议指导和监督"], responses=ERRORS)
Reader = Annotated[Identity, needs(*BODY, Role.SUPERVISOR, Role.ADMINISTRATOR)]


@router.post("/work-reports", status_code=201)
async def set_times(body: WorkReportTimesIn, who: Head, desk: DeskDep) -> WorkReportsOut:
    """确定报告周期和提交的日数，以本级人民政府确定的为准；再次确定的，以后者为准 (RULES 149)."""
    file = await desk.act(
        *([work_reports_of(who.organ)], commands.set_times, who.organ),
        **{name: getattr(body, name) for name in type(body).model_fields},
        by=who.code,
    )
    return WorkReportsOut.of(file)


@router.get("/work-reports/{case_id}")
async def read_work_reports(case_id: CaseId, who: Reader, desk: DeskDep) -> WorkReportsOut:
    """工作报告登记：周期、下一份报告的期间和最后一日 (ARR2026 66(2))."""
    del who
    file = await desk.read(WORK_REPORTS, case_id)
    return WorkReportsOut.of(file)


@router.post("/work-reports/{case_id}/report", status_code=201)
async def submit_work_report(
    case_id: CaseId, body: WorkReportIn, who: Head, desk: DeskDep
) -> WorkReportsOut:
    """向本级人民政府提交工作报告，统计数据按看板的口径计算并固定 (ARR2026 66(2); RULES 149)."""
    file = await desk.read(WORK_REPORTS, case_id)
    assert file.next_from is not None  # noqa: S101 - a register begins with its times
    assert file.next_until is not None  # noqa: S101 - likewise
    figures = await counted_of(desk.hub, file.authority, file.next_from, file.next_until)
    now = await desk.hub.now()
    done = await desk.act(
        *([case_id], commands.submit, case_id),
        figures=figures,
        counts=counts_said(figures, file.next_from, file.next_until, now),
        text=body.text,
        period_until=file.next_until,
        on=body.on,
        by=who.code,
    )
    return WorkReportsOut.of(done)


@router.post("/work-reports/{case_id}/major-matter", status_code=201)
async def report_major_matter(
    case_id: CaseId, body: MajorMatterIn, who: Head, desk: DeskDep
) -> WorkReportsOut:
    """向上级人民政府请示报告行政复议工作的重大事项 (ARR2026 67)."""
    return WorkReportsOut.of(await desk.act_on(commands.report_major_matter, case_id, body, who))


@router.post("/work-checks", status_code=201)
async def check_work(
    body: WorkCheckIn,
    who: Officer,
    desk: DeskDep,
    key: Annotated[
        str,
        Header(
            alias="Idempotency-Key", title="幂等键", description="重发时用同一个键", max_length=200
        ),
    ] = "",
) -> WorkCheckOut:
    """检查下级人民政府的行政复议工作：定期检查或者抽查 (ARR2026 67)."""
    file_id = check_of(who.organ, key or str(uuid4()))
    act = commands.check
    said = {"text": body.text, "on": body.on, "by": who.code}
    file = await desk.act([file_id], act, file_id, who.organ, body.check(), **said)
    return WorkCheckOut.of(file)


@router.get("/work-checks/{case_id}")
async def read_work_check(case_id: CaseId, who: Reader, desk: DeskDep) -> WorkCheckOut:
    """一次检查：对象、结果反馈和整改的期限 (ARR2026 67)."""
    del who
    file = await desk.read(WORK_CHECKS, case_id)
    return WorkCheckOut.of(file)


@router.post("/work-checks/{case_id}/result", status_code=201)
async def feed_back(case_id: CaseId, body: CheckResultIn, who: Head, desk: DeskDep) -> WorkCheckOut:
    """向下级人民政府反馈检查结果，没有需要整改的 (ARR2026 67)."""
    return WorkCheckOut.of(await desk.act_on(commands.feed_back, case_id, body, who))


@router.post("/work-checks/{case_id}/mending", status_code=201)
async def require_mending(
    case_id: CaseId, body: MendingRequiredIn, who: Head, desk: DeskDep
) -> WorkCheckOut:
    """反馈检查结果并要求整改；整改不到位的，可以再次要求 (ARR2026 67; RULES 150)."""
    return WorkCheckOut.of(await desk.act_on(commands.require_mending, case_id, body, who))


@router.post("/work-checks/{case_id}/mending-report", status_code=201)
async def report_mending(
    case_id: CaseId, body: MendingReportIn, who: Officer, desk: DeskDep
) -> WorkCheckOut:
    """被检查的人民政府报送整改情况 (RULES 150)."""
    said = {"organ": who.organ, "text": body.text, "on": body.on, "by": who.code}
    act = commands.report_mending
    return WorkCheckOut.of(await desk.from_beside.act([case_id], act, case_id, **said))


@router.post("/work-checks/{case_id}/confirmation", status_code=201)
async def confirm_mending(case_id: CaseId, body: Dated, who: Head, desk: DeskDep) -> WorkCheckOut:
    """确认整改到位 (RULES 150)."""
    return WorkCheckOut.of(await desk.act_on(commands.confirm, case_id, body, who))
