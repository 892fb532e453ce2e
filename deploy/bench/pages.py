"""Measure: how long a page takes while fifty clerks are at work on a hundred thousand cases.

Each clerk opens a page, reads it for some seconds, and opens the next on a connection of its own;
one in ten is an act. The wait is from the connection to the last byte. Boards are timed apart.
Beside it, in the same run and at the same pace, a bare page: one query of fifty rows in a table.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from statistics import median
from typing import Final
from uuid import uuid4

import asyncpg

from deploy.bench.at_work import Many, begin
from deploy.bench.figures import Figures, percentile
from deploy.bench.filling import fill
from deploy.bench.http import Client
from deploy.bench.lifecycle import serve_bare
from deploy.bench.opened import BOARD, Sort, open_one, sorts
from deploy.bench.profiles import Profiles
from deploy.bench.running import WINDOW, Running, running
from deploy.bench.servers import Servers
from deploy.bench.whistle import trouble
from shared.auth import Role

CLERKS: Final = 50
READING_SECONDS: Final = (3.0, 7.0)
"""How long a clerk reads a page before opening the next one."""

ACT: Final = "act"
"""What is no page: an act is done at a JSON door."""

IN_HAND: Final = Many(whistles=500, mediations=100, panels=200)
QUICK: Final = Many(whistles=20, mediations=5, panels=10)

BARE_FILES: Final = (
    "INSERT INTO bare.file SELECT gen_random_uuid(), 1, 'accepted' FROM generate_series(1, 1000)"
)

Open = Callable[[Client, random.Random], Awaitable[str]]
"""Opens one page; tells of which sort it is."""


async def measure(servers: Servers, figures: Figures, _: Profiles, *, quick: bool) -> None:
    """A bare page at this pace, then the pages of the hub."""
    cases, seconds = (10_000, 15.0) if quick else (100_000, 120.0)
    bare = await _bare(servers, seconds / 2)
    place = await servers.fresh()
    await fill(place, cases)
    async with running(place) as hub:
        await begin(hub, QUICK if quick else IN_HAND)
        found = await sorts(hub)
        sizes = await _each_once(hub, found)
        waits = await _hub(hub, found, seconds)
    boards, pages = list[float](), list[float]()
    for sort, took in waits.items():
        if sort != ACT:
            (boards if sort.startswith(BOARD) else pages).extend(took)
    figures.put("page_bare_p95_ms", percentile(bare, 0.95) * 1000)
    figures.put("page_p50_ms", median(pages) * 1000)
    figures.put("page_p95_ms", percentile(pages, 0.95) * 1000)
    figures.put("page_ratio", median(pages) / median(bare))
    if boards:
        figures.put("board_p95_ms", percentile(boards, 0.95) * 1000)
    for sort, took in sorted(waits.items()):
        figures.say(
            f"pages: {sort} {len(took)} times, median {median(took) * 1000:,.0f} ms, "
            f"p95 {percentile(took, 0.95) * 1000:,.0f} ms"
            + (f", {sizes[sort] / 1024:,.0f} kB" if sort in sizes else "")
        )


async def _bare(servers: Servers, seconds: float) -> Sequence[float]:
    place = await servers.fresh()
    async with AsyncExitStack() as stack:
        port = await serve_bare(stack, place)
        conn = await asyncpg.connect(place.database)
        await conn.execute(BARE_FILES)
        await conn.close()

        async def bare_page(client: Client, _: random.Random) -> str:
            await client.page("/page", "")
            return "bare"

        return (await _work(port, bare_page, seconds))["bare"]


async def _each_once(hub: Running, found: Mapping[str, Sort]) -> Mapping[str, int]:
    """How long a page of each sort is, in characters: every one must answer, however short a lap.

    Raises:
        Answered: One of them does not.
    """
    client, dice = await Client.connect(hub.port), random.Random(0)  # noqa: S311 - as below
    try:
        return {name: len(await open_one(client, sort(dice))) for name, sort in found.items()}
    finally:
        client.close()


async def _hub(hub: Running, found: Mapping[str, Sort], seconds: float) -> dict[str, list[float]]:
    window = hub.token(Role.WINDOW, WINDOW)

    async def one(client: Client, dice: random.Random) -> str:
        if dice.random() < 1 / 10:
            await client.post("/disputes", window, trouble(), key=uuid4().hex)
            return ACT
        sort = dice.choice(sorted(found))
        chosen = found[sort](dice)
        await open_one(client, chosen)
        return BOARD + chosen.path.rpartition("/")[2] if sort == BOARD else sort

    await hub.settled()
    await _work(hub.port, one, seconds / 6)  # warm
    return await _work(hub.port, one, seconds)


async def _work(port: int, do: Open, seconds: float) -> dict[str, list[float]]:
    """Let the clerks work so long; how long each sort of page took."""
    waits: dict[str, list[float]] = {}
    end = time.perf_counter() + seconds

    async def clerk(number: int) -> None:
        dice = random.Random(number)  # noqa: S311 - which page is opened next
        await asyncio.sleep(dice.uniform(0, READING_SECONDS[1]))
        while time.perf_counter() < end:
            began = time.perf_counter()
            client = await Client.connect(port)
            sort = await do(client, dice)
            waits.setdefault(sort, []).append(time.perf_counter() - began)
            client.close()
            await asyncio.sleep(dice.uniform(*READING_SECONDS))

    async with asyncio.TaskGroup() as group:
        for number in range(CLERKS):
            group.create_task(clerk(number))
    return waits
