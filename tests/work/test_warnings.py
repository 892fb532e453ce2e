"""Warnings of periods that run out, on the clock file (RULES 16)."""

import json
from datetime import datetime, timedelta

from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.sweep import Sweep
from shared.work import Hub
from shared.work.clockfile import clock_file
from tests.work import toy
from tests.work.clocking import desk, lend, note, pages, rung
from tests.work.toy import LoanExtended

__all__ = ["desk"]


async def test_a_warning_is_given_once_on_the_clock_file_with_the_labels_of_the_case(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """期限过百分之八十和最后一个工作日各预警一次 (RULES 16)."""
    case_id = await lend(desk, county="620702")
    clock.move_to(datetime(2026, 11, 29, 1, tzinfo=CITY))
    for _ in range(3):
        await Sweep(desk).once()
    [first] = await rung(db, case_id)
    assert (first["kind"], first["warning"]) == ("clock.warned.v1", "share_80")
    labels = await db.fetchval(
        "SELECT labels FROM hub.outbox WHERE case_id = $1", clock_file(case_id, "toy")
    )
    assert json.loads(labels) == {"county": "620702"}
    clock.move_to(datetime(2026, 11, 30, 1, tzinfo=CITY))
    for _ in range(3):
        await Sweep(desk).once()
    assert [one["warning"] for one in await rung(db, case_id)] == ["share_80", "last_workday"]
    assert len(await pages(db, case_id)) == 1


async def test_no_warning_is_sent_of_a_period_that_is_over(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    case_id = await lend(desk)
    clock.forward(timedelta(days=30))
    await Sweep(desk).once()
    assert await rung(db, case_id) == []
    assert [page["kind"] for page in await pages(db, case_id)][1:] == ["toy.overdue.v1"]


async def test_whoever_gets_more_time_is_warned_again_of_the_new_date(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    case_id = await lend(desk)
    clock.move_to(datetime(2026, 11, 30, 9, tzinfo=CITY))
    await Sweep(desk).once()
    await note(desk, case_id, LoanExtended, days=10)
    clock.move_to(datetime(2026, 12, 10, 9, tzinfo=CITY))
    await Sweep(desk).once()
    told = [(one["warning"], one["until"][:10]) for one in await rung(db, case_id)]
    assert sorted(told) == [
        ("last_workday", "2026-12-01"),
        ("last_workday", "2026-12-11"),
        ("share_80", "2026-12-01"),
        ("share_80", "2026-12-11"),
    ]


async def test_periods_in_hours_are_not_warned_of(desk: Hub, db: Pool, clock: StillClock) -> None:
    case_id = await lend(desk)
    await note(desk, case_id, toy.Asked, department="water")
    clock.forward(timedelta(hours=2))
    await Sweep(desk).once()
    assert await rung(db, case_id) == []
