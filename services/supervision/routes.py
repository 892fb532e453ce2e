"""The doors of supervision: is it performed, order, interview, who is late, press on a case."""

from collections.abc import Callable
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from services.supervision import commands
from services.supervision.domain import press as presses
from services.supervision.domain.watch import Watch
from services.supervision.queries import HANDLERS, owed_by
from services.supervision.schemas import (
    AlertOut,
    CriticismIn,
    ExplanationIn,
    ExplanationRequestIn,
    InterviewIn,
    InterviewNoticeIn,
    NoteIn,
    OrderIn,
    OwedIn,
    OwedListOut,
    OwedOut,
    PerformanceIn,
    PressOut,
    UrgingIn,
    WatchOut,
)
from services.supervision.store import ALERTS, PRESSES, WATCHES, press_of
from shared.auth import Identity, Role, speaks_for
from shared.frame.sorting import Order
from shared.settings import settings
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(tags=["履行监督"], responses=ERRORS)

Supervisor = Annotated[Identity, needs(Role.SUPERVISOR)]

Finder = Annotated[Identity, needs(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)]
"""行政复议机构的人员, who see that it was performed (ARL 77)."""
Above = Annotated[Identity, needs(Role.RECONSIDERATION_HEAD, Role.DEPARTMENT)]
"""行政复议机构负责人, for the authority or for the one above, and the department above (ARL 77)."""

Handler = Annotated[Identity, needs(*HANDLERS)]
Reader = Annotated[Identity, needs(*HANDLERS, Role.SUPERVISOR, Role.ADMINISTRATOR)]


@router.get("/watches/{case_id}")
async def read_watch(case_id: CaseId, desk: DeskDep) -> WatchOut:
    """查看履行监督案 (ARL 77, PML 31)."""
    file = await desk.read(WATCHES, case_id)
    return WatchOut.of(file)


@router.post("/watches/{case_id}/performance", status_code=201)
async def confirm(case_id: CaseId, body: PerformanceIn, who: Finder, desk: DeskDep) -> WatchOut:
    """认定已经履行 (ARL 77)."""
    return await _act(desk, commands.confirm, case_id, who, body.performed_on, body.evidence)


@router.post("/watches/{case_id}/order", status_code=201)
async def order(case_id: CaseId, body: OrderIn, who: Above, desk: DeskDep) -> WatchOut:
    """责令限期履行 (ARL 77)."""
    return await _above(desk, commands.order, case_id, who, body.perform_by, body.text)


@router.post("/watches/{case_id}/interview-notice", status_code=201)
async def call(case_id: CaseId, body: InterviewNoticeIn, who: Above, desk: DeskDep) -> WatchOut:
    """通知约谈被申请人的有关负责人 (ARL 77)."""
    return await _above(desk, commands.call, case_id, who, body.interview_at, body.notice())


@router.post("/watches/{case_id}/interview", status_code=201)
async def interview(case_id: CaseId, body: InterviewIn, who: Above, desk: DeskDep) -> WatchOut:
    """约谈被申请人的有关负责人 (ARL 77)."""
    command = partial(commands.interview, on=body.on)
    return await _above(desk, command, case_id, who, body.minutes)


@router.post("/watches/{case_id}/criticism", status_code=201)
async def criticise(case_id: CaseId, body: CriticismIn, who: Above, desk: DeskDep) -> WatchOut:
    """通报批评逾期不履行的被申请人 (ARL 77)."""
    command = partial(commands.criticise, on=body.on)
    return await _above(desk, command, case_id, who, body.text)


async def _above(
    desk: DeskDep, command: Callable[..., Watch], case_id: UUID, who: Identity, *said: object
) -> WatchOut:
    """As `_act`, of a head of the body for its authority, of anybody else for its department."""
    as_head = Role.RECONSIDERATION_HEAD in who.roles
    act: Callable[..., Watch] = command if as_head else partial(commands.from_above, command)
    return await _act(desk, act, case_id, who, *said)


async def _act(
    desk: DeskDep, command: Callable[..., Watch], case_id: UUID, who: Identity, *said: object
) -> WatchOut:
    """An act of the authority or of whoever is above, who else only reads the file (ARL 77)."""
    do = partial(command, organ=who.organ)
    file = await desk.from_beside.act([case_id], do, case_id, *said, by=who.code)
    return WatchOut.of(file)


@router.get("/alerts/{case_id}")
async def read_alert(case_id: CaseId, who: Supervisor, desk: DeskDep) -> AlertOut:
    """查看预警卷 (RULES 14)."""
    del who
    file = await desk.read(ALERTS, case_id)
    return AlertOut.of(file)


@router.post("/presses/urging", status_code=201)
async def urge(body: UrgingIn, who: Supervisor, desk: DeskDep) -> PressOut:
    """督办承办机构 (RULES 64)."""
    files = [press_of(body.about), body.about]
    act = desk.act(files, commands.urge, body.about, body.organ, body.text, by=who.code)
    return PressOut.of(await act)


@router.post("/presses/note", status_code=201)
async def note(body: NoteIn, who: Supervisor, desk: DeskDep) -> PressOut:
    """批注 (RULES 64)."""
    files = [press_of(body.about), body.about]
    return PressOut.of(await desk.act(files, commands.note, body.about, body.text, by=who.code))


@router.post("/presses/explanation-request", status_code=201)
async def ask(body: ExplanationRequestIn, who: Supervisor, desk: DeskDep) -> PressOut:
    """要求承办机构说明情况 (RULES 65)."""
    within = body.within or settings().explain_within
    files = [press_of(body.about), body.about]
    said = (body.about, body.organ, within, body.text)
    act = desk.act(files, commands.ask, *said, by=who.code, place=who.county)
    return PressOut.of(await act)


@router.post("/presses/{case_id}/explanation", status_code=201)
async def explain(case_id: CaseId, body: ExplanationIn, who: Handler, desk: DeskDep) -> PressOut:
    """说明情况, also by an organ that only reads the case by now (RULES 65)."""
    organs = presses.spoken_for(body.organ, speaks_for(who))
    act = desk.from_beside.act([case_id], commands.explain, case_id, organs, body.text, by=who.code)
    return PressOut.of(await act)


@router.get("/presses/{case_id}")
async def read_above(case_id: CaseId, who: Reader, desk: DeskDep) -> PressOut:
    """查看督办卷 (RULES 64, 65)."""
    del who
    file = await desk.read(PRESSES, case_id)
    return PressOut.of(file)


@router.get("/explanations")
async def read_owed(asked: Annotated[OwedIn, Query()], who: Handler, desk: DeskDep) -> OwedListOut:
    """本机构待说明的事项，先到期的在前，也可以倒过来 (RULES 65)."""
    order = Order.of(asked.sort, "due")
    late = {"overdue": True, "in_time": False}.get(asked.late)
    async with desk.hub.pool.acquire() as conn:
        found, following = await owed_by(
            conn, speaks_for(who), order, cursor=asked.cursor, limit=asked.limit, late=late
        )
    items = tuple(OwedOut.model_validate(one) for one in found)
    return OwedListOut(items=items, next=following)
