"""核对规则簿: each way in which editions and pages may disagree is found (RULES 52 to 54)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from services.routing.office import OFFICE
from services.routing.rulebooks import care
from services.routing.rulebooks.checking import as_approved, by_its_day
from services.routing.store import routing_of, whistle_of
from shared.clock import StillClock
from shared.db import Pool
from shared.office import Broken
from shared.work import Hub
from tests.routing.books import DUTY_TEXT, GRID_TEXT
from tests.routing.cases import CASE, moment, registered
from tests.routing.hearing import hear
from tests.routing.test_rulebook_care import GRID, TOMORROW, approved, do, rehearsed

HOLDS = Broken(0)


async def lived(hub: Hub, clock: StillClock) -> None:
    """A rule book came into force, a dispute was routed by it, and it was withdrawn again."""
    await approved(hub)
    await approved(hub, DUTY_TEXT, date(2026, 12, 15))
    clock.move_to(moment("2026-11-24T09:00"))
    await hear(hub, registered())
    await do(hub, care.withdraw, GRID, "转办过多", by="supervisor-1")


def test_hub_verify_asks_both() -> None:
    """`hub verify` 一并核对规则簿."""
    assert {"editions", "by_edition"} <= {rule.name for rule in OFFICE.rules}


async def test_books_as_they_were_made_hold(hub: Hub, db: Pool, clock: StillClock) -> None:
    """批准、撤回的各有一版，分流适用当日的一版 (RULES 52, 53, 54)."""
    await lived(hub, clock)
    draft = await rehearsed(hub, GRID_TEXT + "# 从未批准\n")
    await do(hub, care.withdraw, draft.case_id, "不用了", by="admin-1")
    assert await db.fetchval("SELECT count(*) FROM hub.edition") == 3
    async with db.acquire() as conn:
        assert (await as_approved(conn), await by_its_day(conn)) == (HOLDS, HOLDS)


SPOILT = {
    "a text that was changed": "UPDATE hub.edition SET body = body || '# ' WHERE body IS NOT NULL",
    "another first day": "UPDATE hub.edition SET since = since - 1",
    "another hand": "UPDATE hub.edition SET loaded_by = 'admin-1'",
    "an approval without its edition": "DELETE FROM hub.edition WHERE body IS NOT NULL",
    "a withdrawal without its row": "DELETE FROM hub.edition WHERE body IS NULL",
    "an edition put there twice": (
        "INSERT INTO hub.edition (office, name, case_id, since, body, loaded_by)"
        " SELECT office, name, case_id, since, body, loaded_by FROM hub.edition"
    ),
    "an edition that nobody approved": (
        "INSERT INTO hub.edition (office, name, case_id, since, body, loaded_by)"
        " SELECT office, name, gen_random_uuid(), since, body, loaded_by FROM hub.edition"
    ),
}


@pytest.mark.parametrize("sql", SPOILT.values(), ids=SPOILT)
async def test_an_edition_that_its_pages_did_not_make_is_found(
    hub: Hub, db: Pool, clock: StillClock, sql: str
) -> None:
    """未经批准的、被改动的、缺少的版本，都查得出来 (RULES 52, 53)."""
    await lived(hub, clock)
    await db.execute(sql)
    async with db.acquire() as conn:
        found = await as_approved(conn)
    assert found.count > 0
    assert found.samples


async def test_a_text_that_this_release_cannot_read_is_found(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    """读不出的版本，施行前就查得出来 (RULES 50)."""
    await lived(hub, clock)
    await db.execute("UPDATE hub.edition SET body = 'x' WHERE case_id = $1 AND body <> ''", GRID)
    async with db.acquire() as conn:
        assert (await as_approved(conn)).count == 3  # the row, its page, and that it does not read


async def test_another_register_of_editions_is_not_the_rule_book_s(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    await lived(hub, clock)
    await db.execute(
        "INSERT INTO hub.edition (office, name, case_id, since, body, loaded_by)"
        " VALUES ('intake', 'forms', $1, $2, 'x', 'admin-1')",
        uuid4(),
        TOMORROW,
    )
    async with db.acquire() as conn:
        assert await as_approved(conn) == HOLDS


async def test_what_went_by_another_edition_than_that_of_its_day_is_found(
    hub: Hub, db: Pool, clock: StillClock
) -> None:
    """分流、吹哨未适用当日施行的一版的，查得出来 (RULES 54)."""
    await lived(hub, clock)
    clock.forward(timedelta(days=30))
    await db.execute("DELETE FROM hub.edition WHERE case_id = $1", GRID)
    async with db.acquire() as conn:
        found = await by_its_day(conn)
    assert found.count == 2
    assert set(found.samples) <= {str(routing_of(CASE)), str(whistle_of(CASE))}
