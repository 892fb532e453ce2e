"""Doors of reports to the authority above: order, direct acceptance, correction (ARL 35)."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter

from services.reconsideration.commands import correcting as commands
from services.reconsideration.domain.correcting import wrong_of
from services.reconsideration.domain.deferring import requests_of
from services.reconsideration.routes.who import BODY, DOOR, Applicant, Head, Officer
from services.reconsideration.schemas.correcting import (
    CorrectionOrderIn,
    CorrectionOut,
    DirectAcceptanceIn,
    ReportIn,
)
from services.reconsideration.schemas.fields import Dated, Reasoned
from services.reconsideration.store import CASES, CORRECTIONS, again_of, report_of
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router: Final = APIRouter(tags=["行政复议"], responses=ERRORS)
Reader = Annotated[Identity, needs(*DOOR, *BODY, Role.SUPERVISOR, Role.ADMINISTRATOR)]


@router.post("/reconsiderations/{case_id}/wrong-report", status_code=201)
async def report(case_id: CaseId, body: ReportIn, who: Applicant, desk: DeskDep) -> CorrectionOut:
    """向上级行政机关反映不予受理、驳回申请或者逾期不作答复 (ARL 35)."""
    case = await desk.read(CASES, case_id)
    file_id = report_of(case, wrong_of(case))
    file = await desk.act(
        [case_id, file_id, again_of(case_id)],
        commands.report,
        case_id,
        file_id,
        text=body.text,
        on=body.on,
        by=who.code,
        persons=who.acts_for,
    )
    return CorrectionOut.of(file)


@router.get("/corrections/{case_id}")
async def read_report(case_id: CaseId, who: Reader, desk: DeskDep) -> CorrectionOut:
    """申请人的反映和上级的处理 (ARL 35)."""
    del who
    file = await desk.read(CORRECTIONS, case_id)
    return CorrectionOut.of(file)


@router.post("/corrections/{case_id}/order", status_code=201)
async def order_correction(
    case_id: CaseId, body: CorrectionOrderIn, who: Head, desk: DeskDep
) -> CorrectionOut:
    """责令下级行政复议机关限期纠正 (ARL 35)."""
    files = [case_id, (await desk.read(CORRECTIONS, case_id)).of_case_id]
    file = await desk.from_beside.act(
        [*files, again_of(files[1])],
        commands.order,
        *files,
        body.until,
        organ=who.organ,
        justified=body.justified,
        text=body.text,
        on=body.on,
        by=who.code,
    )
    return CorrectionOut.of(file)


@router.post("/corrections/{case_id}/denial", status_code=201)
async def deny_correction(
    case_id: CaseId, body: Reasoned, who: Head, desk: DeskDep
) -> CorrectionOut:
    """下级有正当理由的，不予责令纠正，告知申请人 (ARL 35)."""
    return CorrectionOut.of(await desk.act_on(commands.deny, case_id, body, who))


@router.post("/corrections/{case_id}/direct-acceptance", status_code=201)
async def accept_directly(
    case_id: CaseId, body: DirectAcceptanceIn, who: Head, desk: DeskDep
) -> CorrectionOut:
    """必要时，上级行政复议机关直接受理 (ARL 35)."""
    of_case = (await desk.read(CORRECTIONS, case_id)).of_case_id
    files = [case_id, of_case, again_of(case_id)]
    held = [*files, again_of(of_case)]
    requests = requests_of(await desk.read(CASES, of_case))
    command = partial(commands.accept_directly, organ=who.organ, text=body.text, on=body.on)
    done = desk.from_beside.going_by(*requests).act(held, command, *files, requests, by=who.code)
    return CorrectionOut.of(await done)


@router.post("/corrections/{case_id}/correction", status_code=201)
async def put_right(case_id: CaseId, body: Dated, who: Officer, desk: DeskDep) -> CorrectionOut:
    """按责令纠正：受理，或者已经作出行政复议决定 (ARL 35)."""
    of_case = (await desk.read(CORRECTIONS, case_id)).of_case_id
    files = [case_id, of_case, again_of(case_id)]
    held = [*files, again_of(of_case)]
    act = commands.correct
    case = await desk.from_beside.act(held, act, *files, organ=who.organ, on=body.on, by=who.code)
    return CorrectionOut.of(case)
