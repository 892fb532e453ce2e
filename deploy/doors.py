"""The doors of the hub: every office's routes, those of the hub itself, and what monitors ask."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter, Request, Response

from deploy.asyncapi import router as asyncapi
from deploy.compose import offices
from deploy.lawdesk.routes import router as law_desk
from deploy.parts import PARTS
from shared import metrics
from shared.attachments.routes import router as attachments
from shared.casepage.following import router as following
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.parking.routes import router as parking
from shared.presence import seen
from shared.work import LOST, Hub

health: Final = APIRouter(tags=["运行"])


@health.get("/livez")
async def alive() -> dict[str, str]:
    """进程存活: this process answers."""
    return {"status": "ok"}


@health.get("/readyz")
async def ready(request: Request, response: Response) -> dict[str, object]:
    """就绪: the database answers, and relay and every office are at work; 503 names who is not."""
    hub: Hub = request.app.state.hub
    try:
        there = await seen(hub.pool)
    except LOST:
        response.status_code = 503
        return {"status": "away", "missing": ["database"]}
    missing = [name for number, name in enumerate(PARTS) if number not in there]
    response.status_code = 503 if missing else 200
    return {"status": "incomplete" if missing else "ready", "missing": missing}


@health.get("/metrics")
async def measured() -> Response:
    """指标: for Prometheus."""
    return Response(metrics.render(), media_type=metrics.CONTENT_TYPE)


def routers(names: Sequence[str] = ()) -> list[APIRouter]:
    """The routes of these offices, all when none is named, and those of the hub itself."""
    return [
        health,
        asyncapi,
        following,
        case_files,
        private,
        attachments,
        parking,
        law_desk,
        *(load() for one in offices(names) for load in one.routers),
    ]
