"""The relay as a process: one is at work, others stand by for its lock."""

import asyncio

from deploy.compose import NAMES, addresses, until_stopped
from deploy.parts import RELAY, number_of
from shared.presence import stay_present
from shared.relay import Address, Relay
from shared.settings import Settings


async def serve_relay(settings: Settings) -> None:
    """Send what is committed to the topics, for ever."""
    url, kafka = addresses(settings)
    relay = Relay(Address(url, kafka, settings.topic_prefix, NAMES))
    await until_stopped([asyncio.create_task(relay.run()), asyncio.create_task(_stand(url, relay))])


async def _stand(url: str, relay: Relay) -> None:
    """Be present as the relay while it sends."""
    while True:
        await relay.standing.wait()
        presence = asyncio.create_task(stay_present(url, [number_of(RELAY)]))
        try:
            await relay.fallen.wait()
        finally:
            presence.cancel()
