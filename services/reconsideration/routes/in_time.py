"""Doors of what was sent before the last day and came after it 期满前交邮 (ARL 88; CPL 85)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import in_time as commands
from services.reconsideration.routes.who import Officer, act, doors
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.in_time import ReplyInTimeIn, SupplementInTimeIn
from services.reconsideration.store import CASES, again_of, report_of
from shared.attachments import carry_over
from shared.contracts.reconsideration.correcting import Wrong
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/supplement-in-time", status_code=201)
async def take_supplement_in_time(
    case_id: CaseId, body: SupplementInTimeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """补正材料期满前交邮、递交的，不算逾期，申请转入新的案卷接着审查 (ARL 31, 88; CPL 85)."""
    case, new_id = await desk.read(CASES, case_id), again_of(case_id)
    corrected = again_of(report_of(case, Wrong.ABANDONED))
    await carry_over(desk.hub, desk.who, body.attachments, waits=case_id, case_id=new_id)
    new = await desk.going_by(corrected).act(  # whoever decides what was accepted after all
        [case_id, new_id],
        commands.take_supplement,
        *(case_id, new_id, [corrected]),
        **body.model_dump(),
        by=who.code,
    )
    return CaseOut.of(new)


@router.post("/{case_id}/reply-in-time", status_code=201)
async def take_reply_in_time(
    case_id: CaseId, body: ReplyInTimeIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """期满前交邮、递交的书面答复，不算逾期，逾期不答复的记载不再作数 (ARL 88; CPL 85)."""
    return await act(desk, commands.take_reply, case_id, body, who)
