"""The web part: every office's routes, the stream and the case page, and what monitors ask."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Response

from deploy.compose import offices, open_hub
from shared import metrics
from shared.auth import token_book
from shared.settings import Settings
from shared.web import web_app

health = APIRouter(tags=["运行"])


@health.get("/livez")
async def alive() -> dict[str, str]:
    """进程存活: this process answers."""
    return {"status": "ok"}


@health.get("/metrics")
async def measured() -> Response:
    """指标: for Prometheus."""
    return Response(metrics.render(), media_type="text/plain; version=0.0.4")


def make_app(settings: Settings, names: Sequence[str] = ()) -> FastAPI:
    """The application of these offices, all when none is named."""
    routers = [load() for one in offices(names) for load in one.routers]
    app = web_app(title="矛盾纠纷多元化解与行政复议枢纽", routers=[health, *routers])

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with open_hub(settings) as hub:
            app.state.hub = hub
            app.state.tokens = token_book(settings)
            yield

    app.router.lifespan_context = lifespan
    return app
