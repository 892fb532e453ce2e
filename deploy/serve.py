"""The parts as processes: web, worker and relay, each for some offices or for all."""

import asyncio
import socket
from collections.abc import Sequence

import uvicorn

from deploy.compose import NAMES, until_stopped
from deploy.parts import RELAY, number_of
from deploy.web import make_app
from shared.presence import present
from shared.relay import Address, Relay
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


async def serve_relay(settings: Settings) -> None:
    """Send what is committed to the topics, for ever."""
    url, kafka = addresses(settings)
    relay = Relay(Address(url, kafka, settings.topic_prefix, NAMES))
    async with asyncio.TaskGroup() as group:
        sending = [group.create_task(relay.run()), group.create_task(_stand(url, relay))]
        await until_stopped(sending)


async def _stand(url: str, relay: Relay) -> None:
    """Be present as the relay while it sends."""
    while True:
        await relay.standing.wait()
        async with present(url, number_of(RELAY)):
            await relay.fallen.wait()


def addresses(settings: Settings) -> tuple[str, str]:
    """Where database and broker are.

    Raises:
        LookupError: A setting is missing.
    """
    if settings.database_url is None or settings.kafka is None:
        raise LookupError("HUB_DATABASE_URL, HUB_KAFKA")
    return settings.database_url.get_secret_value(), settings.kafka
