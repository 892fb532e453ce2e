"""Measure: the flood of a first morning, ten thousand disputes routed and one department's list.

Disputes that stand registered are handed to routing by a mailroom in batches, as after an import;
then one department, which leads every whistle, asks what it owes.
"""

import time
from collections.abc import Sequence
from functools import partial
from statistics import median
from typing import Final
from uuid import uuid4

import asyncpg

from deploy.bench.figures import Figures
from deploy.bench.filling import put_behind
from deploy.bench.http import Client
from deploy.bench.profiles import Profiles
from deploy.bench.running import WINDOW, Running, running, settings_of
from deploy.bench.servers import Place, Servers
from deploy.bench.whistle import trouble
from deploy.bench.whistles import LEAD
from deploy.compose import make_hub, office
from services.intake.commands import register
from services.intake.schemas import DisputeIn
from shared.auth import Role
from shared.clock import WallClock
from shared.db import Pool
from shared.labels import labels_in
from shared.mailroom import Mailroom
from shared.parked import Letter
from shared.people import keyed_hash
from shared.work import Act, Claim, Hub

TOGETHER: Final = 500
"""As many as a plain consumer hands over at once."""

ASKED: Final = 20

REGISTERED: Final = """
SELECT kind, case_id, version, body::text AS body, labels FROM hub.outbox
WHERE kind = 'intake.registered.v1' ORDER BY seq
"""

BLOWN: Final = "SELECT count(*) FROM routing.whistle WHERE state = 'blown'"


async def measure(servers: Servers, figures: Figures, _: Profiles, *, quick: bool) -> None:
    """Register them all, hand them to routing, then ask for the list as a department does."""
    disputes = 1_000 if quick else 10_000
    place = await servers.fresh()
    async with asyncpg.create_pool(place.database, min_size=1, max_size=4) as pool:
        hub = make_hub(pool, clock=WallClock(), secret=settings_of(place, 1).key())
        await _register(hub, place, disputes)
        before = servers.cpu_seconds(), time.process_time()
        took = await _route(hub, pool, place)
        spent, own = servers.cpu_seconds(), time.process_time() - before[1]
        if await pool.fetchval(BLOWN) != disputes:
            raise AssertionError("not every dispute was whistled for")
        await put_behind(pool, place)
    figures.put("flood_whistles_per_s", disputes / took)
    figures.put("flood_worker_us", own / disputes * 1e6)
    figures.put("flood_postgres_us", (spent["postgres"] - before[0]["postgres"]) / disputes * 1e6)
    async with running(place) as answering:
        waits = await _ask(answering, disputes)
    figures.put("flood_list_ms", median(waits) * 1000)
    figures.say(
        f"flood: {disputes / took:,.0f} whistles/s; the list of {disputes:,} in "
        f"{median(waits) * 1000:,.1f} ms, at most {max(waits) * 1000:,.1f}"
    )


async def _register(hub: Hub, place: Place, disputes: int) -> None:
    secret = settings_of(place, 1).key()
    for _ in range(disputes // TOGETHER):
        acts = [_act(hub, secret) for _ in range(TOGETHER)]
        await hub.run(acts)
        for act in acts:
            if act.error is not None:
                raise act.error


def _act(hub: Hub, secret: bytes) -> Act:
    entry = DisputeIn.model_validate(trouble()).entry(
        window=WINDOW,
        key=uuid4().hex,
        by="window-1",
        directory=hub.directory,
        hasher=lambda value: keyed_hash(secret, value) if value else None,
    )
    return Act(
        do=partial(register, entry=entry, keys=(), mark=entry.digest),
        files=(entry.key,),
        claims=(Claim(entry.key, entry.key, entry.digest),),
        numbers=1,
        name="intake.register",
    )


async def _route(hub: Hub, pool: Pool, place: Place) -> float:
    """Seconds in which routing has heard of all of them."""
    letters = [
        Letter(
            topic=f"{place.prefix}.intake",
            part=0,
            offset=number,
            body=row["body"].encode(),
            kind=row["kind"],
            case_id=row["case_id"],
            version=row["version"],
            labels=labels_in(row["labels"]),
        )
        for number, row in enumerate(await pool.fetch(REGISTERED))
    ]
    room = Mailroom(hub, office("routing"), f"{place.prefix}.routing.office")
    began = time.perf_counter()
    for first in range(0, len(letters), TOGETHER):
        await room.take_in(letters[first : first + TOGETHER])
    return time.perf_counter() - began


async def _ask(hub: Running, disputes: int) -> Sequence[float]:
    """How long each of several requests for the list took."""
    await hub.settled()
    client = await Client.connect(hub.port)
    token = hub.token(Role.DEPARTMENT, LEAD)
    waits = []
    for _ in range(ASKED):
        began = time.perf_counter()
        found = await client.get("/whistles", token)
        waits.append(time.perf_counter() - began)
        if found["counts"]["owed"] != disputes:
            raise AssertionError(f"the list has {found['counts']}")
    client.close()
    return waits
