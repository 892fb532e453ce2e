"""A yearly notice of holidays moves the dates that it touches (RULES 17; CPL 85)."""

import asyncio
from datetime import date, datetime

import pytest

from shared.calendars import loaded, put
from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.errors import Malformed
from shared.law.calendar import CALENDAR
from shared.recount import Recount, keep_calendar
from shared.work import Hub
from tests.work.clocking import NOTICE_2027, desk, end_of, lend, make_desk, recount, rung, until

__all__ = ["desk"]


async def test_a_notice_moves_what_it_touches_and_says_why(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """新年度放假安排公布后重新计算 (RULES 17; CPL 85)."""
    near = await lend(desk)
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    far = await lend(desk)
    assert await until(db, far) == end_of("2027-01-07")
    assert await db.fetchval("SELECT provisional FROM hub.deadline WHERE case_id = $1", far)
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    assert await recount(desk) == 1
    assert await until(db, far) == end_of("2027-01-08")
    assert not await db.fetchval("SELECT provisional FROM hub.deadline WHERE case_id = $1", far)
    [moved] = [one for one in await rung(db, far) if one["kind"] == "clock.moved.v1"]
    assert (moved["notice_year"], moved["notice_number"]) == (2027, "国办发明电〔2026〕9号")
    assert (moved["until_before"][:10], moved["until"][:10]) == ("2027-01-08", "2027-01-09")
    assert [one for one in await rung(db, near) if one["kind"] == "clock.moved.v1"] == []


async def test_a_date_that_stands_is_told_as_confirmed_and_not_as_moved(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """届满之日不变的，告知由暂定转为确定，不告知为变动 (RULES 17)."""
    clock.move_to(datetime(2027, 1, 11, 9, tzinfo=CITY))
    loan = await lend(desk)
    before = await until(db, loan)
    assert await db.fetchval("SELECT provisional FROM hub.deadline WHERE case_id = $1", loan)
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    [done] = [step for step in [await Recount(desk).once()] if step.files]
    assert (done.moved, done.confirmed) == (0, 1)
    assert await until(db, loan) == before
    assert not await db.fetchval("SELECT provisional FROM hub.deadline WHERE case_id = $1", loan)
    [told] = [one for one in await rung(db, loan) if one["kind"] != "clock.warned.v1"]
    assert told["kind"] == "clock.confirmed.v1"
    assert (told["notice_number"], "until_before" in told) == ("国办发明电〔2026〕9号", False)
    assert datetime.fromisoformat(told["until"]) == before


async def test_a_notice_is_reckoned_once_also_after_a_kill(
    desk: Hub, db: Pool, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    for _ in range(5):
        await lend(desk)
    async with db.acquire() as conn:
        assert (await put(conn, CALENDAR, NOTICE_2027, "admin-1"))[1]
        assert not (await put(conn, CALENDAR, NOTICE_2027, "admin-2"))[1]
    monkeypatch.setattr("shared.recount.BATCH", 2)
    assert (await Recount(desk).once()).moved == 2  # and is killed
    await db.execute("UPDATE hub.notice SET reached = NULL")  # even before it noted how far
    assert await recount(make_desk(db, clock)) == 3
    assert await recount(desk) == 0
    count = await db.fetchval("SELECT count(*) FROM hub.outbox WHERE kind = 'clock.moved.v1'")
    assert count == 5


async def test_every_process_goes_by_the_notice_from_its_next_act_on(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    case_id = await lend(desk)
    assert await until(db, case_id) == end_of("2027-01-08")
    assert desk.calendar.known_until == date(2027, 12, 31)


async def test_a_process_that_runs_no_acts_takes_a_notice_up_too(
    desk: Hub, db: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.recount.LOOK_EVERY_SECONDS", 0.01)
    keeping = asyncio.create_task(keep_calendar(desk))
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    async with asyncio.timeout(10):
        while desk.calendar is CALENDAR:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)
    keeping.cancel()
    assert desk.calendar.known_until == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "JSON"),
        (NOTICE_2027.replace("2027", "2028").replace('"2028-01-30"', ""), "不能跳过2027年"),
        (NOTICE_2027.replace("2027-01-30", "2027-01-28"), "不能是调休上班日"),
    ],
)
async def test_a_notice_that_is_wrong_is_refused_in_chinese(db: Pool, text: str, says: str) -> None:
    async with db.acquire() as conn:
        with pytest.raises(Malformed, match=says):
            await put(conn, CALENDAR, text, "admin-1")
        assert await loaded(conn, CALENDAR) == (0, CALENDAR)
