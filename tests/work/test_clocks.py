"""Clocks on a real PostgreSQL: pauses, extensions, warnings, lapses, sweeps, notices."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.calendars import loaded, put
from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.deadlines import SHARDS
from shared.directory import load
from shared.errors import Malformed
from shared.law.calendar import CALENDAR
from shared.law.procedure import AsStated, Refused
from shared.office import Broken
from shared.recount import Recount, keep_calendar
from shared.sweep import FREE, HELD, Sweep
from shared.verify.walk import Walk
from shared.work import Act, Hub
from shared.work.clockfile import clock_file
from tests.work import toy
from tests.work.toy import LoanExtended, LoanResumed, LoanSuspended

NOTICE_2027 = json.dumps(
    {
        "year": 2027,
        "title": "关于2027年部分节假日安排的通知",
        "number": "国办发明电〔2026〕9号",
        "issued": "2026-11-20",
        "holidays": [
            {"name": "元旦", "rest": ["2027-01-01/2027-01-04"], "work": []},
            {"name": "春节", "rest": ["2027-02-05/2027-02-12"], "work": ["2027-01-30"]},
        ],
    },
    ensure_ascii=False,
)
"""A made-up notice."""

NOTHING = Broken(0, ())


def make_desk(db: Pool, clock: StillClock, shelf: Any = toy.LOANS) -> Hub:  # noqa: ANN401 - any shelf
    return Hub(
        db,
        clock=clock,
        calendar=CALENDAR,
        directory=load(),
        shelves=[shelf],
        partitions=8,
        hasher=lambda value: value,
    )


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return make_desk(db, clock)


async def lend(desk: Hub, **labels: str) -> UUID:
    case_id = uuid4()
    await desk.act(Act(do=partial(toy.lend, case_id=case_id, **labels), files=(case_id,)))
    return case_id


async def note(desk: Hub, case_id: UUID, kind: Any, **said: Any) -> None:  # noqa: ANN401 - any fact
    await desk.act(Act(do=partial(toy.note, case_id=case_id, kind=kind, **said), files=(case_id,)))


async def until(db: Pool, case_id: UUID) -> datetime | None:
    found: datetime | None = await db.fetchval(
        "SELECT until FROM hub.deadline WHERE case_id = $1 AND name = 'return'", case_id
    )
    return found


async def pages(db: Pool, case_id: UUID) -> list[dict[str, Any]]:
    rows = await db.fetch(
        "SELECT body FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
    )
    return [json.loads(row["body"]) for row in rows]


async def rung(db: Pool, case_id: UUID) -> Sequence[dict[str, Any]]:
    """The pages of the clock file beside."""
    return await pages(db, clock_file(case_id, "toy"))


def end_of(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CITY) + timedelta(days=1)


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


# -- intervals


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


# -- warnings


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


# -- the sweep


async def test_two_sweeps_at_once_record_each_lapse_once(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    cases = [await lend(desk) for _ in range(30)]
    clock.forward(timedelta(days=30))
    sweeps = [Sweep(desk), Sweep(desk)]
    for _ in range(3):
        await asyncio.gather(*(sweep.once() for sweep in sweeps))
    lapses = await db.fetch(
        "SELECT case_id, count(*) AS n FROM hub.outbox WHERE kind = 'toy.overdue.v1' GROUP BY 1"
    )
    assert {row["case_id"]: row["n"] for row in lapses} == dict.fromkeys(cases, 1)


async def test_sweeps_share_the_shards_while_several_are_present(
    desk: Hub, clock: StillClock
) -> None:
    """Each works in shards of its own, and all get done."""
    for _ in range(40):
        await lend(desk)
    clock.forward(timedelta(days=30))
    first, second = Sweep(desk), Sweep(desk)
    async with first._presence() as one, second._presence() as two:  # noqa: SLF001 - the two at once
        held = [row["shard"] for row in await one.fetch(HELD, list(range(SHARDS)))]
        assert len(held) == SHARDS // 2
        while await second._once(two):  # noqa: SLF001 - as above
            pass
        left = await one.fetch("SELECT case_id FROM hub.deadline WHERE ended IS NULL")
        assert {row["case_id"].int % SHARDS for row in left} <= set(held)
        await one.fetch(FREE, held)
        while await first._once(one):  # noqa: SLF001 - as above
            pass
        assert await one.fetchval("SELECT count(*) FROM hub.deadline WHERE ended IS NULL") == 0


async def test_a_sweep_killed_in_the_middle_leaves_the_rest_to_another(
    desk: Hub, db: Pool, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = {await lend(desk) for _ in range(12)}
    clock.forward(timedelta(days=30))
    monkeypatch.setattr("shared.sweep.BATCH", 5)
    dying = Sweep(desk)
    async with dying._presence() as conn:  # noqa: SLF001 - killed with its connection
        await dying._once(conn)  # noqa: SLF001 - as above
        conn.terminate()
    assert await db.fetchval("SELECT count(*) FROM hub.deadline WHERE ended = 'lapsed'") == 5
    other = Sweep(desk)
    while await other.once():
        pass
    rows = await db.fetch("SELECT case_id FROM hub.outbox WHERE kind = 'toy.overdue.v1'")
    assert (len(rows), {row["case_id"] for row in rows}) == (12, cases)


async def test_after_days_of_being_down_what_was_due_first_comes_first(
    desk: Hub, db: Pool, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """按届满先后补记，以届满之日为准."""
    for _ in range(6):
        await lend(desk)
        clock.forward(timedelta(days=1))
    clock.forward(timedelta(days=60))
    monkeypatch.setattr("shared.sweep.BATCH", 2)
    while await Sweep(desk).once():
        pass
    rows = await db.fetch(
        "SELECT legal_on FROM hub.outbox WHERE kind = 'toy.overdue.v1' ORDER BY seq"
    )
    days = [row["legal_on"] for row in rows]
    assert len(days) == 6
    assert days == sorted(days)
    assert days[0] == date(2026, 11, 30)


# -- notices on holidays


async def recount(desk: Hub) -> int:
    counting, moved = Recount(desk), 0
    while (step := await counting.once()).more:
        moved += step.moved
    return moved


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


# -- editions


async def test_a_step_goes_by_the_edition_of_its_day_and_a_period_by_that_of_its_start(
    db: Pool, clock: StillClock
) -> None:
    """无过渡规定的，以该步骤的日期为准 (LAW 1.10)."""
    await db.execute(toy.CREATE)
    desk = make_desk(db, clock, toy.LOANS_IN_EDITIONS)
    shelf = toy.LOANS_IN_EDITIONS

    def lend_here(work: Any) -> None:  # noqa: ANN401 - the act's view
        loan = work.open(shelf, case_id, case_id)
        work.record(loan, toy.Lent(head=work.head(loan, by="clerk")))

    case_id = uuid4()
    clock.move_to(datetime(2026, 11, 27, 9, tzinfo=CITY))
    await desk.act(Act(do=lend_here, files=[case_id]))
    clock.move_to(datetime(2026, 12, 2, 9, tzinfo=CITY))
    row = await db.fetchrow("SELECT period, article, until FROM hub.deadline")
    assert (row["period"], row["article"]) == ("5wd", "RULES 3")
    with pytest.raises(Refused, match="2026-12-01"):  # since December there is no extension
        await note(desk, case_id, LoanExtended, days=3, shelf=shelf)
    await note(desk, case_id, LoanExtended, days=3, shelf=shelf, on=date(2026, 11, 30))
    assert await until(db, case_id) == end_of("2026-12-07")
    await note(desk, case_id, toy.Returned, shelf=shelf)
    assert await db.fetchval("SELECT ended FROM hub.deadline") == "met"
    assert await db.fetchval("SELECT edition FROM hub.file") == toy.LOAN.edition


def test_a_law_may_let_a_case_keep_the_edition_of_its_opening() -> None:
    """从旧：法律规定适用立案时的规定的."""
    kept = replace(toy.LOAN, opening_governs=True)
    shelf = replace(toy.LOANS_IN_EDITIONS, editions=(kept, toy.STRICT))
    assert shelf.table_on(kept, date(2027, 1, 1)) is kept
    assert toy.LOANS_IN_EDITIONS.table_on(toy.LOAN, date(2027, 1, 1)) is toy.STRICT


def test_what_a_paper_states_is_not_prolonged_but_stated_anew() -> None:
    row = toy.LOAN.by_name["return"]
    with pytest.raises(ValueError, match="paper"):
        replace(row, within=AsStated("until"))


async def test_closed_cases_do_not_move_when_an_edition_is_added(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """新版本施行，不动已结案卷."""
    case_id = await lend(desk)
    await note(desk, case_id, LoanExtended, days=10)
    clock.move_to(datetime(2026, 12, 3, 9, tzinfo=CITY))
    await note(desk, case_id, toy.Returned, on=date(2026, 11, 30))
    before = [tuple(row) for row in await db.fetch("SELECT * FROM hub.deadline")]
    newer = make_desk(db, clock, toy.LOANS_IN_EDITIONS)
    await Sweep(newer).once()
    walk = Walk(newer.shelves, newer.calendar)
    async with db.acquire() as conn:
        assert (await walk.states(conn), await walk.deadlines(conn)) == (NOTHING, NOTHING)
    assert [tuple(row) for row in await db.fetch("SELECT * FROM hub.deadline")] == before


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
