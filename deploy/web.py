"""The web part: every office's routes, the stream and the case file, and what monitors ask."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Request, Response

from deploy.asyncapi import router as asyncapi
from deploy.boards import PAGES as BOARDS
from deploy.compose import NAMES, offices, open_hub, topics
from deploy.lawdesk.routes import router as law_desk
from deploy.parts import PARTS
from shared import metrics
from shared.auth import token_book
from shared.casepage.desk import PAGES as CASE_PAGES
from shared.casepage.doors import Doors
from shared.casepage.following import router as following
from shared.casepage.private import router as private
from shared.casepage.routes import router as case_files
from shared.directory import load
from shared.frame import Pages, install_frame
from shared.frame.routes import PAGES as FRAME
from shared.parking import Parking
from shared.parking.routes import router as parking
from shared.presence import seen
from shared.settings import Settings
from shared.stream.service import Stream
from shared.web import web_app
from shared.work import LOST, Hub

TITLE = "矛盾纠纷多元化解与行政复议枢纽"

health = APIRouter(tags=["运行"])


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
        parking,
        law_desk,
        *(load() for one in offices(names) for load in one.routers),
    ]


def pages(names: Sequence[str] = ()) -> list[Pages]:
    """The pages of these offices, all when none is named, and those of the hub itself."""
    return [
        FRAME,
        CASE_PAGES,
        BOARDS,
        *(one.pages() for one in offices(names) if one.pages is not None),
    ]


def make_app(settings: Settings, names: Sequence[str] = ()) -> FastAPI:
    """The application of these offices, all when none is named."""
    shown = pages(names)
    app = web_app(title=TITLE, routers=[*routers(names), *(one.router for one in shown)])
    install_frame(app, shown, load(settings.directory))
    app.state.doors = Doors(app.routes, offices(names))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with open_hub(settings) as hub:
            stream = Stream(hub.pool, settings.kafka or "", topics(settings, NAMES))
            app.state.hub = hub
            app.state.tokens = token_book(settings)
            app.state.stream = stream
            app.state.parking = Parking(hub, offices(), settings.topic_prefix)
            async with stream.running():
                yield

    app.router.lifespan_context = lifespan
    return app
