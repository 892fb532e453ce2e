"""Measure 5: from a commit until the line, and the board that counts it, are with all watchers."""

import asyncio
import json
import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import asyncpg

from deploy.bench.figures import Figures, percentile
from deploy.bench.http import Client
from deploy.bench.processes import process
from deploy.bench.profiles import Profiles
from deploy.bench.running import CITY, WINDOW, Running, running, settings_of
from deploy.bench.servers import Servers
from deploy.bench.whistle import trouble
from deploy.compose import make_hub
from services.intake.domain import registration
from services.intake.store import DISPUTES
from shared.auth import Role
from shared.clock import WallClock
from shared.contracts.intake import Channel
from shared.outbox import Waker
from shared.work import Act, Hub, Work

READERS: Final = 2_000
EVERY_SECONDS: Final = 0.1
JOIN_SECONDS: Final = 120.0
LAST_SECONDS: Final = 3.0

POSITIONS: Final = """
SELECT o.version, p.position FROM hub.outbox o JOIN hub.position p USING (seq)
WHERE o.case_id = $1
"""


async def measure(servers: Servers, figures: Figures, _: Profiles, *, quick: bool) -> None:
    """Ten facts a second that nobody acts upon, watched by all."""
    readers, facts = (500, 50) if quick else (READERS, 200)
    place = await servers.fresh()
    kept = place.folder / "watched.json"
    async with running(place) as hub:
        await hub.settled()
        case_id = await _dispute(hub)
        env = {"BENCH_TOKEN": hub.token(Role.SUPERVISOR, f"{CITY}-centre")}
        said = (str(hub.port), str(readers), str(kept))
        log = place.folder / "watchers.log"
        with process("deploy.bench.watchers", *said, log=log, env=env):
            await _joined(kept.with_suffix(".ready"))
            committed = await _speak(hub, case_id, facts)
            await asyncio.sleep(LAST_SECONDS)
        at = {row["position"]: row["version"] for row in await hub.pool.fetch(POSITIONS, case_id)}
    told = json.loads(kept.read_text())
    came = {int(position): times for position, times in told["came"].items()}
    waits = [
        when - committed[version]
        for position, version in at.items()
        for when in came.get(position, ())
        if version in committed
    ]
    figures.put("watch_p50_ms", percentile(waits, 0.5) * 1000)
    figures.put("watch_p99_ms", percentile(waits, 0.99) * 1000)
    boards = _until_counted(
        told["boards"], {p: committed[v] for p, v in at.items() if v in committed}
    )
    figures.put("watch_board_p50_ms", percentile(boards, 0.5) * 1000)
    figures.put("watch_board_p99_ms", percentile(boards, 0.99) * 1000)
    figures.put("watch_lines", len(waits))
    figures.put("watch_lines_lost", readers * facts - len(waits))
    figures.say(
        f"watch: {len(waits):,} of {readers * facts:,} lines,"
        f" p50 {percentile(waits, 0.5) * 1000:.0f} ms, p99 {percentile(waits, 0.99) * 1000:.0f} ms;"
        f" board p50 {percentile(boards, 0.5) * 1000:.0f} ms,"
        f" p99 {percentile(boards, 0.99) * 1000:.0f} ms"
    )


def _until_counted(
    boards: Sequence[Sequence[tuple[int, float]]], committed: Mapping[int, float]
) -> list[float]:
    """Of each position, how long until each reader had a board that has come to it."""
    waits = []
    for one in boards:
        positions = [position for position, _ in one]
        for position, when in committed.items():
            if (place := bisect_left(positions, position)) < len(one):
                waits.append(one[place][1] - when)
    return waits


async def _joined(ready: Path) -> None:
    async with asyncio.timeout(JOIN_SECONDS):
        while not ready.exists():  # noqa: ASYNC110, ASYNC240 - another process makes it
            await asyncio.sleep(0.1)


async def _dispute(hub: Running) -> UUID:
    client = await Client.connect(hub.port)
    taken = await client.post(
        "/disputes", hub.token(Role.WINDOW, WINDOW), trouble(), key=uuid4().hex
    )
    client.close()
    return UUID(taken["case_id"])


async def _speak(hub: Running, case_id: UUID, facts: int) -> dict[int, float]:
    """Record facts at an even pace; when each page was committed."""
    secret = settings_of(hub.place, hub.port).key()
    committed: dict[int, float] = {}
    async with asyncpg.create_pool(hub.place.database, min_size=1, max_size=2) as pool:
        waker = Waker(pool)
        waking = asyncio.create_task(waker.run())
        own = make_hub(pool, clock=WallClock(), secret=secret, poke=waker.poke)
        began = time.monotonic()
        for number in range(facts):
            version = await _repeat(own, case_id)
            committed[version] = time.monotonic()
            await asyncio.sleep(max(0.0, began + (number + 1) * EVERY_SECONDS - time.monotonic()))
        waking.cancel()
    return committed


async def _repeat(hub: Hub, case_id: UUID) -> int:
    act = Act(do=partial(_again, case_id=case_id), files=(case_id,))
    await hub.run([act])
    if act.error is not None:
        raise act.error
    version: int = act.result
    return version


def _again(work: Work, case_id: UUID) -> int:
    """重复件: nobody does anything on hearing it."""
    dispute = work.take(DISPUTES, case_id)
    fact = registration.repeat(
        dispute,
        work.head(dispute, by="bench"),
        window=WINDOW,
        channel=Channel.WINDOW,
        text_id=work.document(case_id, dispute.dispute_id, registration.TEXT, "再次来件"),
    )
    return work.record(dispute, fact).version
