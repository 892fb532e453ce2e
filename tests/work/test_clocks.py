"""Clocks on a real PostgreSQL: authority, pauses, extensions, and what the books hold of them."""

import json
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from shared.calendars import put
from shared.clock import StillClock
from shared.db import Pool
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from shared.office import Broken
from shared.sweep import Sweep
from shared.verify.walk import Walk
from shared.work import Act, Hub
from tests.work import toy
from tests.work.clocking import (
    NOTHING,
    NOTICE_2027,
    desk,
    end_of,
    lend,
    note,
    pages,
    recount,
    until,
)
from tests.work.toy import LoanExtended, LoanResumed, LoanSuspended

__all__ = ["desk"]


async def test_a_period_bears_the_authority_that_its_file_has_while_it_runs(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """期限记载案卷的县区和办理机关：在走的随案卷移送变更，逾期的仍在原机关名下 (RULES 15)."""

    async def borne(case_id: UUID) -> tuple[str, str]:
        return tuple(
            await db.fetchrow(
                "SELECT county, authority FROM hub.deadline WHERE case_id = $1", case_id
            )
        )

    async def handed(case_id: UUID, to: str) -> None:
        await desk.act(Act(lambda work: work.label(case_id, authority=to), files=(case_id,)))

    running, missed = [await lend(desk, county="620702", authority="a") for _ in range(2)]
    assert await borne(running) == ("620702", "a")
    await handed(running, "b")
    assert await borne(running) == ("620702", "b")
    clock.forward(timedelta(days=30))
    await Sweep(desk).once()
    await handed(missed, "b")
    assert await borne(missed) == ("620702", "a")
    labels = await db.fetchval("SELECT labels FROM hub.file WHERE case_id = $1", missed)
    assert json.loads(labels)["authority"] == "b"


async def test_a_period_that_stands_still_has_no_end_and_does_not_lapse(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """中止期间停止计算 (ARL 39)."""
    case_id = await lend(desk)
    clock.forward(timedelta(days=2))
    await note(desk, case_id, LoanSuspended)
    assert await until(db, case_id) is None
    clock.forward(timedelta(days=400))
    assert await Sweep(desk).once() == 0


async def test_what_was_left_runs_on_after_a_pause(desk: Hub, db: Pool, clock: StillClock) -> None:
    """恢复后继续计算剩余期间: five working days from Monday 23, stopped from 25 to 27."""
    case_id = await lend(desk)
    assert await until(db, case_id) == end_of("2026-11-30")
    clock.forward(timedelta(days=2))
    await note(desk, case_id, LoanSuspended)
    clock.forward(timedelta(days=2))
    await note(desk, case_id, LoanResumed)
    assert await until(db, case_id) == end_of("2026-12-02")
    course = json.loads(await db.fetchval("SELECT course FROM hub.deadline"))
    assert course["exclusions"] == [
        {
            "after": "2026-11-25",
            "until": "2026-11-27",
            "reason": "中止",
            "article": "RULES 3",
            "approved_by": "clerk",
        }
    ]


async def test_an_extension_is_added_to_what_runs(desk: Hub, db: Pool) -> None:
    case_id = await lend(desk)
    await note(desk, case_id, LoanExtended, days=10)
    assert await until(db, case_id) == end_of("2026-12-10")
    await note(desk, case_id, LoanExtended, days=5)
    assert await until(db, case_id) == end_of("2026-12-15")


async def test_a_period_is_paused_extended_and_ended_in_one_batch(desk: Hub, db: Pool) -> None:
    case_id = uuid4()
    kinds = [LoanSuspended, LoanResumed, toy.Returned]
    acts = [
        Act(do=partial(toy.lend, case_id=case_id), files=[case_id]),
        *(Act(do=partial(toy.note, case_id=case_id, kind=k), files=[case_id]) for k in kinds),
    ]
    await desk.run(acts)
    assert [act.error for act in acts] == [None] * 4
    assert await db.fetchval("SELECT ended FROM hub.deadline") == "met"


async def test_a_pause_is_not_recorded_before_a_lapse_on_file(desk: Hub, clock: StillClock) -> None:
    case_id = await lend(desk)
    clock.forward(timedelta(days=30))
    with pytest.raises(Refused, match="届满"):
        await note(desk, case_id, LoanSuspended, on=date(2026, 11, 26))


async def test_the_books_hold_whatever_paused_extended_warned_or_moved(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    paused, extended, left = [await lend(desk) for _ in range(3)]
    clock.forward(timedelta(days=2))
    await note(desk, paused, LoanSuspended)
    await note(desk, extended, LoanExtended, days=40)
    clock.forward(timedelta(days=9))
    while await Sweep(desk).once():
        pass
    async with db.acquire() as conn:
        await put(conn, CALENDAR, NOTICE_2027, "admin-1")
    await recount(desk)
    walk = Walk(desk.shelves, desk.calendar)
    async with db.acquire() as conn:
        found = [await walk.states(conn), await walk.deadlines(conn), await walk.dates(conn)]
    assert found == [NOTHING] * 3
    assert len(await pages(db, left)) == 2


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE hub.deadline SET until = until + interval '1 day', provisional = true",
        "UPDATE hub.deadline SET next_at = NULL",
    ],
)
async def test_a_date_that_is_not_what_its_intervals_give_is_found(
    desk: Hub, db: Pool, harm: str
) -> None:
    case_id = await lend(desk)
    await db.execute(harm)
    walk = Walk(desk.shelves, desk.calendar)
    async with db.acquire() as conn:
        assert await walk.dates(conn) == Broken(1, (str(case_id),))
