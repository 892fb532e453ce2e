"""Sweeps that record what lapsed, several at once and after a kill."""

import asyncio
from datetime import date, timedelta

import pytest

from shared.clock import StillClock
from shared.db import Pool
from shared.deadlines import SHARDS
from shared.sweep import FREE, HELD, Sweep
from shared.work import Hub
from tests.work.clocking import desk, lend

__all__ = ["desk"]


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
