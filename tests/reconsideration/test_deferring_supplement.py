"""顺延补正期限 through HTTP and PostgreSQL (ARL 31, 88; CPL 86)."""

from datetime import datetime, time

import pytest

from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.higher import done, offered
from tests.reconsideration.makers import day
from tests.reconsideration.test_deferring import why_not
from tests.reconsideration.test_in_time import RUNS, SUPPLEMENT, _case, abandoned
from tests.reconsideration.test_routes import OFFICER, OTHER_PARTY, PARTY, Door
from tests.shared.test_verify_owing import broken

ILL = {
    "hindrance": "justified",
    "hindered_on": "2026-03-11",
    "removed_on": "2026-03-17",
    "text": "住院没有能够按期补正，申请顺延期限",
    "proof": "县医院住院病历一份",
}
"""The days to supplement ran from 2 to 16 March: four of their working days were lost."""
REASON = {"reason": "住院属实，准许顺延"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def asked(door: Door, path: str) -> str:
    file = await done(door, f"{path}/supplement-deferral", PARTY, **ILL)
    return f"/deferrals/{file['case_id']}"


async def test_who_was_ill_supplements_in_the_days_that_were_lost(door: Door) -> None:
    """准许顺延以后不视为放弃，在新的案卷补足被耽误的四个工作日 (ARL 31; CPL 86)."""
    path = await abandoned(door)
    request = await asked(door, path)
    file = await done(door, f"{request}/grant", OFFICER, **REASON)
    assert (file["state"], file["deferred_days"]) == ("deferral_granted", "4wd")
    new = f"/reconsiderations/{file['deferred_case_id']}"
    case = await _case(door, new)
    assert (new == path, case.state, str(case.posted_on)) == (False, "supplementing", "2026-03-02")
    assert (await _case(door, path)).state == "abandoned"
    [row] = await door.hub.pool.fetch(RUNS, case.case_id)
    assert (row["name"], row["last"]) == ("supplement_deferred", "2026-03-24")
    door.on("2026-03-24")
    assert "supplement" in await offered(door, new, PARTY)
    await done(door, f"{new}/supplement", PARTY, text="复印件一份")
    assert (await done(door, f"{new}/acceptance", OFFICER))["state"] == "accepted"
    assert await broken(door.hub) == {}


async def test_who_lets_the_new_days_pass_has_given_up(door: Door) -> None:
    """顺延的期限届满仍没有补正的，视为放弃 (ARL 31)."""
    path = await abandoned(door)
    file = await done(door, f"{await asked(door, path)}/grant", OFFICER, **REASON)
    door.on("2026-03-25")
    await Sweep(door.hub).once()
    case = await _case(door, f"/reconsiderations/{file['deferred_case_id']}")
    assert case.state == "abandoned"
    assert await broken(door.hub) == {}


async def test_what_goes_on_already_is_not_deferred_and_what_is_refused_stays(door: Door) -> None:
    """已经转入新案卷的不再顺延；不予顺延的，视为放弃的记载照旧 (CPL 86)."""
    path = await abandoned(door)
    request = await asked(door, path)
    await done(door, f"{request}/refusal", OFFICER, reason="没有住院")
    assert (await _case(door, path)).state == "abandoned"
    await done(door, f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    assert await why_not(door, f"{path}/supplement-deferral", PARTY, **ILL) == (409, "ARL 31(2)")


async def test_what_was_granted_is_not_brought_in_time_beside_it(door: Door) -> None:
    """准许顺延的，一份申请一个案卷，不再另行查明补正未逾期、向上级反映 (ARL 31, 35)."""
    path = await abandoned(door)
    await done(door, f"{await asked(door, path)}/grant", OFFICER, **REASON)
    late = await why_not(door, f"{path}/supplement-in-time", OFFICER, **SUPPLEMENT)
    assert late == (409, "ARL 31(2)")
    report = await why_not(door, f"{path}/wrong-report", PARTY, text="没有受理")
    assert report == (409, "ARL 31(2)")


async def test_an_applicant_asks_and_today_where_it_asks_online(door: Door) -> None:
    """由申请人申请；在网上申请的，提交之日就是申请之日；办案人员代为记载书面申请 (CPL 86)."""
    path = await abandoned(door)
    door_of = f"{path}/supplement-deferral"
    assert (await door.post(door_of, OTHER_PARTY, **ILL)).status_code == 404
    assert await why_not(door, door_of, PARTY, **ILL, on="2026-03-17") == (409, "CPL 86")
    await Sweep(door.hub).once()
    assert "supplement-deferral" in await offered(door, path, PARTY)
    await done(door, door_of, OFFICER, **ILL, on="2026-03-17")
    assert "supplement-deferral" not in await offered(door, path, PARTY)


async def test_who_has_not_given_up_asks_for_nothing(door: Door) -> None:
    """期限没有届满的，依照补正期限的规定申请延长，不是顺延 (ARL 31; CPL 86)."""
    path = await abandoned(door)
    file = await done(door, f"{await asked(door, path)}/grant", OFFICER, **REASON)
    new = f"/reconsiderations/{file['deferred_case_id']}"
    assert await why_not(door, f"{new}/supplement-deferral", PARTY, **ILL) == (409, "ARL 31(2)")
