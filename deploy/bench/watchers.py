"""Watchers 订阅者: two thousand readers of the stream and the board, in a process of their own.

`python -m deploy.bench.watchers PORT READERS FILE`, with the token in `BENCH_TOKEN`. Says `ready`
once every one of them has its first line; after SIGTERM it writes, for each event that anybody got,
its position and when it came to each reader, and for each reader the boards that came: as of which
position and when. All times are by the clock that the processes of a machine share.
"""

import asyncio
import json
import os
import re
import resource
import signal
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Final, cast

import uvloop

from deploy.local.ports import LOOPBACK

EVENT: Final = re.compile(rb"id: (\d+)\nevent: ")
BOARD: Final = re.compile(rb'event: board\ndata: \{"position": (\d+)')
AT_ONCE: Final = 50


class Watcher(asyncio.Protocol):
    """One reader."""

    came: Final[dict[int, list[float]]] = defaultdict(list)
    boards: Final[list[list[tuple[int, float]]]] = []

    def __init__(self, request: bytes) -> None:
        self._request = request
        self._boards: list[tuple[int, float]] = []
        self.boards.append(self._boards)
        self.begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        cast("asyncio.WriteTransport", transport).write(self._request)

    def data_received(self, data: bytes) -> None:
        """Note when each event of it came."""
        now = time.monotonic()
        for found in EVENT.findall(data):
            self.came[int(found)].append(now)
        self._boards.extend((int(found), now) for found in BOARD.findall(data))
        if not self.begun.done() and b"retry:" in data:
            self.begun.set_result(None)


async def watch(port: int, readers: int, kept: Path) -> None:
    """Connect all of them, wait for the end, write down what came when."""
    request = (
        "GET /stream?board=true HTTP/1.1\r\nHost: hub\r\nAccept: text/event-stream\r\n"
        f"Authorization: Bearer {os.environ['BENCH_TOKEN']}\r\n\r\n"
    ).encode()
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    turn = asyncio.Semaphore(AT_ONCE)

    async def join() -> None:
        async with turn:
            _, watcher = await loop.create_connection(lambda: Watcher(request), LOOPBACK, port)
            await watcher.begun

    async with asyncio.TaskGroup() as group:
        for _ in range(readers):
            group.create_task(join())
    kept.with_suffix(".ready").touch()
    await stop.wait()
    kept.write_text(json.dumps({"came": Watcher.came, "boards": Watcher.boards}))  # noqa: ASYNC240 - as above


def main() -> None:
    """Run with what the command line says."""
    port, readers, kept = sys.argv[1:]
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(watch(int(port), int(readers), Path(kept)))


if __name__ == "__main__":
    main()
