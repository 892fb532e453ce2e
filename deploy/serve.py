"""The parts as processes: web, worker and relay, each for some offices or for all."""

import asyncio
import socket
from collections.abc import Sequence
from contextlib import AsyncExitStack

import uvicorn

from deploy.compose import NAMES, Feed, offices, open_hub, topics, until_stopped
from deploy.parts import RELAY, SWEEP, number_of
from deploy.web import make_app
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom
from shared.office import Office
from shared.presence import present
from shared.relay import Address, Relay
from shared.settings import Settings
from shared.sweep import Sweep
from shared.work import Hub


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


async def serve_work(settings: Settings, names: Sequence[str], feed: Feed) -> None:
    """Hear for these offices, and sweep, for ever."""
    url, _ = addresses(settings)
    hearing = [one for one in offices(names) if one.listens]
    async with open_hub(settings) as hub, present(url, number_of(SWEEP)):
        tasks = [asyncio.create_task(Sweep(hub).run())]
        if feed == "plain":
            tasks += [asyncio.create_task(_plainly(settings, hub, one)) for one in hearing]
        else:
            tasks.append(asyncio.create_task(_by_faust(settings, hub, hearing)))
        await until_stopped(tasks)


def _parts(settings: Settings, hub: Hub, office: Office) -> tuple[Mailroom, list[str], Cuts]:
    consumer = f"{settings.topic_prefix}.{office.name}.office"
    heard = topics(settings, office.hears)
    return Mailroom(hub, office, consumer), heard, Cuts(hub.pool, consumer, heard)


def plain_feed(settings: Settings, hub: Hub, office: Office) -> PlainFeed:
    """A plain consumer that feeds an office."""
    mailroom, heard, cuts = _parts(settings, hub, office)
    return PlainFeed(mailroom, addresses(settings)[1], heard, cuts)


async def _plainly(settings: Settings, hub: Hub, office: Office) -> None:
    feed = plain_feed(settings, hub, office)
    async with present(addresses(settings)[0], number_of(f"work.{office.name}")):
        await feed.run()


async def _by_faust(settings: Settings, hub: Hub, hearing: Sequence[Office]) -> None:
    """Start the offices' Faust apps together; a backlog is first taken in by plain consumers."""
    from shared.feed.agent import Watchdog  # noqa: PLC0415 - slow to import
    from shared.feed.agent import make_app as make_faust

    url, kafka = addresses(settings)
    async with asyncio.TaskGroup() as group:
        for one in hearing:
            group.create_task(plain_feed(settings, hub, one).run(until_caught_up=True))
    apps = []
    for one in hearing:
        mailroom, heard, cuts = _parts(settings, hub, one)
        apps.append(make_faust(mailroom, kafka, heard, cuts))
    watchdog = Watchdog(apps)
    await asyncio.gather(*(app.start() for app in apps))
    watchdog.start()
    try:
        async with AsyncExitStack() as stack:
            for one in hearing:
                await stack.enter_async_context(present(url, number_of(f"work.{one.name}")))
            await watchdog.beat()
    finally:
        await asyncio.gather(*(app.stop() for app in apps))


def addresses(settings: Settings) -> tuple[str, str]:
    """Where database and broker are.

    Raises:
        LookupError: A setting is missing.
    """
    if settings.database_url is None or settings.kafka is None:
        raise LookupError("HUB_DATABASE_URL, HUB_KAFKA")
    return settings.database_url.get_secret_value(), settings.kafka
