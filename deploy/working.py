"""The worker as a process: what some offices or all do when they hear, and the sweep."""

import asyncio
from collections.abc import Sequence
from typing import Final

from deploy.compose import Feed, addresses, offices, open_hub, topics, until_stopped
from deploy.parts import SWEEP, number_of
from shared.attachments.keeping import clear_for_ever
from shared.feed.agent import Watchdog
from shared.feed.agent import make_app as make_faust
from shared.feed.backlog import backlog
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom
from shared.office import Office
from shared.presence import stay_present
from shared.settings import Settings
from shared.sweep import Sweep
from shared.work import Hub

FAR_BEHIND: Final = 2000
"""Messages beyond which a backlog is first taken in by plain consumers, which are faster."""

START_SECONDS: Final = 120.0
"""A Faust app whose broker goes away while it starts may wait for ever."""


async def serve_work(settings: Settings, names: Sequence[str], feed: Feed) -> None:
    """Hear for these offices, sweep, and do what they do beside, for ever."""
    url, _ = addresses(settings)
    named = offices(names)
    hearing = [one for one in named if one.listens]
    async with open_hub(settings) as hub:
        tasks = [
            asyncio.create_task(Sweep(hub).run()),
            asyncio.create_task(clear_for_ever(hub)),
            asyncio.create_task(stay_present(url, [number_of(SWEEP)])),
            *(asyncio.create_task(run(hub)) for one in named for run in one.tasks),
        ]
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
    url, _ = addresses(settings)
    async with asyncio.TaskGroup() as group:
        group.create_task(stay_present(url, [_number(office)]))
        group.create_task(plain_feed(settings, hub, office).run())


async def _catch_up(settings: Settings, hub: Hub, office: Office) -> None:
    """Take in by a plain consumer what would take a Faust agent long."""
    mailroom, heard, _ = _parts(settings, hub, office)
    if await backlog(addresses(settings)[1], mailroom.consumer, heard) > FAR_BEHIND:
        await plain_feed(settings, hub, office).run(until_caught_up=True)


async def _by_faust(settings: Settings, hub: Hub, hearing: Sequence[Office]) -> None:
    """Start the offices' Faust apps together, once no office is far behind."""
    url, kafka = addresses(settings)
    async with asyncio.TaskGroup() as group:
        for one in hearing:
            group.create_task(_catch_up(settings, hub, one))
    apps = []
    for one in hearing:
        mailroom, heard, cuts = _parts(settings, hub, one)
        apps.append(make_faust(mailroom, kafka, heard, cuts))
    watchdog = Watchdog(apps)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(watchdog.beat())
            watchdog.start()
            async with asyncio.timeout(START_SECONDS):
                await asyncio.gather(*(app.start() for app in apps))
            group.create_task(stay_present(url, [_number(one) for one in hearing]))
    finally:
        await asyncio.gather(*(app.stop() for app in apps))


def _number(office: Office) -> int:
    return number_of(f"work.{office.name}")
