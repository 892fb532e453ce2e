"""What a live case is rehearsed by, and what the law desk of a hub goes by."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from deploy.lawdesk.routes import setting
from deploy.rehearse.live import copy_of
from deploy.rehearse.story import named
from shared.calendars import put
from shared.clock import StillClock
from shared.contracts.reconsideration.pausing import Suspension
from shared.db import Pool
from shared.errors import Unknown
from shared.law.calendar import CALENDAR
from shared.work import Hub

NOTICE = """{
  "year": 2027, "title": "关于2027年部分节假日安排的通知", "number": "试〔2026〕1号",
  "issued": "2026-11-20",
  "holidays": [{"name": "元旦", "rest": ["2027-01-01/2027-01-03"], "work": ["2026-12-26"]}]
}"""

FILE = """
INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state)
VALUES ($1, 'intake', 'registration', '2026-01-01', $1, 1, 'registered')
"""


@pytest.fixture
async def loaded(db: Pool) -> None:
    """The notice of a year was loaded after this process began."""
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE, "admin-1")


async def here(hub: object) -> tuple[date, date]:
    """Today at the law desk of a hub, and the last day that its calendar knows."""
    asked: Any = SimpleNamespace(app=SimpleNamespace(state=SimpleNamespace(hub=hub)))
    told = await setting(asked)
    return told.today, told.calendar.known_until


@pytest.mark.usefixtures("loaded")
async def test_a_live_case_is_rehearsed_by_the_notices_that_were_loaded(hub: Hub, db: Pool) -> None:
    await db.execute(FILE, dispute_id := uuid4())
    world = await copy_of(hub, str(dispute_id))
    assert world.calendar.known_until == date(2027, 12, 31)


async def test_whose_a_period_is_stands_there_as_people_say_it(hub: Hub, db: Pool) -> None:
    """案卷里的当事人不写姓名，也不写一串代码；中止的情形、单位写名称."""
    await db.execute(FILE, dispute_id := uuid4())
    world = await copy_of(hub, str(dispute_id))
    assert named(world, str(uuid4())) == "一名当事人"
    assert named(world, str(Suspension.DEATH)) == "申请人死亡"
    assert named(world, "620702-centre") == world.directory.organ("620702-centre").name


async def test_what_is_no_dispute_is_not_rehearsed(hub: Hub) -> None:
    with pytest.raises(Unknown):
        await copy_of(hub, str(UUID(int=7)))


@pytest.mark.usefixtures("loaded")
async def test_the_law_desk_of_a_hub_goes_by_its_notices_and_its_clock(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    await db.execute("UPDATE hub.clock SET shift = interval '3 days'")
    assert await here(hub) == (clock.now().date() + timedelta(days=3), date(2027, 12, 31))


async def test_the_law_desk_answers_also_while_the_database_is_away(
    hub: Hub, clock: StillClock
) -> None:
    def away() -> object:
        raise ConnectionRefusedError

    hub.pool = SimpleNamespace(acquire=away)
    assert await here(hub) == (clock.now().date(), CALENDAR.known_until)
