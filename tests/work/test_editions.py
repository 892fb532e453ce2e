"""现行版本: texts in force from a day on."""

from datetime import date
from functools import partial
from uuid import UUID

import pytest

from deploy.compose import make_hub
from shared.clock import StillClock
from shared.db import Pool
from shared.editions import Edition, Editions, enacted
from shared.errors import Malformed
from shared.work import Act, Hub, Work

FIRST, SECOND = UUID(int=1), UUID(int=2)


def text(since: str, body: str, case_id: UUID = FIRST) -> Edition:
    return Edition("routing", "rulebook", case_id, date.fromisoformat(since), body, "admin-1")


def on(held: Editions, day: str) -> str | None:
    found = held.on("routing", "rulebook", date.fromisoformat(day))
    return found.body if found else None


def test_a_text_is_in_force_from_its_day_until_the_next() -> None:
    """自施行之日起适用 (RULES 54)."""
    held = Editions((text("2026-12-01", "one"), text("2027-01-01", "two", SECOND)))
    days = ("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01")
    assert [on(held, day) for day in days] == [None, "one", "one", "two"]


def test_a_text_that_was_put_later_for_the_same_day_counts() -> None:
    held = Editions((text("2026-12-01", "one"), text("2026-12-01", "two", SECOND)))
    assert on(held, "2026-12-01") == "two"


def test_an_older_day_put_later_does_not_stand_over_a_newer_one() -> None:
    held = Editions((text("2027-01-01", "two", SECOND), text("2026-12-01", "one")))
    assert on(held, "2027-02-01") == "two"


def test_what_is_withdrawn_gives_way_to_the_one_before() -> None:
    """撤回的，恢复前一版 (RULES 53)."""
    held = Editions((
        text("2026-12-01", "one"),
        text("2027-01-01", "two", SECOND),
        text("2027-02-01", "", SECOND),
    ))  # fmt: skip
    assert [on(held, day) for day in ("2027-01-31", "2027-02-01")] == ["two", "one"]


def test_what_is_withdrawn_before_its_day_never_begins() -> None:
    held = Editions((text("2026-12-01", "one"), text("2026-12-01", "")))
    assert on(held, "2026-12-05") is None


def test_each_office_has_its_own() -> None:
    held = Editions((text("2026-12-01", "one"),))
    assert held.on("intake", "rulebook", date(2026, 12, 2)) is None
    assert held.on("routing", "forms", date(2026, 12, 2)) is None


def put(work: Work, edition: Edition) -> None:
    work.enact(edition)


def seen(work: Work) -> Editions:
    return work.editions


async def test_every_process_takes_up_a_text_with_its_next_batch(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    """一处批准，各进程随即知道."""
    other = make_hub(db, clock=clock, secret=b"x" * 40)
    assert (await other.act(Act(do=seen))).rows == ()
    await hub.act(Act(do=partial(put, edition=text("2026-12-01", "one"))))
    assert on(await other.act(Act(do=seen)), "2026-12-01") == "one"
    await other.act(Act(do=partial(put, edition=text("2026-12-24", ""))))
    held = await hub.act(Act(do=seen))
    assert [on(held, day) for day in ("2026-12-23", "2026-12-24")] == ["one", None]
    async with db.acquire() as conn:
        assert await enacted(conn) == held


async def test_nothing_comes_into_force_on_a_day_that_has_begun(hub: Hub) -> None:
    """当日的行为已经适用前一版."""
    with pytest.raises(LookupError):
        await hub.act(Act(do=partial(put, edition=text("2026-11-23", "one"))))
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.edition") == 0


async def test_what_an_act_that_failed_would_have_put_in_force_is_not(hub: Hub) -> None:
    def fail(work: Work) -> None:
        work.enact(text("2026-12-01", "one"))
        raise Malformed("no")

    with pytest.raises(Malformed):
        await hub.act(Act(do=fail))
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.edition") == 0
