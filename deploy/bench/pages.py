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
from functools import partial
from statistics import median
from typing import Final
from urllib.parse import quote
from uuid import uuid4

import asyncpg

from deploy.bench.figures import Figures, percentile
from deploy.bench.filling import fill
from deploy.bench.http import Client
from deploy.bench.lifecycle import serve_bare
from deploy.bench.profiles import Profiles
from deploy.bench.running import (
    AUTHORITY,
    CITY,
    COUNTY,
    RESPONDENT,
    WINDOW,
    Running,
    running,
)
from deploy.bench.servers import Servers
from deploy.bench.whistle import trouble
from deploy.bench.whistles import LEAD
from deploy.boards.catalogue import BOARDS
from shared.auth import Role

CLERKS: Final = 50
READING_SECONDS: Final = (3.0, 7.0)
"""How long a clerk reads a page before opening the next one."""

ACT: Final = "act"
BOARD: Final = "board "
"""What is no plain page: an act is done at a JSON door, and boards, each told by its name, have a
bound of their own."""

NUMBERS: Final = """
SELECT labels->>'number' AS number FROM hub.file
WHERE office = 'intake' AND procedure = 'registration' ORDER BY case_id LIMIT 2000
"""

BARE_FILES: Final = (
    "INSERT INTO bare.file SELECT gen_random_uuid(), 1, 'accepted' FROM generate_series(1, 1000)"
)

APPLICATIONS: Final = """
SELECT case_id::text AS id FROM hub.file
WHERE office = 'reconsideration' AND procedure IN ('ordinary', 'simplified')
ORDER BY case_id LIMIT 2000
"""

Open = Callable[[Client, random.Random], Awaitable[str]]
"""Opens one page; tells of which sort it is."""

Sort = Callable[[random.Random], tuple[str, str]]
"""The path of a page of this sort, and with which token it is asked for."""


async def measure(servers: Servers, figures: Figures, _: Profiles, *, quick: bool) -> None:
    """A bare page at this pace, then the pages of the hub."""
    cases, seconds = (2_000, 15.0) if quick else (100_000, 120.0)
    bare = await _bare(servers, seconds / 2)
    place = await servers.fresh()
    await fill(place, cases)
    async with running(place) as hub:
        waits = await _hub(hub, seconds)
    boards, pages = list[float](), list[float]()
    for sort, found in waits.items():
        if sort != ACT:
            (boards if sort.startswith(BOARD) else pages).extend(found)
    figures.put("page_bare_p95_ms", percentile(bare, 0.95) * 1000)
    figures.put("page_p50_ms", median(pages) * 1000)
    figures.put("page_p95_ms", percentile(pages, 0.95) * 1000)
    figures.put("page_ratio", median(pages) / median(bare))
    if boards:
        figures.put("board_p95_ms", percentile(boards, 0.95) * 1000)
    for sort, found in sorted(waits.items()):
        figures.say(
            f"pages: {sort} {len(found)} times, median {median(found) * 1000:,.0f} ms, "
            f"p95 {percentile(found, 0.95) * 1000:,.0f} ms"
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


async def _hub(hub: Running, seconds: float) -> dict[str, list[float]]:
    sorts = await _sorts(hub)
    window = hub.token(Role.WINDOW, WINDOW)

    async def one(client: Client, dice: random.Random) -> str:
        if dice.random() < 1 / 10:
            await client.post("/disputes", window, trouble(), key=uuid4().hex)
            return ACT
        sort = dice.choice(sorted(sorts))
        path, token = sorts[sort](dice)
        await client.page(path, token)
        return BOARD + path.rpartition("/")[2] if sort == BOARD else sort

    await hub.settled()
    await _work(hub.port, one, seconds / 6)  # warm
    return await _work(hub.port, one, seconds)


async def _sorts(hub: Running) -> Mapping[str, Sort]:
    """What is opened: the pages of each desk, with which token, each as often as every other."""
    numbers = [row["number"] for row in await hub.pool.fetch(NUMBERS)]
    applications = [row["id"] for row in await hub.pool.fetch(APPLICATIONS)]
    window, lead = hub.token(Role.WINDOW, WINDOW), hub.token(Role.DEPARTMENT, LEAD)
    blamed = hub.token(Role.DEPARTMENT, RESPONDENT)
    overseer = hub.token(Role.SUPERVISOR, f"{CITY}-centre")
    body = hub.token(Role.RECONSIDERATION, AUTHORITY)
    head = hub.token(Role.RECONSIDERATION_HEAD, AUTHORITY)
    plain = {
        "desk": ("/desk", window),
        "list": (f"/desk/disputes?county={COUNTY}", window),
        "directory": (f"/desk/directory?q={quote('甘州')}", lead),
        "registration": ("/desk/window/register", window),
        "queue of a window": ("/desk/window", window),
        "all of a window": ("/desk/window?tab=all", window),
        "department": ("/desk/department", lead),
        "owed by a department": ("/desk/department/owed", lead),
        "responding": ("/desk/reconsideration/responding", blamed),
        "centre": ("/desk/centre", overseer),
        "live": ("/desk/live", overseer),
        "live by department": ("/desk/live?by=department", overseer),
        "cases of the body": ("/desk/reconsideration/mine?whose=unassigned", body),
        "following": ("/desk/reconsideration/following", body),
        "approvals": ("/desk/reconsideration/approvals", head),
        "load of reviewers": ("/desk/reconsideration/reviewers", head),
        "law desk": ("/desk/law", window),
        "notices": ("/desk/notices", lead),
        "party": ("/party", ""),
        "decisions": ("/party/decisions", ""),
    }
    chosen = {
        "case": ("/desk/disputes/{}", numbers, window),
        "case seen from above": ("/desk/disputes/{}", numbers, overseer),
        "receipt": ("/desk/window/receipt/{}", numbers, window),
        "rehearsal": ("/desk/disputes/{}/rehearsal", numbers, overseer),
        "press": ("/desk/press/{}", numbers, overseer),
        "application": ("/desk/reconsideration/files/{}", applications, body),
        BOARD: ("/desk/boards/{}", sorted(BOARDS), overseer),
    }
    return {name: partial(_always, *page) for name, page in plain.items()} | {
        name: partial(_some, *page) for name, page in chosen.items()
    }


def _always(path: str, token: str, _: random.Random) -> tuple[str, str]:
    return path, token


def _some(path: str, ids: Sequence[str], token: str, dice: random.Random) -> tuple[str, str]:
    return path.format(dice.choice(ids)), token


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
