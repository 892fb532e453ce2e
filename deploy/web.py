"""The web part: the doors of the hub, the pages of the desks, and the stream."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from deploy.boards import PAGES as BOARDS
from deploy.compose import NAMES, offices, open_hub, topics
from deploy.desk import PAGES as ADMINISTRATION
from deploy.doors import routers
from services.intake.counter import PAGES as COUNTER
from services.supervision.live.telling import BoardTeller
from shared.auth import token_book
from shared.casepage.desk import PAGES as CASE_PAGES
from shared.casepage.doors import Doors
from shared.directory import load
from shared.frame import Pages, install_frame
from shared.frame.routes import PAGES as FRAME
from shared.parking import Parking
from shared.party import PAGES as PARTY
from shared.settings import Settings
from shared.signin import PAGES as SIGN_IN
from shared.signin import install_sign_in
from shared.stream.service import Stream
from shared.web import web_app
from shared.work import Hub

TITLE = "矛盾纠纷多元化解与行政复议枢纽"


def pages(names: Sequence[str] = ()) -> list[Pages]:
    """The pages of these offices, all when none is named, and those of the hub itself."""
    return [
        FRAME,
        SIGN_IN,
        CASE_PAGES,
        BOARDS,
        ADMINISTRATION,
        PARTY,
        *((COUNTER,) if not names or "intake" in names else ()),
        *(one.pages() for one in offices(names) if one.pages is not None),
    ]


Opening = Callable[[Settings], AbstractAsyncContextManager[Hub]]


def make_app(
    settings: Settings, names: Sequence[str] = (), *, opening: Opening = open_hub
) -> FastAPI:
    """The application of these offices, all when none is named, over a hub that it opens."""
    shown = pages(names)
    app = web_app(title=TITLE, routers=[*routers(names), *(one.router for one in shown)])
    install_frame(
        app,
        shown,
        load(settings.directory),
        over_tls=settings.over_tls,
        address=settings.public_url,
    )
    app.state.prefix = settings.topic_prefix
    app.state.doors = Doors(app.routes, offices(names))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with opening(settings) as hub:
            app.state.hub = hub
            app.state.tokens = token_book(settings)
            install_sign_in(app, hub.pool, settings, app.state.tokens)
            stream = app.state.stream = Stream(
                hub.pool,
                settings.kafka or "",
                topics(settings, NAMES),
                sessions=app.state.sessions,
                board=BoardTeller(hub),
            )
            app.state.parking = Parking(hub, offices(), settings.topic_prefix)
            async with stream.running():
                yield

    app.router.lifespan_context = lifespan
    return app
