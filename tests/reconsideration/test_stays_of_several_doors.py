"""数人申请停止执行, over HTTP: each is answered, the body is late until the last is (ARL 42)."""

from datetime import datetime, time

import pytest

from shared.clock import StillClock
from shared.law.period import CITY
from tests.reconsideration.again import done, no, taken
from tests.reconsideration.makers import ANNA, BERT, day
from tests.reconsideration.test_announcing import swept
from tests.reconsideration.test_routes import Door


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def test_two_applicants_are_answered_each_for_itself(door: Door) -> None:
    """两名申请人先后申请，各自计算答复期限，各自答复 (ARL 42; RULES 68, 169)."""
    case, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    await done(door, f"{case}/acceptance")
    door.on("2026-03-09")
    asks = {"text": "房屋一旦拆除无法恢复"}
    await done(door, f"{case}/stay-request", **asks, askers=[str(ANNA)])
    door.on("2026-03-10")
    both = await done(door, f"{case}/stay-request", **asks, askers=[str(BERT)])
    assert both["stays_asked"] == [
        {"standing": "applicant", "askers": [str(ANNA)], "asked_on": "2026-03-09"},
        {"standing": "applicant", "askers": [str(BERT)], "asked_on": "2026-03-10"},
    ]
    again = await no(door, f"{case}/stay-request", **asks, askers=[str(BERT)])
    assert again == "ARL 42 item 3"
    rows = "SELECT subject, ended, owed_by FROM hub.deadline WHERE name = 'answer_stay'"
    found = {tuple(row) for row in await door.hub.pool.fetch(rows)}
    assert {(ended, owed) for _, ended, owed in found} == {(None, "office")}
    assert len(found) == 2
    why = {"reason": "不会造成难以恢复的后果"}
    one = await done(door, f"{case}/stay-refusal", **why, askers=[str(ANNA)])
    assert [each["askers"] for each in one["stays_asked"]] == [[str(BERT)]]
    found = {tuple(row)[1] for row in await door.hub.pool.fetch(rows)}
    assert found == {None, "met"}
    stayed = await done(door, f"{case}/stay", ground="asked", text="停止执行。")
    assert (stayed["stays_asked"], stayed["stay"]) == ([], "asked")
    found = {tuple(row)[1] for row in await door.hub.pool.fetch(rows)}
    assert found == {"met"}


async def test_the_body_is_late_until_the_last_request_is_answered(door: Door) -> None:
    """两名申请人的申请都逾期未答复的，只答复一人，本机关仍为逾期 (ARL 42; RULES 68, 169)."""
    case, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    await done(door, f"{case}/acceptance")
    await done(door, f"{case}/copy")
    asks, why = {"text": "房屋一旦拆除无法恢复"}, {"reason": "不会造成难以恢复的后果"}
    for day_of, who in (("2026-03-09", ANNA), ("2026-03-10", BERT)):
        door.on(day_of)
        await done(door, f"{case}/stay-request", **asks, askers=[str(who)])
    found = await swept(door, "2026-03-19")
    assert (found.duty, found.overdue) == ("answer_stay", True)
    await done(door, f"{case}/stay-refusal", **why, askers=[str(ANNA)])
    found = await swept(door, "2026-03-19")
    assert (found.duty, found.overdue) == ("answer_stay", True), "Bert still waits"
    await done(door, f"{case}/stay-refusal", **why, askers=[str(BERT)])
    found = await swept(door, "2026-03-19")
    assert (found.duty, found.overdue) != ("answer_stay", True)
