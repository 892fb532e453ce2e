"""Doors of what was found of the conditions of acceptance 审查认定 (ARL 30, 33)."""

from typing import Final

from fastapi import APIRouter

from services.reconsideration.commands import admissibility as commands
from services.reconsideration.queries.repeating import others_of
from services.reconsideration.routes.who import Officer, doors
from services.reconsideration.schemas.admissibility import ConditionsIn
from services.reconsideration.schemas.file import CaseOut
from services.reconsideration.store import CASES
from shared.web import CaseId, DeskDep

router: Final[APIRouter] = doors()


@router.post("/{case_id}/conditions", status_code=201)
async def find_conditions(
    case_id: CaseId, body: ConditionsIn, who: Officer, desk: DeskDep
) -> CaseOut:
    """审查认定受理条件，逐项认定；是否复议前置、受理后发现的不符合也在此认定 (ARL 23, 30, 33)."""
    found = await others_of(desk.hub, await desk.read(CASES, case_id))
    case = await desk.act(
        [case_id],
        commands.find_conditions,
        case_id,
        body.seen(),
        text=body.text,
        on=body.on,
        by=who.code,
        others=found.others,
    )
    return CaseOut.of(case)
