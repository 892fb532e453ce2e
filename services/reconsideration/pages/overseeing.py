"""工作报告和检查: what a body reports to its government, and checks from above (ARR2026 66, 67)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Final, Literal
from uuid import uuid4

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.commands.overseeing import below_of, is_government
from services.reconsideration.domain.overseeing import State
from services.reconsideration.pages.who import Head, Officer
from services.reconsideration.queries import MEASURES
from services.reconsideration.queries.overseeing import (
    CheckRow,
    Register,
    checks_of,
    counted_of,
    register_of,
)
from services.reconsideration.schemas.overseeing import WorkCheckIn, WorkReportTimesIn
from shared.auth import Role
from shared.contracts.reconsideration.overseeing import Cycle
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.filled import body_of, row, rows_of
from shared.frame.forms import Box, boxes
from shared.frame.meanings import meanings
from shared.law.day import legal_day
from shared.problem import problem_of
from shared.problem.model import Problem

router = page_router()

HERE: Final = "/desk/reconsideration/overseeing"
EACH: Final = 25
REPORTS: Final = 10
"""Reports on a page of their list, the newest first."""

STATES: Final = (
    State.CHECKED,
    State.TO_MEND,
    State.MENDING_REPORTED,
    State.FED_BACK,
    State.MENDED,
)
"""Where a check stands, in the order of its course."""

SORTS: Final = (
    ("due", "未了结、先到期的在前"),
    ("-due", "后到期的在前"),
    ("-on", "后检查的在前"),
    ("on", "先检查的在前"),
)

REPORT_SORTS: Final = (("-on", "后提交的在前"), ("on", "先提交的在前"))

COLUMNS: Final = ("received", "accepted", "declined", "decided", "in_time", "mediated")
"""Figures of a report that its line shows."""

STEPS: Final[Mapping[tuple[State, bool], tuple[tuple[str, str], ...]]] = {
    (State.CHECKED, True): (("result", "反馈检查结果"), ("mending", "反馈并要求整改")),
    (State.CHECKED, False): (("", "等待反馈检查结果"),),
    (State.TO_MEND, True): (("", "等待报送整改情况"),),
    (State.TO_MEND, False): (("mending-report", "报送整改情况"),),
    (State.MENDING_REPORTED, True): (("confirmation", "确认整改到位"), ("mending", "再次要求整改")),
    (State.MENDING_REPORTED, False): (("", "等待确认整改"),),
}
"""What is done next at which door, by where a check stands and whether one checked oneself."""

HEADS: Final = frozenset({"result", "mending", "confirmation"})
"""What the head of the body alone does."""


class Asked(BaseModel):
    """What the address says of the two lists."""

    model_config = ConfigDict(extra="ignore")

    state: Literal["", "checked", "to_mend", "mending_reported", "fed_back", "mended"] = ""
    sort: Literal["", "due", "-due", "on", "-on"] = ""
    skip: int = Field(0, ge=0, le=10_000)
    reports: int = Field(0, ge=0, le=10_000)
    """Reports on the pages before."""
    reports_sort: Literal["", "on", "-on"] = ""
    reports_year: str = Field("", pattern=r"^([0-9]{4})?$")


@router.get(HERE)
async def overseeing(page: PageDep, who: Officer, asked: Annotated[Asked, Query()]) -> Response:
    """工作报告和检查: when the next report is due, what was reported, and every check."""
    order, skip, told = asked.sort or "due", asked.skip, asked.reports
    register = await register_of(
        *(page.hub, who.organ),
        limit=REPORTS,
        skip=told,
        year=int(asked.reports_year or 0),
        oldest_first=asked.reports_sort == "on",
    )
    checks, more = await checks_of(
        page.hub, who.organ, order, state=asked.state, limit=EACH, skip=skip
    )
    now, shown = await clock_of(page)
    today = legal_day(now)
    return page.show(
        "reconsideration/overseeing.html",
        title="工作报告和检查",
        register=register,
        clock=shown(register.until, overdue=register.overdue) if register else None,
        is_over=bool(register and register.file.next_until and today > register.file.next_until),
        so_far=await _so_far(page, register, today),
        columns=[(name, MEASURES[name][0]) for name in COLUMNS],
        reports=[(r, {one.measure: one.n for one in r.figures}) for r in _submitted(register)],
        checks=[
            (one, shown(one.until, overdue=one.overdue), steps_of(one, who.organ, who.roles))
            for one in checks
        ],
        organ=who.organ,
        reports_here=is_government(page.hub.directory, who.organ),
        below=below_of(page.hub.directory, who.organ),
        is_head=Role.RECONSIDERATION_HEAD in who.roles,
        cycles=meanings(Cycle),
        now=now,
        asked=asked,
        order=order,
        sorts=SORTS,
        states=STATES,
        report_sorts=REPORT_SORTS,
        years=[("", "全部年份"), *((one, f"{one}年") for one in _years(register))],
        newest=page.with_query(reports=None) if told else "",
        older=page.with_query(reports=told + REPORTS) if register and register.more else "",
        more=page.with_query(skip=skip + EACH) if more else "",
    )


def steps_of(one: CheckRow, organ: str, roles: Collection[Role]) -> tuple[tuple[str, str], ...]:
    """What is to be done next in a check; no door where one waits, or another does it."""
    steps = STEPS.get((State(one.state), one.authority == organ), (("", "看案卷"),))
    if Role.RECONSIDERATION_HEAD in roles:
        return steps
    return tuple(("", f"由负责人{says}") if act in HEADS else (act, says) for act, says in steps)


def _submitted(register: Register | None) -> Collection[Any]:
    return register.submitted if register else ()


def _years(register: Register | None) -> Collection[int]:
    return register.years if register else ()


async def _so_far(page: Page, register: Register | None, today: date) -> Mapping[str, int]:
    """The figures of the period to report on next, as they stand now; none before it begins."""
    if register is None or not (first := register.file.next_from) or first > today:
        return {}
    last = register.file.next_until or today
    return await counted_of(page.hub, register.file.authority, first, last)


@router.get(f"{HERE}/times")
async def form_of_times(page: PageDep, who: Head) -> Response:
    """确定报告周期表单 (RULES 149)."""
    del who
    return _form(page, TIMES)


@router.post(f"{HERE}/times")
async def set_times(page: PageDep, who: Head) -> Response:
    """确定报告周期: at the door of the register (RULES 149)."""
    del who
    return await _done(page, TIMES)


@router.get(f"{HERE}/check")
async def form_of_check(page: PageDep, who: Officer) -> Response:
    """检查下级复议工作表单: the governments below to choose from (ARR2026 67)."""
    del who
    return _form(page, CHECK)


@router.post(f"{HERE}/check")
async def check(page: PageDep, who: Officer) -> Response:
    """检查下级复议工作: a check gets a file of its own (ARR2026 67)."""
    del who
    return await _done(page, CHECK)


@dataclass(frozen=True, slots=True)
class Opening:
    """A form whose door opens a file: what it is called, what it asks, and where it goes."""

    title: str
    asks: type[BaseModel]
    door: str
    says: str


TIMES: Final = Opening(
    "确定报告周期",
    WorkReportTimesIn,
    "/work-reports",
    "周期由本级人民政府确定；再次确定的，以后者为准。",
)
CHECK: Final = Opening(
    "检查下级复议工作", WorkCheckIn, "/work-checks", "每次检查一份案卷，被检查的人民政府可以查看。"
)


def _boxes(page: Page, of: Opening) -> tuple[Box, ...]:
    """The form; whoever is checked is chosen from the governments below."""
    directory, organ = page.hub.directory, page.who.organ if page.who else ""
    below = ((code, directory.organ(code).name) for code in below_of(directory, organ))
    options = (("", "（请选择）"), *below)
    return tuple(
        replace(box, kind="choice", options=options) if box.name == "below" else box
        for box in boxes(of.asks)
    )


async def _done(page: Page, of: Opening) -> Response:
    form = await page.form()
    try:
        body = body_of(form, _boxes(page, of))
    except Malformed as error:
        return _form(page, of, form, problem_of(error, page.request))
    answer = await page.call("POST", of.door, body, key=form.get("key"))
    if answer.problem:
        return _form(page, of, form, answer.problem)
    return page.go(HERE, told=f"已办理：{of.title}")


def _form(
    page: Page, of: Opening, typed: Form | None = None, problem: Problem | None = None
) -> Response:
    return page.show(
        "reconsideration/opening.html",
        title=of.title,
        says=of.says,
        here=HERE,
        status=problem.status if problem else 200,
        boxes=_boxes(page, of),
        row=row,
        rows_of=rows_of,
        parties=[],
        typed=typed or Form(),
        faults=problem or (),
        key=(typed.get("key") if typed else "") or str(uuid4()),
    )
