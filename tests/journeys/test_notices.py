"""A notice goes out of a whole hub on a real broker, and the office that sends it is killed."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from services.routing.store import whistle_of
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from tests.journeys.city import City, open_city
from tests.journeys.test_walks import register
from tests.journeys.whole import until
from tests.notification.outside import gateway

ROOT = Path(__file__).parents[2]

OFFICE = """
import asyncio, sys
from datetime import datetime
import asyncpg
from deploy.compose import make_hub, office
from shared.clock import StillClock
from shared.feed.cuts import Cuts
from shared.feed.plain import PlainFeed
from shared.mailroom import Mailroom

async def main(database, kafka, prefix, now):
    pool = await asyncpg.create_pool(database, min_size=1, max_size=6)
    hub = make_hub(pool, clock=StillClock(datetime.fromisoformat(now)), secret=b"x" * 40)
    one, consumer = office("notification"), f"{prefix}.notification.office"
    heard = [f"{prefix}.{name}" for name in sorted(one.hears)]
    feed = PlainFeed(Mailroom(hub, one, consumer), kafka, heard, Cuts(pool, consumer, heard))
    await asyncio.gather(feed.run(), *(task(hub) for task in one.tasks))

sys.stdin.readline()  # all is loaded; begin when told
asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
async def city(db: Pool, kafka: str, clock: StillClock) -> AsyncIterator[City]:
    async with open_city(db, kafka, clock, elsewhere=["notification"]) as city:
        yield city


@asynccontextmanager
async def at_hand(city: City, database: str, kafka: str, **told: str) -> AsyncIterator[Process]:
    """The office 通知 in a process of its own: told to begin, it hears and sends out."""
    office = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", OFFICE, database, kafka, city.prefix),
        city.clock.now().isoformat(),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | {f"HUB_{k}": v for k, v in told.items()},
    )
    try:
        yield office
    finally:
        if office.returncode is None:
            office.kill()
            await office.wait()


@pytest.mark.timeout(300)
async def test_a_whistle_is_told_outside_once_though_the_office_is_killed_in_the_gap(
    city: City, database: str, kafka: str, tmp_path: Path
) -> None:
    """吹哨后主办部门的通知发到网关一次；发出后、记录前被杀，重启后同一编号，网关只送达一次."""
    book = tmp_path / "addresses.toml"
    async with gateway() as (url, posts):
        told = {"GATEWAY": url, "GATEWAY_SECRET": "s" * 40, "ADDRESSES": str(book)}
        async with (
            at_hand(city, database, kafka, **told) as first,
            at_hand(city, database, kafka, **told) as second,
        ):
            whistle = whistle_of(await register(city, "notice-0001"))
            lead = next(who for name, who in await city.running(whistle) if name == "finish")
            book.write_text(f'[organ."{lead}"]\ngateway = "the-lead"\n')
            posts.waits.clear()
            begin(first)
            async with asyncio.timeout(180):
                await posts.came.wait()
            first.kill()
            assert await first.wait() == -signal.SIGKILL
            assert await standing(city) == [("claimed", 1)]
            posts.waits.set()
            begin(second)
            await until(lambda: sent(city), lambda: f"{second.returncode}")
    keys = [headers["idempotency-key"] for headers, _ in posts.taken]
    assert (len(keys), len(set(keys))) == (2, 1)
    assert posts.delivered == set(keys)
    assert json.loads(posts.taken[0][1])["to"] == "the-lead"
    assert await standing(city) == [("sent", 2)]
    seen = await city.ask(Role.DEPARTMENT, lead, "GET", "/notices?kind=routing.called.v1")
    assert [one["case_id"] for one in seen.json()["items"]] == [str(whistle)]


def begin(office: Process) -> None:
    assert office.stdin
    office.stdin.write(b"begin\n")


async def standing(city: City) -> list[tuple[str, int]]:
    rows = await city.hub.pool.fetch("SELECT state, attempts FROM notification.sending")
    return [(row["state"], row["attempts"]) for row in rows]


async def sent(city: City) -> bool:
    return [state for state, _ in await standing(city)] == ["sent"]
