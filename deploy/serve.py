"""The web as a process, for some offices or for all."""

import asyncio
import socket
from collections.abc import Sequence

import uvicorn
from fastapi import FastAPI

from deploy.web import make_app
from shared.frame.frame import frame_of
from shared.settings import Settings
from shared.stream.service import Stream


class Server(uvicorn.Server):
    """Lets the readers of streams go when it stops, instead of waiting for them."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, and end what is open."""
        stream: Stream = self._app.state.stream
        stream.close()
        await super().shutdown(sockets)


async def serve_web(settings: Settings, names: Sequence[str], sock: socket.socket) -> None:
    """Serve the offices' routes on a socket that is already listening."""
    app = make_app(settings, names)
    compiling = asyncio.create_task(frame_of(app).compile_all())
    try:
        await Server(config_of(app, settings), app).serve(sockets=[sock])
    finally:
        compiling.cancel()


def config_of(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """How the web listens; only a proxy that the settings name is believed on who asks."""
    return uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies,
        timeout_graceful_shutdown=5,
    )
