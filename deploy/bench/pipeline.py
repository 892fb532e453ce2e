"""Measure 1: facts a second from the writer through Kafka to the effect, beside the bare loop.

Both run as three processes (writer, relay, handler) beside the same two servers; both write 100
facts a transaction; both are timed from the first write until the last effect is committed.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final
from uuid import uuid4

import asyncpg

from deploy.bench import bare, office
from deploy.bench.figures import Figures
from deploy.bench.part import open_bench_hub
from deploy.bench.processes import process
from deploy.bench.profiles import Profiles
from deploy.bench.servers import Place, Servers, cpu_seconds
from shared.db import Pool
from shared.work import Act, Hub

TOGETHER: Final = 100
"""Facts of one transaction of the writer."""

WARM: Final = 500
PATIENCE_SECONDS: Final = 60.0
LOOK_SECONDS: Final = 0.05

Write = Callable[[int], Awaitable[None]]


@dataclass(frozen=True)
class Road:
    """One way from writer to effect: its parts, and the table where effects are counted."""

    name: str
    parts: tuple[str, str]
    effects: str
    bare: bool = False


BARE: Final = Road("bare", ("bare-relay", "bare-handler"), "bare.effect", bare=True)
PLAIN: Final = Road("plain", ("relay", "plain"), "answerer.answer")
FAUST: Final = Road("faust", ("relay", "faust"), "answerer.answer")


@dataclass
class Lap:
    """What one lap gave: facts a second, and µs of processor time a fact in each process."""

    per_second: float
    cpu_us: Mapping[str, float]


async def measure(servers: Servers, figures: Figures, profiles: Profiles, *, quick: bool) -> None:
    """Run the three roads in turn, several rounds, and compare their medians."""
    facts, rounds = (5_000, 1) if quick else (40_000, 3)
    laps: dict[str, list[Lap]] = {}
    for _ in range(rounds):
        for road in (BARE, PLAIN, FAUST):
            lap = await _lap(servers, road, facts, Profiles.none())
            laps.setdefault(road.name, []).append(lap)
            figures.say(f"{road.name}: {lap.per_second:,.0f} facts/s  {_spent(lap)}")
    rate = {name: median(lap.per_second for lap in found) for name, found in laps.items()}
    figures.put("pipeline_bare_per_s", rate["bare"])
    figures.put("pipeline_per_s", rate["plain"])
    figures.put("pipeline_faust_per_s", rate["faust"])
    figures.put("pipeline_ratio", rate["plain"] / rate["bare"])
    figures.put("pipeline_ratio_faust", rate["faust"] / rate["bare"])
    for name, found in laps.items():
        for part in found[0].cpu_us:
            used = median(lap.cpu_us[part] for lap in found)
            figures.put(f"pipeline_{name}_{part}_us", used)
    if profiles.wanted:
        await _lap(servers, PLAIN, facts, profiles)


async def _lap(servers: Servers, road: Road, facts: int, profiles: Profiles) -> Lap:
    place = await servers.fresh()
    await place.create_topics("asker", "answerer")
    async with AsyncExitStack() as stack:
        pool = await asyncpg.create_pool(place.database, min_size=1, max_size=4)
        stack.push_async_callback(pool.close)
        await pool.execute(bare.TABLES + office.TABLES)
        write = await stack.enter_async_context(_writer(road, place, pool))
        pids = _start(stack, road, place, profiles)
        await _run(write, pool, road, WARM, WARM)
        profiles.begin(pids.values())
        before = _used(servers, pids)
        began = time.perf_counter()
        await _run(write, pool, road, facts, WARM + facts)
        took = time.perf_counter() - began
        after = _used(servers, pids)
    spent = {name: (after[name] - before[name]) / facts * 1e6 for name in after}
    return Lap(facts / took, spent)


def _start(
    stack: AsyncExitStack, road: Road, place: Place, profiles: Profiles
) -> Mapping[str, int]:
    """Start relay and handler; the writer is this process."""
    pids = {}
    for name, role in zip(road.parts, ("relay", "handler"), strict=True):
        log = place.folder / f"{name}.log"
        env = {**place.env(), **profiles.env(name)}
        pids[role] = stack.enter_context(process("deploy.bench.part", name, log=log, env=env)).pid
    return pids


async def _run(write: Write, pool: Pool, road: Road, facts: int, effects: int) -> None:
    """Write, and wait until every effect is committed."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        for _ in range(facts // TOGETHER):
            await write(TOGETHER)
        while await pool.fetchval(f"SELECT count(*) FROM {road.effects}") < effects:  # noqa: S608, ASYNC110 - a name of ours; nobody tells
            await asyncio.sleep(LOOK_SECONDS)


@asynccontextmanager
async def _writer(road: Road, place: Place, pool: Pool) -> AsyncIterator[Write]:
    if road.bare:
        async with pool.acquire() as conn:
            yield partial(bare.write, conn)
        return
    hub = await open_bench_hub(place.database)
    words = await _words(hub)
    try:
        yield partial(_ask, hub, words)
    finally:
        await hub.pool.close()


async def _words(hub: Hub) -> str:
    """As many words as bring a fact to the size that is compared."""
    await _ask(hub, "", 1)
    size: int = await hub.pool.fetchval("SELECT octet_length(body) FROM hub.outbox")
    for table in ("hub.outbox", "hub.unsent", "hub.file", "asker.question"):
        await hub.pool.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    return "x" * (office.FACT_BYTES - size)


async def _ask(hub: Hub, words: str, size: int) -> None:
    cases = [uuid4() for _ in range(size)]
    acts = [Act(do=partial(office.ask, case_id=case, words=words), files=(case,)) for case in cases]
    await hub.run(acts)
    for act in acts:
        if act.error is not None:
            raise act.error


def _used(servers: Servers, pids: Mapping[str, int]) -> dict[str, float]:
    own = {role: cpu_seconds(pid) for role, pid in pids.items()}
    return {"writer": time.process_time(), **own, **servers.cpu_seconds()}


def _spent(lap: Lap) -> str:
    return "µs a fact: " + ", ".join(f"{k} {v:.0f}" for k, v in lap.cpu_us.items())
