"""The hub with its pages on a port of this machine, where offices hear each other at once."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import httpx
import uvicorn
from fastapi import FastAPI

from deploy.serve import Server
from deploy.web import make_app
from services.supervision.live.keeping import step
from shared.auth import Identity, LocalTokens, Role
from shared.clock import StillClock
from shared.relay.statements import NUMBER_NEXT
from shared.settings import Settings
from shared.stream.service import Stream
from shared.sweep import Sweep
from shared.work import Hub
from tests.routing.town import Town

LISTEN_SECONDS: Final = 0.05
LONG: Final = timedelta(days=4000)
LOOPBACK: Final = "127.0.0.1"


@dataclass
class DeskTown:
    """A town whose desks a browser can open, and whose clock the test moves."""

    app: FastAPI
    hub: Hub
    clock: StillClock
    offices: Town
    """The same town without a browser: acts through the JSON doors, and what its files say."""
    port: int
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _server: Server | None = None
    _serving: "asyncio.Task[None] | None" = None

    @property
    def address(self) -> str:
        """Where it listens, also while it is shut."""
        return f"http://{LOOPBACK}:{self.port}"

    async def at(self, when: datetime) -> None:
        """Let it be that moment, everything swept and heard that was due by then."""
        self.clock.move_to(when)
        await self.sweep()

    async def sweep(self) -> None:
        """Record what is due, and let everybody hear of it."""
        await Sweep(self.hub).once()
        await self.hear()

    async def hear(self) -> None:
        """Bring every fact to whoever hears it, and to whoever follows the stream."""
        async with self._turn:
            await self.offices.hear()
            await self._show()

    async def _show(self) -> None:
        """Give positions as the relay does, and let out what has one."""
        stream: Stream = self.app.state.stream
        last = await stream.books.last()
        async with self.hub.pool.acquire() as conn:
            numbered = await conn.fetch(NUMBER_NEXT, last, 1)
        if numbered:
            stream.broadcast.hear_of(await stream.books.last())
            await stream.fill()

    async def secret_of(self, who: Identity) -> str:
        """The cookie of a session that was just begun."""
        secret: str = await self.app.state.sessions.begin(who, title=who.code)
        return secret

    def token(self, who: Identity) -> str:
        """A token for the JSON doors."""
        tokens: LocalTokens = self.app.state.tokens
        return tokens.issue(who.code, who.roles, organ=who.organ, county=who.county, lasting=LONG)

    async def open(self) -> None:
        """Answer on the port; the same as before it was shut."""
        sock = socket.create_server((LOOPBACK, self.port))
        config = uvicorn.Config(
            self.app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        self._server = Server(config, self.app)
        self._serving = asyncio.create_task(self._server.serve(sockets=[sock]))
        while not self._server.started:  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.01)

    async def shut(self) -> None:
        """Answer no more, as a machine that was switched off."""
        if self._server is not None and self._serving is not None:
            self._server.should_exit = True
            self._server.force_exit = True
            await self._serving
        self._server = self._serving = None

    async def listen(self) -> None:
        """Let everybody hear, for ever."""
        while True:
            await self.hear()
            await asyncio.sleep(LISTEN_SECONDS)


async def followed(town: DeskTown) -> None:
    """Let the picture of the city come to the newest page, as the worker does."""
    await town.hear()
    while await step(town.hub):
        pass


@asynccontextmanager
async def desk_town(hub: Hub, clock: StillClock, port: int) -> AsyncIterator[DeskTown]:
    """The whole web over one hub, served, with a mailroom that never rests."""

    @asynccontextmanager
    async def opening(_: Settings) -> AsyncIterator[Hub]:
        yield hub

    app = make_app(Settings(), opening=opening)
    async with app.router.lifespan_context(app), httpx.AsyncClient() as web:
        web.base_url = httpx.URL(f"http://{LOOPBACK}:{port}")
        town = DeskTown(app, hub, clock, Town(hub, clock, web, app.state.tokens), port)
        await town.open()
        listening = asyncio.create_task(town.listen())
        try:
            yield town
        finally:
            listening.cancel()
            await town.shut()
            told = await asyncio.gather(listening, return_exceptions=True)
            _raise_all(told)


def _raise_all(told: Sequence[Any]) -> None:
    for error in told:
        if isinstance(error, Exception):
            raise error


def officer(
    role: Role,
    organ: str,
    *,
    code: str = "",
    disputes: Sequence[UUID] = (),
    persons: Sequence[UUID] = (),
) -> Identity:
    """Somebody who signs in."""
    said = code or f"{role}-1"
    return Identity.of(said, [role], organ=organ, disputes=disputes, persons=persons)
