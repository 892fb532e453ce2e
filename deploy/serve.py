"""The parts as processes: web, worker and relay, each for some offices or for all."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

from deploy.compose import Feed, offices, open_hub, topics, until_stopped
from deploy.web import make_app
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom
from shared.office import Office
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
    if settings.database_url is None or settings.kafka is None:
        raise LookupError("HUB_DATABASE_URL, HUB_KAFKA")
    relay = Relay(
        Address(
            settings.database_url.get_secret_value(),
            settings.kafka,
            settings.topic_prefix,
            tuple(one.name for one in offices()),
        )
    )
    await until_stopped([asyncio.create_task(relay.run())])


async def serve_work(settings: Settings, names: Sequence[str], feed: Feed) -> None:
    """Hear for these offices, and sweep, for ever."""
    async with open_hub(settings) as hub:
        hearing = [one for one in offices(names) if one.listens]
        tasks = [asyncio.create_task(Sweep(hub).run())]
        if feed == "plain":
            tasks += [
                asyncio.create_task(plain_feed(settings, hub, one).run()) for one in hearing
            ]
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
    return PlainFeed(mailroom, settings.kafka or "", heard, cuts)


async def _by_faust(settings: Settings, hub: Hub, hearing: Sequence[Office]) -> None:
    """Start the offices' Faust apps together; a backlog is first taken in by plain consumers."""
    from shared.feed.agent import Watchdog, make_app as make_faust  # noqa: PLC0415 - slow to import

    async with asyncio.TaskGroup() as group:
        for one in hearing:
            group.create_task(plain_feed(settings, hub, one).run(until_caught_up=True))
    apps = []
    for one in hearing:
        mailroom, heard, cuts = _parts(settings, hub, one)
        apps.append(make_faust(mailroom, settings.kafka or "", heard, cuts))
    watchdog = Watchdog(apps)
    await asyncio.gather(*(app.start() for app in apps))
    watchdog.start()
    try:
        await watchdog.beat()
    finally:
        await asyncio.gather(*(app.stop() for app in apps))
