"""补正未逾期与向上级反映: one application is reviewed in one file (ARL 31, 35), at the doors."""

from datetime import datetime, time

import pytest

from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.higher import ABOVE, done, offered
from tests.reconsideration.makers import day
from tests.reconsideration.reporting import ORDER, REPORT
from tests.reconsideration.test_in_time import SUPPLEMENT, abandoned
from tests.reconsideration.test_routes import OFFICER, PARTY, Door

DIRECTLY = {"text": "由本机关直接受理。"}
LATER = {**ORDER, "until": "2026-03-30"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def case(door: Door) -> str:
    """Taken for given up on 16 March; it is the 18th."""
    path = await abandoned(door)
    await Sweep(door.hub).once()
    return path


async def reported(door: Door, case: str) -> str:
    file = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    return f"/corrections/{file['case_id']}"


async def supplied(door: Door, case: str) -> str:
    file = await done(door, f"{case}/supplement-in-time", OFFICER, **SUPPLEMENT)
    return f"/reconsiderations/{file['case_id']}"


async def test_what_was_supplied_in_time_is_not_reported_as_given_up(door: Door, case: str) -> None:
    """补正未逾期、已经在新案卷审查的，不是没有受理，不再反映 (ARL 31, 35)."""
    assert "wrong-report" in await offered(door, case, PARTY)
    await supplied(door, case)
    assert "wrong-report" not in await offered(door, case, PARTY)
    answer = await door.post(f"{case}/wrong-report", PARTY, **REPORT)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 31(2)")


@pytest.mark.parametrize(("way", "said"), [("order", LATER), ("direct-acceptance", DIRECTLY)])
async def test_what_was_reported_first_and_supplied_in_time_is_not_accepted_beside_it(
    door: Door, case: str, way: str, said: dict[str, str]
) -> None:
    """反映以后查明补正未逾期的，上级不再责令纠正、直接受理，以免一份申请两个案卷 (ARL 31, 35)."""
    report = await reported(door, case)
    await supplied(door, case)
    answer = await door.post(f"{report}/{way}", ABOVE, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 31(2)")
    await done(door, f"{report}/denial", ABOVE, reason="补正没有逾期，已经在审查。")


async def test_what_is_supplied_in_time_after_the_order_is_put_right_once_it_is_accepted_there(
    door: Door, case: str
) -> None:
    """责令纠正以后查明补正未逾期的，在转入的案卷受理才是纠正，不另立案卷 (ARL 31, 35)."""
    report = await reported(door, case)
    await done(door, f"{report}/order", ABOVE, **LATER)
    new = await supplied(door, case)
    answer = await door.post(f"{report}/correction", OFFICER)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 35")
    await done(door, f"{new}/acceptance", OFFICER)
    put = await done(door, f"{report}/correction", OFFICER)
    assert (put["state"], f"/reconsiderations/{put['case_id_after']}") == ("put_right", new)
    files = "SELECT count(*) FROM reconsideration.ordinary"
    assert await door.hub.pool.fetchval(files) == 2


async def test_what_was_accepted_after_all_is_not_offered_to_be_supplied_in_time(
    door: Door, case: str
) -> None:
    """经反映已经受理的，案卷页不再提供补正未逾期，办理也不收 (ARL 31, 35)."""
    assert "supplement-in-time" in await offered(door, case, OFFICER)
    report = await reported(door, case)
    await done(door, f"{report}/direct-acceptance", ABOVE, **DIRECTLY)
    assert "supplement-in-time" not in await offered(door, case, OFFICER)
    answer = await door.post(f"{case}/supplement-in-time", OFFICER, **SUPPLEMENT)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 31(2)")
