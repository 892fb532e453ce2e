"""The one place that knows every office: it composes them into a hub, a web, a worker, a relay."""

import asyncio
import importlib
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import cache
from typing import Final, Literal

import asyncpg

from shared.clock import Clock, WallClock
from shared.db import Pool
from shared.directory import Directory, load
from shared.law.calendar import CALENDAR
from shared.law.terms.actors import OFFICES, TELLER
from shared.office import Office
from shared.outbox import Waker
from shared.parking import register_shelf
from shared.people import keyed_hash
from shared.recount import keep_calendar
from shared.settings import Settings
from shared.work import Hub

NAMES: Final = tuple(one.english for one in (*OFFICES, TELLER))
"""The seven offices, in the order in which a dispute meets them, and 通知, which tells."""

CONNECTIONS: Final = 6
"""Connections of one process to the database at most."""

Feed = Literal["faust", "plain"]
"""How a worker hears: by Faust agents in daily work, by plain consumers in bulk."""


@cache
def office(name: str) -> Office:
    """An office by name."""
    found: Office = importlib.import_module(f"services.{name}.office").OFFICE
    return found


def offices(names: Iterable[str] = ()) -> tuple[Office, ...]:
    """The offices of these names; all of them when none is named."""
    return tuple(office(name) for name in (tuple(names) or NAMES))


def make_hub(
    pool: Pool,
    *,
    clock: Clock,
    secret: bytes,
    directory: Directory | None = None,
    partitions: int = 4,
    poke: Callable[[], None] = lambda: None,
) -> Hub:
    """The unit of work over `pool`, with the shelves of every office."""
    return Hub(
        pool,
        clock=clock,
        calendar=CALENDAR,
        directory=directory or load(),
        shelves=[
            *(shelf for one in offices() for shelf in one.shelves),
            *(register_shelf(one.name) for one in offices()),
        ],
        partitions=partitions,
        hasher=lambda value: keyed_hash(secret, value) if value else None,
        poke=poke,
    )


async def _keep(_: object) -> None:
    """Leave a connection as it is when it goes back to the pool: nothing of ours sets it up."""


STATEMENTS: Final = 1000
"""Of so many a connection keeps what PostgreSQL has read and planned. The pages of all desks ask in
more ways than the hundred that are usual, and would be planned anew when they are opened by turns.
"""

AT_HAND: Final = {"random_page_cost": "1.1"}
"""What is at work lies in memory, or on a disk that does not seek. Left to its own guess, which is
that of a disk with heads, PostgreSQL reads every period there is rather than look up a few hundred.
"""


@asynccontextmanager
async def open_hub(settings: Settings) -> AsyncIterator[Hub]:
    """The hub of this process: its pool, the waker of the relay, and the calendar kept up."""
    pool = await asyncpg.create_pool(
        database_of(settings),
        min_size=1,
        max_size=CONNECTIONS,
        reset=_keep,
        timeout=10,
        command_timeout=60,
        statement_cache_size=STATEMENTS,
        server_settings=AT_HAND,
    )
    waker = Waker(pool)
    hub = make_hub(
        pool,
        clock=WallClock(),
        secret=settings.key(),
        directory=load(settings.directory),
        partitions=settings.partitions,
        poke=waker.poke,
    )
    tasks = [asyncio.create_task(waker.run()), asyncio.create_task(keep_calendar(hub))]
    try:
        yield hub
    finally:
        for task in tasks:
            task.cancel()
        async with asyncio.timeout(5):
            await pool.close()


def database_of(settings: Settings) -> str:
    """Where the database is.

    Raises:
        LookupError: It is not said.
    """
    if settings.database_url is None:
        raise LookupError("HUB_DATABASE_URL")
    return settings.database_url.get_secret_value()


def addresses(settings: Settings) -> tuple[str, str]:
    """Where database and broker are.

    Raises:
        LookupError: One of them is not said.
    """
    if settings.kafka is None:
        raise LookupError("HUB_KAFKA")
    return database_of(settings), settings.kafka


def topics(settings: Settings, names: Iterable[str]) -> list[str]:
    """The topics of these offices."""
    return [f"{settings.topic_prefix}.{name}" for name in sorted(names)]


def _stopping() -> asyncio.Event:
    """Set when the process is asked to end."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def until_stopped(tasks: Sequence["asyncio.Task[None]"]) -> None:
    """Wait for the end of the process, or for a task that should not have ended."""
    asked = _stopping()
    stop = asyncio.create_task(_wait(asked))
    done, _ = await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done - {stop}:
        task.result()


async def _wait(event: asyncio.Event) -> None:
    await event.wait()
