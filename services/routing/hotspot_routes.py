"""The doors of hot spots 热点: what stands out where, why, and that one is none."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.routing.hotspot_schemas import (
    ExclusionIn,
    HotSpotOut,
    HotSpotsAsked,
    HotSpotsOut,
    HotSpotWholeOut,
)
from services.routing.store import HOTSPOTS
from services.routing.watching.listing import Asked, list_hotspots, members_of
from services.routing.watching.telling import exclude
from shared.auth import Identity, Role
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(tags=["热点"], responses=ERRORS)

Supervisor = Annotated[Identity, needs(Role.SUPERVISOR)]
"""Somebody who watches over a county, or over the city."""

Reader = Annotated[Identity, needs(Role.SUPERVISOR, Role.ADMINISTRATOR)]
"""Who reads of a hot spot: those who watch, and who keeps the hub."""


@router.get("/hotspots")
async def list_all(
    who: Supervisor, asked: Annotated[HotSpotsAsked, Query()], desk: DeskDep
) -> HotSpotsOut:
    """热点列表：本县区的，市级为全市的，分值高的在前 (RULES 55)."""
    if not who.is_city and asked.county not in ("", who.county):
        return HotSpotsOut(items=(), next=None)
    page, following = await list_hotspots(
        desk.hub.pool,
        Asked(
            county=asked.county if who.is_city else who.county,
            state=asked.state or "",
            since=asked.since,
            cursor=asked.cursor,
            limit=asked.limit,
        ),
    )
    return HotSpotsOut(items=tuple(HotSpotOut.of(one) for one in page), next=following)


@router.get("/hotspots/{case_id}")
async def read_one(case_id: CaseId, who: Reader, desk: DeskDep) -> HotSpotWholeOut:
    """查看热点：件数、以往件数、分值、共同词语和所涉纠纷 (RULES 55)."""
    file = await desk.read(HOTSPOTS, case_id)
    return HotSpotWholeOut.with_members(file, await members_of(desk.hub.pool, who, file))


@router.post("/hotspots/{case_id}/exclusion", status_code=201)
async def exclude_one(
    case_id: CaseId, body: ExclusionIn, who: Supervisor, desk: DeskDep
) -> HotSpotOut:
    """排除热点：不是同一问题，或者无须合并办理，写明理由 (RULES 57)."""
    return HotSpotOut.of(await desk.act([case_id], exclude, case_id, body.reason, by=who.code))
