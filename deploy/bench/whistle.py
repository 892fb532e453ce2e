"""Measure 2: from the answer to a registration until the whistle is on file, the hub being idle."""

import asyncio
import time
from typing import Final
from uuid import UUID, uuid4

from deploy.bench.figures import Figures, percentile
from deploy.bench.http import Client
from deploy.bench.life import citizen
from deploy.bench.profiles import Profiles
from deploy.bench.running import WINDOW, Running, running
from deploy.bench.servers import Servers
from services.routing.store import whistle_of
from shared.auth import Role

EVERY_SECONDS: Final = 0.1
LOOK_SECONDS: Final = 0.001
IDLE_SECONDS: Final = 20.0
PATIENCE_SECONDS: Final = 30.0
WARM: Final = 20

SEEN: Final = "SELECT EXISTS (SELECT FROM hub.outbox WHERE case_id = $1 AND version = 1)"


async def measure(servers: Servers, figures: Figures, _profiles: Profiles, *, quick: bool) -> None:
    """Register a dispute every tenth of a second, and wait for each one's whistle."""
    disputes = 50 if quick else 200
    place = await servers.fresh()
    async with running(place) as hub:
        await hub.settled()
        client = await Client.connect(hub.port)
        for _ in range(WARM):
            await _one(hub, client)
        client.close()  # the hub ends a connection that is idle for as long as this
        await _idle(hub, servers, figures, IDLE_SECONDS / 5 if quick else IDLE_SECONDS)
        client = await Client.connect(hub.port)
        waits = []
        for _ in range(disputes):
            began = time.perf_counter()
            waits.append(await _one(hub, client))
            await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.perf_counter() - began)))
        client.close()
    figures.put("whistle_p50_ms", percentile(waits, 0.5) * 1000)
    figures.put("whistle_p99_ms", percentile(waits, 0.99) * 1000)
    figures.put("whistle_max_ms", max(waits) * 1000)
    figures.say(f"whistle: p50 {percentile(waits, 0.5) * 1000:.1f} ms, max {max(waits) * 1e3:.1f}")


async def _idle(hub: Running, servers: Servers, figures: Figures, seconds: float) -> None:
    """What every process costs while nothing happens, in hundredths of a core."""
    before = {**servers.cpu_seconds(), **hub.cpu_seconds()}
    await asyncio.sleep(seconds)
    after = {**servers.cpu_seconds(), **hub.cpu_seconds()}
    for name, used in before.items():
        figures.put(f"idle_{name}_percent", (after[name] - used) / seconds * 100)


async def _one(hub: Running, client: Client) -> float:
    taken = await client.post(
        "/disputes", hub.token(Role.WINDOW, WINDOW), trouble(), key=uuid4().hex
    )
    answered = time.perf_counter()
    whistle = whistle_of(UUID(taken["case_id"]))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await hub.pool.fetchval(SEEN, whistle):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(LOOK_SECONDS)
    return time.perf_counter() - answered


def trouble() -> dict[str, object]:
    """A civil trouble 民间纠纷 for which departments are called; no two are alike."""
    mark = uuid4().hex
    return {
        "channel": "window",
        "matter": "wuye",
        "place": "甘州区东街街道",
        "subject": f"小区电梯停运两周 {mark[:8]}",
        "content": "三号楼电梯停运两周，物业公司一直未修，老人出行不便。" * 4,
        "demand": "请求尽快修复电梯，并公开维修资金使用情况。",
        "parties": [
            {"side": "applicant", "name": f"甲{mark[:6]}", "id_number": citizen(mark)},
            {"side": "opponent", "kind": "legal", "name": f"某物业公司{mark[6:12]}"},
        ],
    }
