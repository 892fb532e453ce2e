"""公告送达 of a decision, at the doors and on the list of the body (CPL 95; RULES 23, 143)."""

from datetime import UTC, datetime
from uuid import UUID

from services.reconsideration.pages.steps import step_of
from services.reconsideration.queries.desk import Due, Sieve, due
from services.reconsideration.store import CASES
from shared.frame.sorting import Order
from shared.law.day import day_of_expiry
from shared.sweep import Sweep
from tests.reconsideration.afterwards import case, done, refused, to  # noqa: F401 - fixtures
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT
from tests.reconsideration.test_drafting_doors import CLERK, clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_routes import OFFICER, PARTY, Door

SAID = {
    "person_id": str(ANNA),
    "on": "2026-03-09",
    "condition_met": True,
    "reason": "邮寄退回，村委会证明外出，去向不明。",
}
NOTICE = to(ANNA, "2026-03-09", manner="notice", condition_met=True)
"""The same notice, recorded as the service that it is at its end, on 8 April."""


async def swept(door: Door, on: str) -> Due:  # noqa: F811 - a fixture
    """The only file on the list of the body on that day."""
    door.on(on)
    await Sweep(door.hub).once()
    listed = await due(
        door.hub, AUTHORITY, "fuyi-07", Sieve(whose="every"), Order("due"), cursor="", limit=9
    )
    [found] = listed.items
    return found


async def next_step(door: Door, case: str, on: str) -> tuple[str, str]:  # noqa: F811 - as above
    file, _ = await door.hub.read(CASES, UUID(case.split("/")[2]))
    now = datetime.fromisoformat(f"{on}T02:00:00").replace(tzinfo=UTC)
    step = step_of(file, by="fuyi-07", now=now, calendar=door.hub.calendar)
    return step.says, step.act


async def test_while_the_notice_runs_the_file_is_not_late_and_it_is_recorded_at_its_end(
    door: Door,  # noqa: F811 - as above
    case: str,  # noqa: F811 - as above
) -> None:
    """公告期内不算逾期，期满之日视为送达，期满后五个工作日内记载 (CPL 95; RULES 143)."""
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-09"))
    assert (await door.post(f"{case}/announcement", PARTY, **SAID)).status_code == 403
    wrong = await refused(door, f"{case}/announcement", CLERK, **{**SAID, "person_id": str(BERT)})
    assert wrong == "CPL 95(1)"
    file = await done(door, f"{case}/announcement", CLERK, **SAID)
    expected = {"person_id": str(ANNA), "announced_on": "2026-03-09", "served_on": "2026-04-08"}
    assert (file["state"], file["announced"]) == ("decided", [expected])
    assert await refused(door, f"{case}/announcement", CLERK, **SAID) == "CPL 95(1)"
    found = await swept(door, "2026-03-20")
    assert (found.duty, found.overdue) == ("deliver_announced", False)
    assert found.until is not None
    assert day_of_expiry(found.until).isoformat() == "2026-04-15"
    assert await next_step(door, case, "2026-03-20") == ("等待公告期满，2026年4月8日视为送达", "")
    assert await refused(door, f"{case}/service", CLERK, **NOTICE) == "CPL 95(1)"
    door.on("2026-04-08")
    assert await next_step(door, case, "2026-04-08") == ("公告期满，记载送达", "service")
    file = await done(door, f"{case}/service", CLERK, **NOTICE)
    assert (file["state"], file["sue_until"]) == ("delivered", "2026-04-23")
    running = "SELECT count(*) FROM hub.deadline WHERE name LIKE 'deliver%' AND ended IS NULL"
    assert await door.hub.pool.fetchval(running) == 0


async def test_what_was_late_is_late_no_more_once_a_notice_runs_but_for_who_is_forgotten(
    door: Door,  # noqa: F811 - as above
    case: str,  # noqa: F811 - as above
) -> None:
    """邮寄退回以后才公告的，公告期内不再列为逾期；期满不记载的又列 (CPL 95; RULES 23, 143)."""
    found = await swept(door, "2026-03-13")
    assert (found.duty, found.overdue) == ("deliver", True)
    await done(door, f"{case}/announcement", OFFICER, **{**SAID, "on": "2026-03-13"})
    found = await swept(door, "2026-03-13")
    assert (found.duty, found.overdue) == ("deliver", True), "the respondent is still to be served"
    assert await next_step(door, case, "2026-03-13") == ("逐一送达行政复议决定书", "service")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-13"))
    found = await swept(door, "2026-03-31")
    assert (found.duty, found.overdue) == ("deliver_announced", False)
    found = await swept(door, "2026-04-21")
    assert (found.duty, found.overdue) == ("deliver_announced", True)
    last = await done(door, f"{case}/service", CLERK, **{**NOTICE, "shown_on": "2026-03-13"})
    assert last["state"] == "delivered"
