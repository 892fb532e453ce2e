"""Measure 3: whole lifecycles a second through HTTP, beside a bare one, empty, begun and full."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from statistics import median
from typing import Final
from uuid import uuid4

import asyncpg

from deploy.bench import bare_web
from deploy.bench.figures import Figures
from deploy.bench.filling import fill
from deploy.bench.http import Client
from deploy.bench.life import ACTS, REPLY, Actors, Eyes, enrol, live
from deploy.bench.processes import process
from deploy.bench.profiles import Profiles
from deploy.bench.running import Running, ready, running
from deploy.bench.servers import Place, Servers
from deploy.local.door import open_door
from deploy.local.ports import LOOPBACK

CLIENTS: Final = 16
BEGUN: Final = 1_000
"""Cases of a hub in its first weeks."""
WARM: Final = 32
PATIENCE_SECONDS: Final = 300.0
WEB_PROCESSES: Final = 2

WAITING: Final = """
SELECT count(*) FILTER (WHERE office = 'intake') - count(*) FILTER (WHERE procedure = 'triage')
FROM hub.file WHERE office IN ('intake', 'routing')
"""
"""Disputes that have no routing file yet."""

One = Callable[[Client], Awaitable[None]]


async def measure(servers: Servers, figures: Figures, profiles: Profiles, *, quick: bool) -> None:
    """Bare and hub in turn on empty tables, then the hub on begun and on full ones."""
    lives, rounds, cases = (120, 1, 5_000) if quick else (500, 2, 100_000)
    bare, empty = [], []
    for _ in range(rounds):
        bare.append(await _bare_lap(servers, lives))
        figures.say(f"bare web: {bare[-1]:,.0f} acts/s")
        async with running(await servers.fresh()) as hub:
            empty.append(await _lap(servers, hub, figures, lives))
    begun, full = [await _filled(servers, figures, lives, rounds, n) for n in (BEGUN, cases)]
    _compare(figures, median(bare), median(empty), median(full))
    figures.put("lifecycles_per_s_1k", median(begun))
    figures.put("lifecycle_cost_full_over_1k", median(begun) / median(full))
    if profiles.wanted:
        async with running(await servers.fresh(), profiles=profiles) as hub:
            await _lap(servers, hub, figures, lives, profiles)


def _compare(figures: Figures, bare: float, empty: float, full: float) -> None:
    figures.put("lifecycle_bare_acts_per_s", bare)
    figures.put("lifecycle_acts_per_s", empty * ACTS)
    figures.put("lifecycle_ratio", empty * ACTS / bare)
    figures.put("lifecycles_per_s_empty", empty)
    figures.put("lifecycles_per_s_full", full)
    figures.put("lifecycle_cost_full_over_empty", empty / full)


async def _filled(
    servers: Servers, figures: Figures, lives: int, laps: int, cases: int
) -> Sequence[float]:
    place = await servers.fresh()
    began = time.perf_counter()
    await fill(place, cases)
    figures.put("fill_cases_per_s", cases / (time.perf_counter() - began))
    figures.put("fill_cases", cases)
    async with running(place) as hub:
        return [await _lap(servers, hub, figures, lives) for _ in range(laps)]


async def _lap(
    servers: Servers,
    hub: Running,
    figures: Figures,
    lives: int,
    profiles: Profiles | None = None,
) -> float:
    """Lifecycles a second, until the routing office has heard of every one of them, too."""
    eyes, who = Eyes(hub), Actors(hub)
    looking = asyncio.create_task(eyes.look())

    async def one(client: Client) -> None:
        await live(client, eyes, who)

    try:
        await hub.settled()
        await drive(hub.port, partial(enrol, who=who), 1)
        await drive(hub.port, one, WARM)
        if profiles:
            profiles.begin(hub.pids[:2])  # web and worker; the relay does not listen
        spent = used(servers, hub)
        began = time.perf_counter()
        await drive(hub.port, one, lives)
        await all_routed(hub)
        took = time.perf_counter() - began
        now = used(servers, hub)
    finally:
        looking.cancel()
    figures.say(
        f"hub: {lives / took:,.1f} lifecycles/s, {lives * ACTS / took:,.0f} acts/s; µs an act: "
        + ", ".join(f"{k} {(now[k] - spent[k]) / lives / ACTS * 1e6:,.0f}" for k in spent)
    )
    return lives / took


async def all_routed(hub: Running) -> None:
    """Wait until routing has heard of every dispute."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await hub.pool.fetchval(WAITING):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.05)


def used(servers: Servers, hub: Running) -> dict[str, float]:
    """Processor time so far of servers, the hub's parts, and the load itself."""
    return {**servers.cpu_seconds(), **hub.cpu_seconds(), "load": time.process_time()}


async def _bare_lap(servers: Servers, lives: int) -> float:
    """Acts a second of the bare application, as many in a row as a lifecycle has."""
    place = await servers.fresh()
    async with AsyncExitStack() as stack:
        port = await serve_bare(stack, place)

        async def one(client: Client) -> None:
            path = f"/files/{uuid4()}/acts"
            for number in range(ACTS):
                await client.post(path, "", {"state": f"state-{number}", "text": REPLY})

        await drive(port, one, WARM)
        began = time.perf_counter()
        await drive(port, one, lives)
        return lives * ACTS / (time.perf_counter() - began)


async def serve_bare(stack: AsyncExitStack, place: Place) -> int:
    """The port of a bare application, as many processes of it as the hub has."""
    conn = await asyncpg.connect(place.database)
    await conn.execute(bare_web.TABLES)
    await conn.close()
    door = stack.enter_context(open_door(LOOPBACK, 0))
    env = {**place.env(), "BENCH_SOCKET": str(door.fileno())}
    for number in range(WEB_PROCESSES):
        log = place.folder / f"bare-web-{number}.log"
        part = process("deploy.bench.part", "bare-web", log=log, env=env, descriptor=door.fileno())
        stack.enter_context(part)
    port: int = door.getsockname()[1]
    await ready(port)
    return port


async def drive(port: int, one: One, times: int) -> None:
    """Let several clients do it, so and so often together."""
    left = iter(range(times))

    async def drive() -> None:
        client = await Client.connect(port)
        try:
            for _ in left:
                await one(client)
        finally:
            client.close()

    async with asyncio.TaskGroup() as group:
        for _ in range(CLIENTS):
            group.create_task(drive())
