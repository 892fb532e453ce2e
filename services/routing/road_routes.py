"""Doors of a road once it is chosen: corrected by a window, or taken by the party itself."""

from typing import Annotated

from fastapi import APIRouter

from services.routing import roads
from services.routing.domain.telling import tell_of_oneself
from services.routing.queries.applying import applicants_of, thirds_of
from services.routing.road_schemas import CorrectionIn, TakenIn
from services.routing.schemas import RoutingOut
from services.routing.store import ROUTINGS
from shared.auth import Identity, Role
from shared.contracts.routing import Road
from shared.disputes import earlier_file
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(responses=ERRORS, tags=["分流"])

Corrector = Annotated[Identity, needs(Role.WINDOW, Role.SUPERVISOR)]
"""Whoever may correct a road."""

Teller = Annotated[Identity, needs(Role.WINDOW, Role.PARTY)]
"""Whoever may say that the party has applied."""


@router.post("/routings/{case_id}/correction", status_code=201)
async def correct(case_id: CaseId, body: CorrectionIn, who: Corrector, desk: DeskDep) -> RoutingOut:
    """更正途径：写明理由和依据，不另行登记；法定途径只告知 (RULES 59)."""
    file = await desk.read(ROUTINGS, case_id)
    earlier = await earlier_file(desk.hub.pool, file.dispute_id, ("mediation", "adjudication"))
    act = desk.act(
        [case_id],
        roads.correct,
        case_id,
        body.road,
        article=body.article,
        reason=body.reason,
        found=body.found(),
        by=who.code,
        came_from=(earlier.case_id, earlier.office) if earlier else None,
    )
    return RoutingOut.of(await act)


@router.post("/routings/{case_id}/application", status_code=201)
async def take_elsewhere(case_id: CaseId, body: TakenIn, who: Teller, desk: DeskDep) -> RoutingOut:
    """记明当事人已在枢纽之外申请仲裁、裁决、复议或者起诉，该期限不再预警 (RULES 58)."""
    file = await desk.read(ROUTINGS, case_id)
    applicants, joined = await applicants_of(desk.hub.pool, file)
    thirds = await thirds_of(desk.hub.pool, file)
    whose = body.applicants
    if (persons := who.acts_for) is not None:
        may = (*applicants, *joined, *(thirds if body.road is Road.COURT else ()))
        tell_of_oneself(persons, may)
        whose = persons.intersection(may)
    act = desk.act(
        [case_id],
        roads.take_elsewhere,
        case_id,
        body.road,
        organ=body.organ,
        on=body.on,
        by=who.code,
        whose=whose,
        applicants=applicants,
        joined=joined,
        thirds=thirds,
    )
    return RoutingOut.of(await act)
