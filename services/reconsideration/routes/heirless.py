"""Doors about parties on whom nothing can be served any more 送达不能 (RULES 145)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import heirless as commands
from services.reconsideration.routes.joined import with_services
from services.reconsideration.routes.who import Officer, act
from services.reconsideration.schemas.aftermath import AftermathOut
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.schemas.heirless import AddresseeFoundIn, AddresseeGoneIn
from services.reconsideration.store import aftermath_of
from shared.web import ERRORS, CaseId, DeskDep

router: Final = APIRouter(tags=["行政复议"], responses=ERRORS)


@router.post("/reconsiderations/{case_id}/addressee-gone", status_code=201)
async def record_gone(
    case_id: CaseId, body: AddresseeGoneIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """记载没有承受人，不再送达；其他人均已送达的，决定书即为送达 (ARL 75; RULES 145)."""
    done = desk.act(
        [case_id, aftermath_of(case_id)],
        commands.record,
        *(case_id, body.said()),
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return CaseOut.of(await done)


@router.post("/reconsiderations/{case_id}/addressee-found", status_code=201)
async def record_found(
    case_id: CaseId, body: AddresseeFoundIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """撤销无承受人的记载，照常送达，或者由承受人承受 (ARL 75; RULES 145)."""
    return await act(desk, commands.find, case_id, body, who)


@router.post("/aftermaths/{case_id}/addressee-gone", status_code=201)
async def record_gone_after(
    case_id: CaseId, body: AddresseeGoneIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """结案以后记载死亡、终止而没有承受人，文书不再向其送达 (ARL 34; RULES 145)."""
    done = desk.act(
        await with_services(desk, case_id),
        commands.record_after,
        *(case_id, body.said()),
        text=body.text,
        by=who.code,
        on=body.on,
    )
    return AftermathOut.of(await done)


@router.post("/aftermaths/{case_id}/addressee-found", status_code=201)
async def record_found_after(
    case_id: CaseId, body: AddresseeFoundIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """撤销结案以后无承受人的记载，文书照常送达 (ARL 34; RULES 145)."""
    done = desk.act(
        await with_services(desk, case_id),
        commands.find_after,
        *(case_id, body.person_id),
        reason=body.reason,
        by=who.code,
        on=body.on,
    )
    return AftermathOut.of(await done)
