"""Files elevated in July 2026 whose rows an older release kept, after an upgrade (ARR2026 40)."""

from datetime import datetime, time
from typing import Final

import pytest
from asyncpg import Record

from deploy.migrations.run import migrate
from shared.clock import StillClock
from shared.contracts.reconsideration import DecisionOverdue
from shared.law.period import CITY
from shared.office import Broken
from shared.sweep import Sweep
from tests.reconsideration.higher import ABOVE, done, running
from tests.reconsideration.makers import day
from tests.reconsideration.test_elevated_before import (
    ASKED,
    ORDERED,
    accepted,
    kinds,
    walked,
)
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

BEFORE: Final = "2026_11_30_0882"
"""The step before what ends, and what stops, the days of June is brought to the pages."""

ROWS = "SELECT * FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
AS_IT_WAS = """
UPDATE hub.deadline SET until = $5, provisional = $6, course = $7, next_at = $8, warned = $9,
  ended = NULL, ended_by = NULL
WHERE case_id = $1 AND name = $2 AND subject = $3 AND opened = $4
"""
KEY = ("case_id", "name", "subject", "opened")
DATES = ("until", "provisional", "course", "next_at", "warned")
DECIDING = """
SELECT started_on, ended, course::text = '{}' AS plain, next_at, warned FROM hub.deadline
WHERE case_id = $1 AND name = 'decide' ORDER BY opened
"""
NOBODY = (Broken(0, ()), Broken(0, ()))


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-06-01"), time(9), CITY))


async def rows(door: Door, case: str) -> list[Record]:
    found: list[Record] = await door.hub.pool.fetch(ROWS, case.rpartition("/")[2])
    return found


async def kept_as(door: Door, before: list[Record]) -> None:
    """The days that elevation stops, as the older release had them: it had let them run."""
    for row in (one for one in before if one["name"] in {"decide", "send_copy"}):
        said = [row[column] for column in (*KEY, *DATES)]
        await door.hub.pool.execute(AS_IT_WAS, *said)


async def upgraded(door: Door, url: str) -> None:
    await door.hub.pool.execute("UPDATE hub.alembic_version SET version_num = $1", BEFORE)
    assert await migrate(url)


async def test_days_of_asking_in_july_are_left_out_after_the_upgrade(
    door: Door, database: str
) -> None:
    """升级前6月受理、7月报请的，报请期间升级后同样不计入 (ARR2026 40, 77)."""
    case = await accepted(door)
    before = await rows(door, case)
    door.on("2026-07-10")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    door.on("2026-07-17")
    await done(door, f"{case}/elevation-denial", ABOVE, reason="不予提级审理。")
    await kept_as(door, before)
    assert (await running(door, case))["decide"] == day("2026-07-31")
    assert (await walked(door))[0].count == 1
    await upgraded(door, database)
    assert (await running(door, case))["decide"] == day("2026-08-07")
    assert await walked(door) == NOBODY


async def test_what_is_on_its_way_in_july_stands_still_after_the_upgrade(
    door: Door, database: str
) -> None:
    """升级前6月受理、7月决定提级、材料未收到的，作出决定和发送副本的期限停止计算 (ARR2026 40)."""
    door.on("2026-06-30")
    days = {"received_on": "2026-06-30", "learnt_on": "2026-06-20"}
    taken = await done(door, "/reconsiderations", PARTY, **{**APPLICATION, **days})
    case = f"/reconsiderations/{taken['case_id']}"
    await done(door, f"{case}/acceptance", OFFICER)
    before = await rows(door, case)
    door.on("2026-07-02")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    await kept_as(door, before)
    found = await running(door, case)
    assert (found["decide"], found["send_copy"]) == (day("2026-08-31"), day("2026-07-09"))
    await upgraded(door, database)
    found = await running(door, case)
    assert (found["decide"], found["send_copy"]) == (None, None)
    assert await walked(door) == NOBODY


@pytest.mark.parametrize("lapsed", [False, True])
async def test_new_days_of_a_case_that_was_suspended_in_june_stand_still_after_the_upgrade(
    door: Door, database: str, *, lapsed: bool
) -> None:
    """6月中止、7月收到材料的，重新计算的期限仍停止；误记届满的同样停止 (ARL 39, 62; ARR2026 40)."""
    case = await accepted(door)
    door.on("2026-06-20")
    await done(door, f"{case}/suspension", OFFICER, cause="death", text="申请人死亡，中止审理")
    old = await rows(door, case)
    door.on("2026-06-29")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    door.on("2026-07-03")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    anew = datetime(2026, 9, 2, tzinfo=CITY)
    [new] = [row for row in await rows(door, case) if row["name"] == "decide"]
    await kept_as(door, old)
    unheld = (anew, False, "{}", anew, "")
    await door.hub.pool.execute(AS_IT_WAS, *(new[column] for column in KEY), *unheld)
    if lapsed:
        door.on("2026-09-02")
        await Sweep(door.hub).once()
        assert DecisionOverdue.kind_name() in await kinds(door, case)
    await upgraded(door, database)
    found = await door.hub.pool.fetch(DECIDING, case.rpartition("/")[2])
    assert [tuple(row) for row in found][1:] == [(day("2026-07-03"), None, False, None, "")]
    assert (found[0]["started_on"], found[0]["ended"]) == (day("2026-06-01"), "met")
    assert await walked(door) == NOBODY
    door.on("2026-09-02")
    await Sweep(door.hub).once()
    assert (await kinds(door, case)).count(DecisionOverdue.kind_name()) == int(lapsed)
