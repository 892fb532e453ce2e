"""向上级反映的案卷: who reads it, what is ordered and when it is late (ARL 35), at the doors."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from services.reconsideration.books.repeated import accepted_twice
from shared.auth import Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.higher import ABOVE, NEIGHBOUR, done, offered, running, why_not
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, day
from tests.reconsideration.reporting import ORDER, REPORT, refused, told
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def case(door: Door) -> str:
    return await refused(door)


async def test_the_page_of_a_case_offers_the_report_only_where_there_is_something_to_report(
    door: Door, case: str
) -> None:
    """不予受理的案卷可以向上级反映，正在审理的不能 (ARL 35)."""
    assert await offered(door, case, PARTY) == {"wrong-report", "paper-receipt"}
    assert "wrong-report" in await offered(door, case, OFFICER)
    again = {**APPLICATION, "act_done_on": "2026-02-02"}
    taken = await door.post("/reconsiderations", PARTY, **again)
    other = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{other}/acceptance", OFFICER)
    assert "wrong-report" not in await offered(door, other, PARTY)
    await told(door, case)
    assert await offered(door, case, ABOVE) == set()


async def test_what_is_reported_is_read_above_and_below_and_by_the_applicant_alone(
    door: Door, case: str
) -> None:
    """向上级反映的，上级、被反映的机关和申请人可以查阅 (ARL 35)."""
    above = {**ABOVE, "code": "officer-8", "roles": [Role.RECONSIDERATION]}
    assert (await door.get(case, above)).status_code == 404
    assert (await door.post(f"{case}/wrong-report", OTHER_PARTY, **REPORT)).status_code == 404
    path = await told(door, case)
    again = await done(door, f"{case}/wrong-report", PARTY, **REPORT)
    assert again["version"] == 1
    for who, status in ((ABOVE, 200), (OFFICER, 200), (PARTY, 200), (NEIGHBOUR, 404)):
        assert (await door.get(path, who)).status_code == status
    assert (await door.get(case, above)).status_code == 200
    assert (await door.post(f"{path}/order", OFFICER, **ORDER)).status_code == 404


@pytest.mark.parametrize("way", ["direct-acceptance", "correction"])
async def test_what_must_be_accepted_as_ordered_is_not_accepted_twice(
    door: Door, case: str, way: str
) -> None:
    """上级责令受理、直接受理的，核对时不作为重复受理 (ARL 30, 35)."""
    other = await door.post("/reconsiderations", PARTY, **APPLICATION, act_done_on="2026-02-02")
    await done(door, f"/reconsiderations/{other.json()['case_id']}/acceptance", OFFICER)
    path = await told(door, case)
    if way == "direct-acceptance":
        await done(door, f"{path}/{way}", ABOVE, text="由本机关直接受理。")
    else:
        await done(door, f"{path}/order", ABOVE, **ORDER)
        await done(door, f"{path}/{way}", OFFICER)
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET act_id = $1", UUID(int=12))
    assert not (await accepted_twice(door.hub.pool)).count


async def test_the_authority_below_accepts_nothing_in_the_name_of_the_one_above(
    door: Door, case: str
) -> None:
    """直接受理由上级决定，被反映的机关不得代为受理 (ARL 35)."""
    path = await told(door, case)
    said = {"text": "由上级直接受理。"}
    assert await why_not(door, f"{path}/direct-acceptance", OFFICER, **said) == "ARL 35"
    assert (await done(door, f"{path}/direct-acceptance", ABOVE, **said))["case_id_after"]


async def test_a_good_reason_ends_the_report(door: Door, case: str) -> None:
    """有正当理由的，不予责令纠正 (ARL 35)."""
    path = await told(door, case)
    ended = await done(door, f"{path}/denial", ABOVE, reason="申请人与行政行为没有利害关系。")
    assert ended["state"] == "correction_denied"
    assert await why_not(door, f"{path}/order", ABOVE, **ORDER) == "ARL 35"


async def test_a_case_that_is_late_is_taken_over_in_its_own_file(door: Door) -> None:
    """受理后超过期限不作答复的，上级直接受理，案卷不变 (ARL 35)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    await done(door, f"{case}/copy", OFFICER, received_on="2026-03-02")
    assert await why_not(door, f"{case}/wrong-report", PARTY, **REPORT) == "ARL 35"
    door.clock.move_to(datetime.combine(day("2026-05-07"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    door.on("2026-05-07")
    file = await done(door, f"{case}/wrong-report", PARTY, text="六十日已过，没有答复。")
    assert file["wrong"] == "overdue"
    path = f"/corrections/{file['case_id']}"
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    assert f"/reconsiderations/{taken['case_id_after']}" == case
    assert (await running(door, case))["decide"] == day("2026-07-06")
    found = (await door.get(case, OFFICER)).json()
    assert (found["authority"], found["elevated"]["before"]) == (CITY_GOVERNMENT, [AUTHORITY])
    # Late above, too: what is reported of that authority has a file of its own.
    door.clock.move_to(datetime.combine(day("2026-07-07"), time(0, 1), CITY))
    await Sweep(door.hub).once()
    door.on("2026-07-07")
    second = await done(door, f"{case}/wrong-report", PARTY, text="上级也没有答复。")
    assert (second["state"], second["below"]) == ("wrong_reported", CITY_GOVERNMENT)
    assert second["case_id"] != file["case_id"]
    assert (await done(door, f"{case}/wrong-report", PARTY, text="再次反映。"))["version"] == 1


async def test_a_correction_that_is_late_is_recorded_and_still_owed(door: Door, case: str) -> None:
    """逾期没有纠正的，记录在卷，仍须纠正 (ARL 35)."""
    path = await told(door, case)
    await done(door, f"{path}/order", ABOVE, **ORDER)
    door.clock.move_to(datetime.combine(date(2026, 3, 21), time(0, 1), CITY))
    await Sweep(door.hub).once()
    kind = "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1"
    file_id = path.rpartition("/")[2]
    assert await door.hub.pool.fetchval(kind, file_id) == "reconsideration.correction_overdue.v1"
    door.on("2026-03-23")
    assert (await done(door, f"{path}/correction", OFFICER))["state"] == "put_right"
