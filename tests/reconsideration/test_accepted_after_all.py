"""纠正、直接受理以后的新案卷: what goes along into it (ARL 35; RULES 68, 146), at the doors."""

import json
from datetime import datetime, time
from uuid import UUID

import pytest

from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.higher import ABOVE, done, offered, running, why_not
from tests.reconsideration.makers import ANNA, AUTHORITY, CITY_GOVERNMENT, day
from tests.reconsideration.reporting import ORDER, refused, told
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def case(door: Door) -> str:
    return await refused(door)


async def test_what_was_declined_and_is_ordered_to_be_accepted_goes_on_in_a_new_file(
    door: Door, case: str
) -> None:
    """责令纠正后受理，六十日自受理之日起 (ARL 35, 62)."""
    path = await told(door, case)
    assert await why_not(door, f"{path}/order", ABOVE, **{**ORDER, "justified": True}) == "ARL 35"
    await done(door, f"{path}/order", ABOVE, **ORDER)
    assert await running(door, path) == {"correct": day("2026-03-20")}
    door.on("2026-03-16")
    assert await why_not(door, f"{path}/correction", ABOVE) == "ARL 35"
    put = await done(door, f"{path}/correction", OFFICER)
    assert put["state"] == "put_right"
    new = f"/reconsiderations/{put['case_id_after']}"
    assert new != case
    found = (await door.get(new, PARTY)).json()
    assert (found["state"], found["authority"]) == ("accepted", AUTHORITY)
    assert found["accepted_on"] == "2026-03-16"
    assert (await running(door, new))["decide"] == day("2026-05-15")
    assert (await door.get(case, PARTY)).json()["state"] == "declined"


async def test_what_was_not_handled_or_abandoned_goes_on_in_a_new_file_when_corrected(
    door: Door,
) -> None:
    """不再处理、视为放弃经反映责令纠正的，在新案卷受理；案卷页可以反映 (ARL 35; RULES 146)."""
    door.on("2026-09-01")
    dates = {"act_done_on": "2026-08-20", "learnt_on": "2026-08-25", "received_on": "2026-09-01"}
    paths = []
    for nth in range(2):
        said = {**APPLICATION, **dates, "act_done_on": f"2026-08-2{nth}"}
        taken = await door.post("/reconsiderations", PARTY, **said)
        assert taken.status_code == 201, taken.text
        paths.append(f"/reconsiderations/{taken.json()['case_id']}")
    once, left = paths
    await done(door, f"{once}/no-further-handling", OFFICER, text="此前已经决定。")
    await done(door, f"{left}/supplement-notice", OFFICER, text="请补交身份证明。")
    await done(door, f"{left}/papers/numbers/supplement", OFFICER)
    await done(door, f"{left}/supplement-notice-receipt", OFFICER)
    door.on("2026-09-21")
    await Sweep(door.hub).once()
    for case, state in ((once, "not_handled"), (left, "abandoned")):
        assert (await door.get(case, PARTY)).json()["state"] == state
        assert "wrong-report" in await offered(door, case, PARTY)
        report = await done(door, f"{case}/wrong-report", PARTY, text="有新的事实。")
        assert report["wrong"] == state
        path = f"/corrections/{report['case_id']}"
        await done(door, f"{path}/order", ABOVE, **{**ORDER, "until": "2026-09-30"})
        put = await done(door, f"{path}/correction", OFFICER)
        new = (await door.get(f"/reconsiderations/{put['case_id_after']}", PARTY)).json()
        assert (new["state"], new["accepted_on"]) == ("accepted", "2026-09-21")
        assert (await door.get(case, PARTY)).json()["state"] == state


async def test_the_authority_above_accepts_directly_what_was_declined_below(
    door: Door, case: str
) -> None:
    """必要时，上级行政复议机关可以直接受理 (ARL 35)."""
    path = await told(door, case)
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{taken['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()
    assert (found["state"], found["authority"]) == ("accepted", CITY_GOVERNMENT)
    assert (await door.get(new, OFFICER)).status_code == 200
    assert (await door.post(f"{new}/copy", OFFICER)).status_code == 404
    await done(door, f"{new}/copy", ABOVE, received_on="2026-03-09")


async def test_what_was_attached_to_the_application_goes_on_with_it_in_the_new_file(
    door: Door,
) -> None:
    """直接受理的，一并提出的附带审查申请转入新案卷 (ARL 13, 35)."""
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    document = {"document": "local", "text": "请求审查《某区市容管理办法》第八条"}
    await done(door, f"{case}/attached-request", PARTY, **document)
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{case}/declination", OFFICER, **reason)
    path = await told(door, case)
    file = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{file['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()
    assert [(one["nth"], one["document"]) for one in found["attached"]] == [(1, "local")]
    assert (found["state"], found["elevated"]["before"]) == ("accepted", [AUTHORITY])


async def test_a_stay_that_was_asked_for_with_the_application_is_owed_an_answer_in_the_new_file(
    door: Door,
) -> None:
    """一并申请停止执行、没有答复的，转入新案卷，自受理之日起计算答复期限 (ARL 35, 42; RULES 68).

    受理以前请求听证的，同样转入，仍待答复 (ARL 50).
    """
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{case}/stay-request", PARTY, text="执行以后难以恢复。")
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面陈述。")
    reason = {"missing": "interest", "reason": "没有利害关系。"}
    await done(door, f"{case}/declination", OFFICER, **reason)
    path = await told(door, case)
    await done(door, f"{path}/order", ABOVE, **ORDER)
    put = await done(door, f"{path}/correction", OFFICER)
    new = f"/reconsiderations/{put['case_id_after']}"
    asked = (await door.get(new, PARTY)).json()
    assert (asked["stay_asked_on"], asked["hearing_asked_on"]) == ("2026-03-09", "2026-03-09")
    kept = "SELECT DISTINCT hearing_asked_id FROM reconsideration.ordinary"
    assert len(await door.hub.pool.fetch(kept)) == 1, "it is the paper of the file before"
    assert (await running(door, new))["answer_stay"] == day("2026-03-16")
    papers = """SELECT body::jsonb ->> 'text_id' AS text_id, body::jsonb ->> 'standing' AS who
      FROM hub.outbox WHERE kind = 'reconsideration.stay_requested.v1' ORDER BY seq"""
    before, after = await door.hub.pool.fetch(papers)
    assert (after["text_id"], after["who"]) == (before["text_id"], "applicant")
    await done(door, f"{new}/stay-refusal", OFFICER, reason="不符合停止执行的情形。")
    assert "answer_stay" not in await running(door, new)


async def test_what_is_accepted_after_all_keeps_its_period_its_applicant_and_what_came_first(
    door: Door,
) -> None:
    """直接受理的，法律规定的较短期限、申请人身份、复议前置的认定都随申请转入 (ARL 23, 35, 62).

    认定的专业性、技术性也一并转入，仍须咨询 (ARL 52).
    """
    capacity = {"sort": "legal", "through": "head", "papers": ["appointment"]}
    taken = await door.post("/reconsiderations", PARTY, **APPLICATION, capacity=capacity)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    law = {"law": "《某某法》", "provision": "第三十二条", "decide_days": 30}
    await done(door, f"{case}/acceptance", OFFICER, by_law=law)
    seen = {"text": "当场处罚，没有利害关系。", "interest": "none", "on_the_spot": True}
    await done(door, f"{case}/conditions", OFFICER, **seen)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重。")
    for path, _, said in road("application_dismissed", text="驳回行政复议申请。"):
        await done(door, f"{case}/{path}", OFFICER, **said)
    served = {"served_on": "2026-03-02", "applicants": {str(ANNA): "2026-03-02"}, **HANDED}
    await done(door, f"{case}/delivery", OFFICER, **served)
    await door.hub.pool.execute("UPDATE reconsideration.ordinary SET technical = true")
    path = await told(door, case)
    file = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{file['case_id_after']}"
    assert (await running(door, new))["decide"] == day("2026-04-08")
    hard = (await door.get(new, ABOVE)).json()
    assert (hard["grave"], hard["technical"]) == (False, True)
    pages = await door.hub.pool.fetch(
        "SELECT body FROM hub.outbox WHERE case_id = $1", UUID(file["case_id_after"])
    )
    bodies = [json.loads(row["body"]) for row in pages]
    [stated] = [one for one in bodies if one["kind"] == "reconsideration.capacity_stated.v1"]
    assert (stated["applicant_sort"], stated["papers"]) == ("legal", ["appointment"])
    assert bodies[0]["compulsory"] == "required"


async def taken_part(door: Door, case: str) -> str:
    """Who takes part, and the evidence of both sides, examined; returns the id of the third."""
    neighbour = {"name": "李某", "phone": "13800000004"}
    third = {"called": True, "interested": True, "text": "通知参加。", "person": neighbour}
    joined = await done(door, f"{case}/third-person", OFFICER, **third)
    bert = joined["participants"]["third_persons"][0]["person_id"]
    mother = {"name": "王某", "phone": "13800000001"}
    ward = {"applicant_id": str(ANNA), "text": "监护关系证明", "person": mother}
    await done(door, f"{case}/statutory-agent", OFFICER, **ward)
    lawyer = {
        "principal_id": bert,
        "person": {"name": "钱某", "phone": "13800000002"},
        "sort": "lawyer",
        "powers": ["act"],
        "identified": True,
        "text": "授权委托书",
    }
    over = {**lawyer, "person": {"name": "孙某", "phone": "13800000003"}, "until": "2026-03-03"}
    for agent in (lawyer, over):
        await done(door, f"{case}/agent", OFFICER, **agent, standing="third")
    proof = {"evidence_kind": "document", "shows": "当场收取罚款的收据"}
    for side in ("applicant", "third"):
        await done(door, f"{case}/evidence", OFFICER, pieces=[proof], standing=side)
    for number in (1, 2):
        said = {"evidence": number, "examined": "true", "reason": "属实。"}
        await done(door, f"{case}/evidence-examination", OFFICER, **said)
    return str(bert)


async def test_who_takes_part_goes_along_into_the_new_file(door: Door) -> None:
    """直接受理的，第三人、代理人和各方的证据随申请转入 (ARL 14 to 17, 35, 43)."""
    case = await door.apply()
    await done(door, f"{case}/acceptance", OFFICER)
    bert = await taken_part(door, case)
    seen = {"text": "当场处罚，没有利害关系。", "interest": "none", "on_the_spot": True}
    await done(door, f"{case}/conditions", OFFICER, **seen)
    for whose in ("applicant", "third"):
        heard = {"manner": "telephone", "record": "没有意见。", "standing": whose}
        await done(door, f"{case}/views", OFFICER, **heard)
    for path, _, said in road("application_dismissed", text="驳回行政复议申请。"):
        await done(door, f"{case}/{path}", OFFICER, **said)
    served = {str(ANNA): "2026-03-04", bert: "2026-03-04"}
    door.on("2026-03-04")
    done_on = {"served_on": "2026-03-04", "applicants": served, **HANDED}
    await done(door, f"{case}/delivery", OFFICER, **done_on)
    path = await told(door, case)
    taken = await done(door, f"{path}/direct-acceptance", ABOVE, text="由本机关直接受理。")
    new = f"/reconsiderations/{taken['case_id_after']}"
    found = (await door.get(new, ABOVE)).json()["participants"]
    before = (await door.get(case, ABOVE)).json()["participants"]
    assert [one["person_id"] for one in found["third_persons"]] == [bert]
    pieces = (await door.get(f"{new}/evidence", ABOVE)).json()
    assert [(one["number"], one["standing"], one["examined"]) for one in pieces] == [
        (1, "applicant", None),
        (2, "third", None),
    ]
    assert len(before["agents"]) == 3
    assert found["agents"] == before["agents"][:2]
    guardian, entrusted = (
        {"code": "party-9", "roles": ["party"], "persons": [UUID(one["agent_id"])]}
        for one in found["agents"]
    )
    by_itself = {"code": "party-8", "roles": ["party"], "persons": [UUID(bert)]}
    for who in (guardian, entrusted, by_itself):
        assert (await door.get(new, who)).status_code == 200
    asked = await door.post(f"{new}/stay-request", guardian, text="房屋一旦拆除无法恢复")
    assert asked.status_code == 201, asked.text
