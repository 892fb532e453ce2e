"""决定是否准许顺延的期限: five working days of the city's own (CPL 86; RULES 171)."""

from datetime import datetime, time

import pytest

from services.reconsideration.domain.deferral import DEFERRAL
from services.reconsideration.pages.following import steps_of
from shared.auth import Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.makers import day
from tests.reconsideration.test_deferring import REASON, asked
from tests.reconsideration.test_deferring_moved import waiting
from tests.reconsideration.test_higher_doors import done
from tests.reconsideration.test_in_time import silent
from tests.reconsideration.test_routes import OFFICER, Door
from tests.shared.test_verify_owing import broken

ROWS = """
SELECT ((until AT TIME ZONE 'Asia/Shanghai') - interval '1 minute')::date::text AS last,
       ended, made_good IS NOT NULL AS made_good, owed_by
FROM hub.deadline WHERE name = 'decide_deferral'
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def rows(door: Door) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await door.hub.pool.fetch(ROWS)]


async def test_the_body_decides_in_five_working_days_and_a_handler_sees_them(door: Door) -> None:
    """申请顺延的，五个工作日内决定是否准许，列入承办人的后续 (CPL 86; RULES 171)."""
    path = await silent(door)
    request = await asked(door, path)
    assert await rows(door) == [("2026-04-01", None, False, "office")]
    [row] = await waiting(door)
    assert row.until is not None
    assert (row.duty, row.until.date(), row.overdue) == (
        "decide_deferral",
        day("2026-04-02"),
        False,
    )
    await done(door, f"{request}/grant", OFFICER, **REASON)
    assert await rows(door) == [("2026-04-01", "met", False, "office")]
    assert await broken(door.hub) == {}


async def test_what_is_late_is_on_file_and_still_to_be_decided(door: Door) -> None:
    """逾期未决定的记录在卷，仍须决定 (RULES 171)."""
    path = await silent(door)
    request = await asked(door, path)
    door.on("2026-04-02")
    await Sweep(door.hub).once()
    [row] = await waiting(door)
    assert (row.duty, row.overdue) == ("decide_deferral", True)
    assert [act for act, _ in steps_of(row, [Role.RECONSIDERATION], day("2026-04-02"))] == [
        "grant",
        "refusal",
    ]
    await done(door, f"{request}/refusal", OFFICER, reason="洪水没有及于该机关")
    assert await rows(door) == [("2026-04-01", "lapsed", True, "office")]
    assert await broken(door.hub) == {}


async def test_what_is_asked_while_the_case_stands_still_waits_without_days(door: Door) -> None:
    """中止期间申请的，恢复审理以后决定，不受五个工作日的限制 (ARL 39; RULES 171)."""
    path = await silent(door)
    await Sweep(door.hub).once()
    await done(door, f"{path}/suspension", OFFICER, cause="other", text="中止审理")
    await asked(door, path)
    assert await rows(door) == []
    assert await broken(door.hub) == {}


def test_the_city_sets_the_days_where_no_article_does() -> None:
    """决定是否准许顺延的期限，法律没有规定，由办理规则规定 (CPL 86; RULES 171)."""
    [only] = DEFERRAL.deadlines
    assert (str(only.within), str(only.article)) == ("5个工作日", "《枢纽办理规则》第171条")
