"""Which edition a step and a period go by (LAW 1.10)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest

from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.law.procedure import AsStated, Refused
from shared.sweep import Sweep
from shared.verify.walk import Walk
from shared.work import Act, Hub
from tests.work import toy
from tests.work.clocking import NOTHING, desk, end_of, lend, make_desk, note, until
from tests.work.toy import LoanExtended

__all__ = ["desk"]


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
