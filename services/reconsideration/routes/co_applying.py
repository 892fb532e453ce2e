"""Doors of who applies together 共同申请: named by one, each confirms by itself (ARL 14, 22)."""

from functools import partial
from typing import Final
from uuid import UUID

from fastapi import APIRouter

from services.reconsideration.commands import co_applying as commands
from services.reconsideration.queries.co_applying import asked_of, who_is_named
from services.reconsideration.routes.who import Applicant, Party, doors
from services.reconsideration.schemas.co_applying import (
    CoApplicantIn,
    CoApplicationIn,
    CoApplicationOut,
)
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.store import CASES
from shared.people import must_be_of
from shared.web import CaseId, DeskDep, FileOut

router: Final[APIRouter] = doors()


@router.post("/{case_id}/co-applicant", status_code=201)
async def name_co_applicant(
    case_id: CaseId, body: CoApplicantIn, who: Applicant, desk: DeskDep
) -> CaseOut:
    """写明共同申请人：本人确认以前不是申请人，不能查阅 (ARL 14, 22; ARR2026 27)."""
    case = await desk.read(CASES, case_id)
    named = body.who
    if isinstance(named, UUID):
        await must_be_of(desk.hub.pool, case.dispute_id, [case_id], [named])
    else:
        named = await who_is_named(desk.hub, case, named, who.acts_for)
    command = partial(commands.name_co_applicant, persons=who.acts_for)
    done = await desk.act([case_id], command, case_id, named, by=who.code, on=body.on)
    return CaseOut.of(done)


@router.get("/{case_id}/co-application")
async def read_co_application(case_id: CaseId, who: Party, desk: DeskDep) -> CoApplicationOut:
    """请本人确认的申请书，写明的共同申请人阅看 (ARL 14, 22)."""
    case, _ = await desk.hub.read(CASES, case_id)
    return CoApplicationOut.of(case, await asked_of(desk.hub, case, who))


@router.post("/{case_id}/co-application", status_code=201)
async def answer_co_application(
    case_id: CaseId, body: CoApplicationIn, who: Applicant, desk: DeskDep
) -> FileOut:
    """共同申请人本人答复：一起申请的，答复之日为其申请之日 (ARL 14, 22; ARR2026 27, 28)."""
    case = await desk.from_asked.act(
        [case_id],
        partial(commands.answer_co_application, persons=who.acts_for),
        case_id,
        body.person_id,
        agrees=body.agrees,
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return FileOut.of(case)
