"""The web as a process, for some offices or for all."""

import socket
from collections.abc import Sequence

import uvicorn

from deploy.web import make_app
from shared.settings import Settings


async def serve_web(settings: Settings, names: Sequence[str], sock: socket.socket) -> None:
    """Serve the offices' routes on a socket that is already listening."""
    config = uvicorn.Config(
        make_app(settings, names),
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=5,
    )
    await uvicorn.Server(config).serve(sockets=[sock])
