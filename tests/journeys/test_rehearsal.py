"""A rehearsal is the hub itself: the same acts leave the same pages as on the real parts."""

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from deploy.rehearse.live import copy_of
from deploy.rehearse.play import run, stage
from deploy.rehearse.script import Script, read_file
from deploy.rehearse.world import World
from shared.clock import StillClock
from shared.db import Pool
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from tests.journeys.city import City, open_city

SCENARIO = Path(__file__).parents[2] / "docs" / "scenarios" / "mediated.yaml"

DAYS = 40


async def rehearsed(script: Script, city: City) -> dict[UUID, list[tuple[str, str, str]]]:
    """Do each act here and there; the pages that the rehearsal made, by file."""
    world = World(script.acts[0].moment, CALENDAR, load())
    async with stage(world) as scene:
        for act in script.acts:
            while act.moment - city.clock.now() > timedelta(days=1):
                await city.let_pass(timedelta(days=1))  # a warning is dated the day it is given
            await city.let_pass(act.moment - city.clock.now())
            player = script.player(act)
            path, body = scene.request(act)
            await city.post(player.role, player.organ, path, body, **scene.key())
            assert await scene.perform(act, player) == ""
            await city.settle()
    pages = defaultdict(list)
    for page in world.pages:
        head = page.fact.head
        pages[head.case_id].append((page.fact.kind, head.on.isoformat(), str(page.fact.head.at)))
    return dict(pages)


async def test_a_rehearsal_makes_the_very_pages_that_the_hub_makes(db: Pool, kafka: str) -> None:
    script = read_file(SCENARIO)
    clock = StillClock(datetime.combine(script.acts[0].on, datetime.min.time(), CITY))
    async with open_city(db, kafka, clock) as city:
        pages = await rehearsed(script, city)
        for case_id, told in pages.items():
            there = [(kind, on.isoformat()) for kind, on, _ in await city.pages(case_id)]
            assert there == [(kind, on) for kind, on, _ in told]
        files = await city.hub.pool.fetchval("SELECT count(*) FROM hub.file")
        assert files == len(pages)


async def test_what_happens_to_a_live_case_if_nobody_acts_is_seen_and_changes_nothing(
    db: Pool, kafka: str
) -> None:
    script = read_file(SCENARIO)
    register = script.acts[0]
    clock = StillClock(register.moment)
    async with open_city(db, kafka, clock) as city:
        async with stage(World(register.moment, CALENDAR, load())) as scene:
            path, body = scene.request(register)
            player = script.player(register)
            taken = await city.post(player.role, player.organ, path, body, **scene.key())
        await city.settle()
        before = await city.hub.pool.fetch("SELECT case_id, version FROM hub.file ORDER BY 1")
        world = await copy_of(city.hub, taken["number"])
        until = clock.now() + timedelta(days=DAYS)
        async with stage(world) as scene:
            story = await run(scene, Script(title="无人办理"), (), until)
        after = await city.hub.pool.fetch("SELECT case_id, version FROM hub.file ORDER BY 1")
        assert after == before
        foreseen = [(line.kind, line.on) for line in story.lines]
        assert len([kind for kind, _ in foreseen if "lapsed" in kind]) >= 4
        for _ in range(DAYS):  # what follows from a lapse is dated the day it is heard
            await city.let_pass(timedelta(days=1))
        rows = await city.hub.pool.fetch(
            "SELECT kind, legal_on FROM hub.outbox WHERE at > $1", register.moment
        )
        assert sorted((row["kind"], row["legal_on"]) for row in rows) == sorted(foreseen)
