"""A whistle through the whole hub on a real broker: up the ladder, objected to, called back."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from services.routing.store import ladder_of, routing_of, whistle_of
from services.supervision.store import alert_of
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from tests.journeys.city import City, open_city
from tests.journeys.test_walks import last, register

WINDOW = (Role.WINDOW, "620702-window-1")
GRID = (Role.GRID, "620702001-centre")
NOTE = {"note": "上门三次，双方各执一词。"}
WHY = {"basis": "职责清单", "reason": "不属本局职责"}


@pytest.fixture
async def city(db: Pool, kafka: str, clock: StillClock) -> AsyncIterator[City]:
    async with open_city(db, kafka, clock) as city:
        yield city


async def test_what_the_grid_could_not_solve_is_solved_by_departments_and_called_back(
    city: City,
) -> None:
    """网格、村、乡镇吹哨、权属裁定、逾期升级、回访、重新办理、化解 (RULES 26, 27, 30, 36 to 39)."""
    dispute = await register(city, "whistle-0001", matter="wuye", channel="grid")
    ladder, whistle = ladder_of(dispute), whistle_of(dispute)
    assert await city.running(ladder) == {("level", ""): date(2026, 11, 24)}
    for _ in range(2):
        await city.post(*GRID, f"/ladders/{ladder}/escalation", NOTE)
    await city.settle()
    called = sorted(who for name, who in await city.running(whistle) if name == "check_in")
    blown = await last(city, whistle, "routing.whistle_blown.v1")
    assert (blown["level"], blown["rules"]) == ("township", "2026-01-01")

    lead = next(who for name, who in await city.running(whistle) if name == "finish")
    rest = [who for who in called if who != lead]
    said = {**WHY, "competent": "620702-zhujian" if lead != "620702-zhujian" else rest[0]}
    await city.post(Role.DEPARTMENT, lead, f"/whistles/{whistle}/competence-dispute", said)
    ruling = {"department": lead, "upheld": True, **WHY}
    await city.post(*WINDOW, f"/whistles/{whistle}/ruling", ruling)

    await city.post(Role.DEPARTMENT, lead, f"/whistles/{whistle}/check-in")
    await city.until(date(2026, 11, 25))  # the others let their check-in lapse
    lapses = await city.hub.pool.fetchval(
        "SELECT count(*) FROM hub.outbox WHERE case_id = $1 AND kind = $2",
        whistle,
        "routing.check_in_lapsed.v1",
    )
    assert lapses == len(rest)
    await city.until(date(2026, 11, 26))
    raised = await last(city, alert_of(whistle), "supervision.alert_raised.v1")
    assert raised["level"] in {"head", "leader"}
    ladder_reached = await last(city, ladder, "routing.level_reached.v1")
    assert ladder_reached["level"] == "leadership"

    answer = {"finding": "solved", "opinion": "已修复。"}
    for department in rest:
        await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/check-in")
        await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/answer", answer)
    bad = {"reached": True, "solved": False, "satisfied": False}
    good = {"reached": True, "solved": True, "satisfied": True}
    for said_back in (bad, good):
        if said_back is good:  # the centre named nobody, so all are called again
            again = {who for name, who in await city.running(whistle) if name == "check_in"}
            assert again == {lead, *rest}
            await city.post(Role.DEPARTMENT, lead, f"/whistles/{whistle}/check-in")
            for department in rest:
                await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/check-in")
                await city.post(Role.DEPARTMENT, department, f"/whistles/{whistle}/answer", answer)
        await city.post(Role.DEPARTMENT, lead, f"/whistles/{whistle}/answer", answer)
        done = {"evidence": "验收单"}
        await city.post(Role.DEPARTMENT, lead, f"/whistles/{whistle}/finish", done)
        await city.settle()
        await city.post(*WINDOW, f"/whistles/{whistle}/callback", said_back)
        await city.settle()
    solved = await last(city, ladder, "routing.level_solved.v1")
    assert solved["level"] == "leadership"
    assert await city.running(whistle) == {}
    assert await city.running(ladder) == {}
    assert await city.kinds(routing_of(dispute))
