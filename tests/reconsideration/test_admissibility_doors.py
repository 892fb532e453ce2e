"""Doors of the review 审查: findings, the respondent, through HTTP (ARL 30, 33; ARR2026 29)."""

from datetime import datetime, time

import pytest

from shared.clock import StillClock
from shared.law.period import CITY
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door

OTHER_DEPARTMENT = DEPARTMENT | {"code": "clerk-4", "organ": "620702-shijian"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def test_findings_are_kept_and_acceptance_against_them_says_why(door: Door) -> None:
    """审查认定留在案卷，不采纳的写明理由 (ARL 30)."""
    case = await door.apply()
    stranger = await door.post(f"{case}/conditions", PARTY, text="符合")
    assert stranger.status_code == 403
    found = await door.post(f"{case}/conditions", OFFICER, text="没有关系", interest="none")
    assert found.status_code == 201, found.text
    unmet = [one for one in found.json()["conditions"] if one["verdict"] == "unmet"]
    assert unmet == [{"condition": "interest", "verdict": "unmet", "article": "ARL 30(1)(2)"}]
    refused = await door.post(f"{case}/acceptance", OFFICER)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARL 30(1)(2)")
    said = {"departure": "相邻权受影响，应当受理"}
    assert (await door.post(f"{case}/acceptance", OFFICER, **said)).status_code == 201
    kinds = "SELECT kind FROM hub.documents WHERE kind = ANY($1) ORDER BY kind"
    kept = await door.hub.pool.fetch(kinds, ["examination", "finding_departure"])
    assert [row["kind"] for row in kept] == ["examination", "finding_departure"]


async def test_findings_are_read_back_from_the_file_when_the_case_is_decided(door: Door) -> None:
    """受理后发现已经起诉的，驳回申请 (ARL 29, 33)."""
    case = await door.apply()
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    found = await door.post(f"{case}/conditions", OFFICER, text="法院已立案", earlier="suit")
    assert found.status_code == 201, found.text
    views = {"manner": "telephone", "record": "申请人承认已经起诉"}
    assert (await door.post(f"{case}/views", OFFICER, **views)).status_code == 201
    for path, _, said in road("application_dismissed", text="驳回行政复议申请"):
        decided = await door.post(f"{case}/{path}", OFFICER, **said)
        assert decided.status_code == 201, decided.text
    assert decided.json()["outcome"] == "application_dismissed", decided.text


async def test_a_replaced_respondent_no_longer_sees_the_file_and_the_new_one_does(
    door: Door,
) -> None:
    """变更被申请人后，由新的被申请人收副本、作答复 (ARL 48; ARR2026 29)."""
    case = await door.apply()
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    sent = {"received_on": "2026-03-02"}
    assert (await door.post(f"{case}/copy", OFFICER, **sent)).status_code == 201
    notice = {"text": "处罚由市场监管局作出", "organ": "620702-shijian"}
    told = await door.post(f"{case}/respondent-change-notice", OFFICER, **notice)
    assert told.json()["respondents_told"] == ["620702-shijian"], told.text
    retraction = f"{case}/respondent-change-retraction"
    back = await door.post(retraction, OFFICER, reason="查明由城管局作出")
    assert (back.status_code, back.json()["respondents_told"]) == (201, []), back.text
    assert (await door.post(retraction, OFFICER, reason="重复")).status_code == 409
    await door.post(f"{case}/respondent-change-notice", OFFICER, **notice)
    change = {"respondent": "620702-shijian", "text": "同意变更"}
    replaced = await door.post(f"{case}/respondent", OFFICER, **change)
    assert (replaced.json()["state"], replaced.json()["respondents_told"]) == ("accepted", [])
    assert (await door.get(case, DEPARTMENT)).status_code == 404
    assert (await door.post(f"{case}/copy", OFFICER, **sent)).status_code == 201
    reply = await door.post(f"{case}/reply", OTHER_DEPARTMENT, text="答复如下")
    assert reply.status_code == 201, reply.text
    running = "SELECT name FROM hub.deadline WHERE ended IS NULL ORDER BY name"
    assert [row["name"] for row in await door.hub.pool.fetch(running)] == ["decide"]
