"""A process of a bench: `python -m deploy.bench.part NAME`, told by its environment where to work.

With `BENCH_PROFILE` set it keeps count of where its time goes and writes that down at its end.
"""

import asyncio
import cProfile
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any, Final

import asyncpg
import uvloop

from deploy.bench import bare
from deploy.bench.office import ANSWERER, ASKER
from shared.clock import WallClock
from shared.directory import load
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.law.calendar import CALENDAR
from shared.logging import configure
from shared.mailroom import Mailroom
from shared.outbox import Waker
from shared.relay import Address, Relay
from shared.work import Hub

Where = tuple[str, str, str]
"""Database, broker, topic prefix."""


def where() -> Where:
    """What the environment says."""
    return (os.environ["BENCH_DATABASE"], os.environ["BENCH_KAFKA"], os.environ["BENCH_PREFIX"])


async def open_bench_hub(database: str) -> Hub:
    """A hub with the bench's two offices, which wakes the relay as a real one does."""
    pool = await asyncpg.create_pool(database, min_size=1, max_size=6)
    waker = Waker(pool)
    hub = Hub(
        pool,
        clock=WallClock(),
        calendar=CALENDAR,
        directory=load(),
        shelves=[shelf for office in (ASKER, ANSWERER) for shelf in office.shelves],
        partitions=4,
        hasher=lambda value: value,
        poke=waker.poke,
    )
    hub.waking = asyncio.create_task(waker.run())  # type: ignore[attr-defined]  # or it is collected
    return hub


async def _relay() -> None:
    database, kafka, prefix = where()
    await Relay(Address(database, kafka, prefix, (ASKER.name, ANSWERER.name))).run()


async def _mailroom() -> tuple[Mailroom, str, list[str], Cuts]:
    database, kafka, prefix = where()
    hub = await open_bench_hub(database)
    consumer, topics = f"{prefix}.answerer.office", [f"{prefix}.asker"]
    return Mailroom(hub, ANSWERER, consumer), kafka, topics, Cuts(hub.pool, consumer, topics)


async def _plain() -> None:
    await PlainFeed(*await _mailroom()).run()


async def _faust() -> None:
    from shared.feed.agent import make_app  # noqa: PLC0415 - slow to import

    app: Any = make_app(*await _mailroom())
    await app.start()
    await asyncio.Event().wait()


async def _bare_relay() -> None:
    await bare.relay(*where())


async def _bare_handler() -> None:
    await bare.handle(*where())


async def _bare_web() -> None:
    from deploy.bench.bare_web import serve  # noqa: PLC0415 - slow to import

    await serve(where()[0], socket.socket(fileno=int(os.environ["BENCH_SOCKET"])))


async def _web() -> None:
    from deploy.serve import serve_web  # noqa: PLC0415 - slow to import
    from deploy.topics import OFFICES  # noqa: PLC0415 - likewise
    from shared.settings import settings  # noqa: PLC0415 - likewise

    await serve_web(settings(), OFFICES, socket.socket(fileno=int(os.environ["BENCH_SOCKET"])))


async def _work() -> None:
    from deploy.topics import OFFICES  # noqa: PLC0415 - likewise
    from deploy.working import serve_work  # noqa: PLC0415 - slow to import
    from shared.settings import settings  # noqa: PLC0415 - likewise

    await serve_work(settings(), OFFICES, "faust")


PARTS: Final[Mapping[str, Callable[[], Coroutine[Any, Any, None]]]] = {
    "relay": _relay,
    "plain": _plain,
    "faust": _faust,
    "bare-relay": _bare_relay,
    "bare-handler": _bare_handler,
    "bare-web": _bare_web,
    "web": _web,
    "work": _work,
}


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def main() -> None:
    """Run the part that the first argument names, until SIGTERM."""
    configure("INFO", pretty=False, part=sys.argv[1])
    kept = os.environ.get("BENCH_PROFILE")
    # Of the processor, not of the clock: what others do on this machine must not show.
    profile = cProfile.Profile(time.thread_time)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        loop = runner.get_loop()
        if kept:
            loop.add_signal_handler(signal.SIGUSR1, profile.enable)
        runner.run(_until_told(PARTS[sys.argv[1]]()))
        profile.disable()
        if kept:
            profile.dump_stats(kept)
            os._exit(0)  # whatever still clings to the broker is of no interest


if __name__ == "__main__":
    main()
