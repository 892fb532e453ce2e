"""Service one by one, and what follows a case, at the doors (ARL 75 to 79, 85; RULES 90 to 95)."""

import json
import re
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.books import AFTERWARDS, RULES
from services.reconsideration.domain.ordinary import State
from services.reconsideration.queries.approvals import waiting
from services.reconsideration.queries.following import Sieve as FollowingSieve
from services.reconsideration.queries.following import beside_cases
from services.reconsideration.queries.responding import Sieve, owed
from services.reconsideration.store import CASES, aftermath_of, again_of
from shared.auth import Role
from shared.contracts.reconsideration import DecisionDelivered
from shared.contracts.reconsideration.served import DecisionServed
from shared.frame.sorting import Order
from shared.sweep import Sweep
from shared.work import Hub
from tests.desks.visitor import building
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, RESPONDENT
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    CLERK,
    clock,
    door,
    examined,
)
from tests.reconsideration.test_routes import (
    DEPARTMENT,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    STRANGER,
    Door,
    hear,
)

COPIES = """
WITH cases AS (
  INSERT INTO reconsideration.ordinary SELECT (jsonb_populate_record(o, jsonb_build_object(
    'case_id', md5('o' || n)::uuid, 'document_number', o.document_number || n))).*
  FROM reconsideration.ordinary o, generate_series(1, 24) n
), pages AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  SELECT md5('a' || n)::uuid, version, dispute_id, office, kind, legal_on, at, by, part, labels,
    trace, body
  FROM hub.outbox, generate_series(1, 24) n WHERE kind = 'reconsideration.published.v1'
)
INSERT INTO reconsideration.aftermath SELECT (jsonb_populate_record(a, jsonb_build_object(
  'case_id', md5('a' || n)::uuid, 'about', md5('o' || n)::uuid))).*
FROM reconsideration.aftermath a, generate_series(1, 24) n
"""
"""Twenty-four more like the one that is there."""

ELDER = """
UPDATE reconsideration.aftermath SET published_on = '2025-12-01', joint = '["620702-zhujian"]'
WHERE case_id = md5('a7')::uuid
"""
"""One of them was made public the year before, upon an act of two organs."""

UNSAID = """
UPDATE hub.outbox SET body = (body::jsonb - 'of_organ')::text
WHERE kind = 'reconsideration.opinion_letter_copied.v1'
"""
"""Copies of letters as they were, before they said whose letter it was."""

LABELS = {"authority": "620702-government", "county": "620702"}
OTHER_ORGAN = {"code": "clerk-8", "roles": [Role.DEPARTMENT], "organ": "620702-zhujian"}
HEAD, ORGAN = OFFICER, DEPARTMENT


def to(person: object, on: str, **said: object) -> dict[str, Any]:
    """One service on an applicant, or on the respondent where there is no person."""
    whom = {"standing": "applicant", "person_id": str(person)} if person else {}
    done = {"standing": "respondent", "manner": "direct", "shown_on": on, "receipt": "签收。"}
    return {**done, **whom, **said}


@pytest.fixture
async def case(door: Door) -> str:  # noqa: F811 - a fixture
    """Decided on 5 March."""
    path = await examined(door)
    for step, _, body in road("revoked", text="撤销", redo=True):
        answer = await door.post(f"{path}/{step}", OFFICER, **body)
        assert answer.status_code == 201, (step, answer.text)
    return path


async def served(door: Door, case: str) -> str:  # noqa: F811 - as above
    """Served on both by 10 March; the path of what follows."""
    door.on("2026-03-10")
    for one in (to(None, "2026-03-09"), to(ANNA, "2026-03-10")):
        answer = await door.post(f"{case}/service", CLERK, **one)
        assert answer.status_code == 201, answer.text
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    return await follows(door, case)


async def follows(door: Door, case: str) -> str:  # noqa: F811 - as above
    answer = await door.get(case, OFFICER)
    return f"/aftermaths/{aftermath_of(UUID(answer.json()['case_id']))}"


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:  # noqa: F811
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, (path, answer.text)
    said: dict[str, Any] = answer.json()
    return said


async def refused(door: Door, path: str, who: dict[str, Any], **body: object) -> str:  # noqa: F811
    answer = await door.post(path, who, **body)
    assert answer.status_code == 409, (path, answer.text)
    said: str = answer.json()["article"]["code"]
    return said


async def test_with_the_last_service_the_decision_is_delivered(door: Door, case: str) -> None:  # noqa: F811
    """逐一送达，最后一名送达，决定书即为送达 (ARL 75)."""
    door.on("2026-03-10")
    first = await done(door, f"{case}/service", CLERK, **to(None, "2026-03-09"))
    assert (first["state"], [one["served_on"] for one in first["services"]]) == (
        "decided",
        ["2026-03-09"],
    )
    assert await refused(door, f"{case}/service", CLERK, **to(None, "2026-03-09")) == "ARL 75(2)"
    last = await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-10"))
    assert (last["state"], last["sue_until"]) == ("delivered", "2026-03-25")


async def test_a_public_notice_is_recorded_when_its_thirty_days_are_over(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """公告满三十日视为送达 (CPL 95)."""
    door.on("2026-03-10")
    said = to(ANNA, "2026-03-06", manner="notice", condition_met=True)
    assert await refused(door, f"{case}/service", CLERK, **said) == "CPL 95(1)"
    door.on("2026-04-07")
    answer = await done(door, f"{case}/service", CLERK, **said)
    assert answer["services"][0]["served_on"] == "2026-04-07"  # 5 April is Qingming
    both = await done(door, f"{case}/delivery", CLERK, served_on="2026-04-07", **HANDED)
    assert both["state"] == "delivered"


async def test_who_was_served_by_itself_keeps_that_day_in_the_delivery(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """一并记载送达的，与已经记载的日期一致 (ARL 75)."""
    door.on("2026-03-12")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    days = {str(ANNA): "2026-03-12"}
    path = f"{case}/delivery"
    wrong = await refused(door, path, CLERK, served_on="2026-03-12", applicants=days, **HANDED)
    assert wrong == "ARL 75(2)"
    answer = await done(door, path, CLERK, served_on="2026-03-12", **HANDED)
    assert answer["sue_until"] == "2026-03-24"


async def test_what_follows_is_seen_by_those_who_see_the_case(door: Door, case: str) -> None:  # noqa: F811
    """后续案卷与原案卷的可见范围相同 (ARL 47)."""
    after = await served(door, case)
    for who, status in (
        (OFFICER, 200),
        (PARTY, 200),
        (DEPARTMENT, 200),
        (OTHER_PARTY, 404),
        (OTHER_ORGAN, 404),
        (STRANGER, 404),
    ):
        assert (await door.get(after, who)).status_code == status, who
    file = (await door.get(after, OFFICER)).json()
    assert (file["conclusion"], file["copies"], file["publishes"]) == ("delivered", True, True)


async def test_a_correction_is_made_by_the_head_and_served_on_all(door: Door, case: str) -> None:  # noqa: F811
    """补正笔误，送达每一名受送达人 (RULES 91)."""
    after = await served(door, case)
    said = {"text": "“2025年”应为“2026年”。"}
    assert (await door.post(f"{after}/correction", CLERK, **said)).status_code == 403
    changed = await refused(door, f"{after}/correction", HEAD, **said, substance=True)
    assert changed == "RULES 91"
    await done(door, f"{after}/correction", HEAD, **said)
    door.on("2026-03-12")
    path = f"{after}/correction-service"
    half = await done(door, path, CLERK, services=[to(None, "2026-03-11")])
    assert half["corrected_on"] == "2026-03-10", "somebody still waits"
    whole = [to(None, "2026-03-11"), to(ANNA, "2026-03-12", manner="post")]
    assert await refused(door, path, CLERK, services=whole) == "RULES 91"
    answer = await done(door, path, CLERK, services=whole[1:])
    assert answer["corrected_on"] is None
    assert await held(door)


async def held(door: Door) -> bool:  # noqa: F811
    """Whether the books hold what the rules of the office ask."""
    assert len(AFTERWARDS) > 1
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return not any([(await rule.check(conn)).count for rule in RULES])


async def test_a_decision_against_a_city_department_is_copied_to_the_provinces(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """市级部门的上一级主管部门是省级的；查不到的机构、不是部门的，写明错处 (ARL 79)."""
    after = await served(door, case)
    said = {"level": "rule", "general": True, "answer_by": "2026-06-10", "text": "建议。"}
    for step, other in (("copy", {}), ("opinion-letter-copy", {}), ("recommendation", said)):
        answer = await door.post(f"{after}/{step}", HEAD, organ="620000-gongjiao", **other)
        assert answer.status_code == 422, answer.text
        assert [one["pointer"] for one in answer.json()["fields"]] == ["#/organ"]
        assert "名录中没有机构 620000-gongjiao" in answer.text
    await door.hub.pool.execute(
        "UPDATE reconsideration.aftermath SET respondent = '620700-gongan', copies_for = $1::jsonb",
        '["620700-gongan"]',
    )
    to_government = await door.post(f"{after}/copy", CLERK, organ="620000-government")
    assert to_government.status_code == 422
    assert await refused(door, f"{after}/copy", CLERK, organ="620000-jiaoyu") == "ARL 79(2)"
    answer = await done(door, f"{after}/copy", CLERK, organ="620000-gongan")
    assert answer["copied_on"] == "2026-03-10"


async def test_copy_and_publication_have_days_and_silence_is_on_file(door: Door, case: str) -> None:  # noqa: F811
    """抄告五个工作日，公开二十个工作日，逾期记录在卷 (ARL 79; RULES 93, 94)."""
    after = await served(door, case)
    wrong = await refused(door, f"{after}/copy", CLERK, organ="620700-gongan")
    assert wrong == "ARL 79(2)"
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    late = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'duty' AS duty FROM hub.outbox"
        " WHERE kind = 'reconsideration.overdue.v1' AND case_id = $1",
        after.removeprefix("/aftermaths/"),
    )
    assert [row["duty"] for row in late] == ["publish"]
    answer = await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert answer["withheld_on"] == "2026-04-10"


async def test_a_decision_is_not_published_with_a_party_s_name_in_it(
    door: Door,  # noqa: F811
    case: str,
    hub: Hub,
) -> None:
    """表单从隐去姓名的决定书开始；文本里还有姓名的，不能公开；读取记录在案 (ARL 79; RULES 49)."""
    after = await served(door, case)
    await door.hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '安某某', now())",
        ANNA,
        DISPUTE,
    )
    path = f"{after}/publication"
    assert await refused(door, path, HEAD, text="申请人安某某不服处罚。") == "RULES 49"
    assert (await door.get(path, CLERK)).status_code == 403
    begun = (await door.get(path, HEAD)).json()["text"]
    assert begun.startswith("行政复议决定书\n")
    assert ("申请人：某某" in begun, "安某某" in begun) == (True, False)
    async with building(hub) as house:
        head = house.visitor(*HEAD["roles"], organ=AUTHORITY, code=HEAD["code"])
        form = await head.get(f"/desk/disputes/{DISPUTE}/files/{after.split('/')[2]}/publication")
        assert "申请人：某某" in form.text
    said = await done(door, path, HEAD, text="申请人某某不服处罚，本机关决定撤销。")
    assert said["published_on"] == "2026-03-10"
    read = await door.hub.pool.fetch("SELECT DISTINCT reader, purpose FROM hub.people_read")
    assert [tuple(row) for row in read] == [(HEAD["code"], "公开决定书前核对隐去的内容")]


async def test_anybody_reads_a_published_decision_until_it_is_set_aside(
    door: Door,  # noqa: F811
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书，不登录也能看到列表和正文；没有公开的、被上级撤销的看不到 (ARL 79)."""
    after = await served(door, case)
    one = f"/party/decisions/{after.removeprefix('/aftermaths/')}"
    async with building(hub) as house:
        web = house.client
        assert "还没有公开的决定书" in (await web.get("/party/decisions")).text
        assert (await web.get(one)).status_code == 404
        await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
        listed = (await web.get("/party/decisions")).text
        assert f'href="{one}"' in listed
        assert "甘州区人民政府" in listed
        assert "申请人某某不服，本机关撤销。" in (await web.get(one)).text
        said = {
            "organ": "620700-government",
            "text": "撤销该决定。",
            "decide_anew_by": "2026-07-31",
        }
        await done(door, f"{after}/annulment", HEAD, **said)
        assert (await web.get(one)).status_code == 404
        assert one not in (await web.get("/party/decisions")).text
        assert (await web.get("/party/decisions?cursor=x")).status_code == 422


async def test_what_is_public_can_be_taken_down_for_good(
    door: Door,  # noqa: F811
    case: str,
    hub: Hub,
) -> None:
    """已经公开的，发现涉密、涉及隐私，写明理由撤下；撤下以后不再公开 (ARL 79; RULES 49)."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    down = await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert (down["published_on"], down["withheld_on"]) == (None, "2026-03-10")
    async with building(hub) as house:
        one = f"/party/decisions/{after.removeprefix('/aftermaths/')}"
        assert (await house.client.get(one)).status_code == 404
    assert await refused(door, f"{after}/withholding", HEAD, reason="再撤一次。") == "ARL 79(1)"
    assert await refused(door, f"{after}/publication", HEAD, text="某某不服。") == "ARL 79(1)"
    assert await held(door)


async def test_decisions_are_read_newest_first_page_by_page(
    door: Door,  # noqa: F811
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书按公开之日先后分页，一件不重、一件不漏."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    await hub.pool.execute(COPIES)
    async with building(hub) as house:
        first = (await house.client.get("/party/decisions")).text
        [following] = re.findall(r'href="(/party/decisions\?cursor=[^"]+)" rel="next"', first)
        second = (await house.client.get(following)).text
        shown = [re.findall(r'href="(/party/decisions/[^"]+)"', one) for one in (first, second)]
        assert [len(one) for one in shown] == [20, 5]
        assert len({*shown[0], *shown[1]}) == 25
        assert 'rel="next"' not in second


async def test_decisions_are_narrowed_and_read_from_both_ends(
    door: Door,  # noqa: F811
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书按复议机关、被申请人（含共同作出的）、公开年份筛选，两头都能排 (ARL 79)."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    await hub.pool.execute(COPIES)
    await hub.pool.execute(ELDER)
    async with building(hub) as house:

        async def listed(asked: str) -> tuple[list[str], str]:
            shown = (await house.client.get(f"/party/decisions{asked}")).text
            [*following] = re.findall(r'href="([^"]+)" rel="next"', shown)
            return re.findall(r'href="(/party/decisions/[^"]+)"', shown), "".join(following)

        whole, _ = await listed("")
        turned, following = await listed("?sort=on")
        rest, _ = await listed(following.replace("&amp;", "&").removeprefix("/party/decisions"))
        assert [*turned, *rest][: -len(whole) - 1 : -1] == whole
        assert len({*turned, *rest}) == 25
        [elder], _ = await listed("?year=2025")
        assert turned[0] == elder
        assert (await listed(f"?respondent={OTHER_ORGAN['organ']}&authority=&year="))[0] == [elder]
        assert (await listed("?authority=620702-government&year=2026"))[0] != []
        assert (await listed("?authority=620700-government"))[0] == []
        none = (await house.client.get("/party/decisions?authority=620700-government")).text
        assert "没有符合条件的决定书" in none
        assert '<option value="2025">2025年</option>' in none


async def test_the_organ_reports_for_itself_and_for_no_other(door: Door, case: str) -> None:  # noqa: F811
    """有关机关自己报送纠正情况 (ARL 76)."""
    after = await served(door, case)
    text = "同类处罚未告知权利，请纠正。"
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": text}
    assert (await door.post(f"{after}/opinion-letter", CLERK, **said)).status_code == 403
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    report = f"{after}/correction-report"
    assert await refused(door, report, ORGAN, text="已纠正。") == "ARL 76"
    got = await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert got["letters"][0]["copies"] is True
    assert (await door.post(report, OTHER_ORGAN, text="已纠正。")).status_code == 404
    assert (await door.post(report, PARTY, text="已纠正。")).status_code == 403
    pretends = await done(door, report, ORGAN, text="已纠正。", organ="620702-zhujian")
    assert pretends["letters"][0]["answered_on"] == "2026-03-10"
    path = f"{after}/letter-unheeded"
    assert (await door.post(path, CLERK, text="没有撤销。")).status_code == 403
    found = await done(door, path, HEAD, text="报告称不予纠正，没有撤销。")
    assert found["letters"][0]["unheeded_on"] == "2026-03-10"
    assert await refused(door, path, HEAD, text="再次认定。") == "ARL 77(2)"
    assert await held(door)
    assert await held(door)


async def test_a_recommendation_is_answered_by_its_organ(door: Door, case: str) -> None:  # noqa: F811
    """建议书写明答复的期限 (ARR2007 57; RULES 48)."""
    after = await served(door, case)
    said = {"organ": RESPONDENT, "level": "rule", "general": True, "text": "统一告知格式。"}
    path = f"{after}/recommendation"
    assert await refused(door, path, HEAD, **{**said, "general": False}, answer_by="2026-04-30")
    await done(door, path, HEAD, **said, answer_by="2026-04-30")
    answer = await done(door, f"{after}/recommendation-answer", ORGAN, text="采纳。")
    assert answer["recommendations"][0]["answered_on"] == "2026-03-10"
    assert await held(door)


async def test_what_is_handed_over_is_read_inside_alone(door: Door, case: str) -> None:  # noqa: F811
    """移送的材料只有复议机构看到 (ARL 85, 86)."""
    after = await served(door, case)
    secret = {"deed": "no_reply", "done_on": "2026-03-09", "text": "逾期未答复的经过。"}
    path = f"{after}/hand-over"
    assert await refused(door, path, HEAD, **secret, recipient="police") == "ARL 85"
    await done(door, path, HEAD, **secret, recipient="appointing")
    assert await held(door)
    seen: dict[str, Any] = {}
    for name, who in (("body", OFFICER), ("organ", ORGAN), ("party", PARTY)):
        answer = await door.get(f"/disputes/{DISPUTE}", who)
        assert answer.status_code == 200, answer.text
        pages = [page for file in answer.json()["files"] for page in file["pages"]]
        [page] = [p for p in pages if p["kind"] == "reconsideration.liability_handed_over.v1"]
        seen[name] = page["findings"].get("deed")
    assert seen == {"body": "no_reply", "organ": None, "party": None}


async def test_a_decision_that_is_withdrawn_from_above_is_put_on_file(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """上级撤销已送达的复议决定 (RULES 92)."""
    after = await served(door, case)
    path, text = f"{after}/annulment", "撤销该复议决定。"
    assert await refused(door, path, HEAD, organ="620725-government", text=text) == "RULES 92"
    answer = await done(door, path, HEAD, organ="620700-government", text=text)
    assert answer["state"] == "annulled"
    assert await refused(door, f"{after}/copy", CLERK, organ="620700-chengguan") == "ARL 79(2)"


async def test_a_decision_that_a_court_annuls_is_put_on_file(door: Door, case: str) -> None:  # noqa: F811
    """人民法院生效裁判撤销复议决定，期限写明的，原申请转入新的案卷 (ALL 70; RULES 92)."""
    after = await served(door, case)
    path, text = f"{after}/annulment", "撤销甘州区人民政府的行政复议决定，责令重新作出。"
    said: dict[str, Any] = {"by_court": True, "text": text, "decide_anew_by": "2026-05-29"}
    assert await refused(door, path, HEAD, organ="620700-government", **said) == "ALL 70"
    assert await refused(door, path, HEAD, text=text) == "RULES 92"
    answer = await done(door, path, HEAD, organ="620700-fayuan", **said)
    assert answer["state"] == "annulled"
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert new.state == State.ACCEPTED
    assert await held(door)


async def test_what_was_annulled_goes_on_in_a_new_file_where_it_is_to_be_decided_anew(
    door: Door,  # noqa: F811 - the fixture
    case: str,
) -> None:
    """责令重新作出决定的，原申请转入新的案卷审理，期限在承办人的清单中 (RULES 92)."""
    after = await served(door, case)
    said = {"organ": "620700-government", "text": "撤销，限期重新作出决定。"}
    annulled = await done(door, f"{after}/annulment", HEAD, decide_anew_by="2026-05-29", **said)
    assert annulled["state"] == "annulled"
    file_id = UUID(after.split("/")[-1])
    new, _ = await door.hub.read(CASES, again_of(file_id))
    assert (new.state, new.authority) == (State.ACCEPTED, AUTHORITY)
    old, _ = await door.hub.read(CASES, UUID(case.rsplit("/", maxsplit=1)[-1]))
    assert (old.state, new.applicants, new.act) == (State.DELIVERED, old.applicants, old.act)
    rows, _ = await beside_cases(
        *(door.hub, AUTHORITY, "fuyi-07", FollowingSieve("every"), Order("due")), limit=9
    )
    assert [(one.duty, one.overdue) for one in rows] == [("decide_anew", False)]
    assert await refused(door, f"{after}/decided-anew", CLERK) == "RULES 92"
    door.on("2026-06-01")
    await Sweep(door.hub).once()
    late = await door.hub.pool.fetchval(
        "SELECT count(*) FROM hub.outbox WHERE case_id = $1 AND body::jsonb ->> 'duty' = $2",
        *(file_id, "decide_anew"),
    )
    assert late == 1
    assert await held(door)


async def test_a_court_may_order_a_new_decision_and_set_no_day(
    door: Door,  # noqa: F811 - the fixture
    case: str,
) -> None:
    """判决重新作出而没有写明期限的，原申请同样转入新的案卷，办结前在承办人的清单中 (ALL 70)."""
    after = await served(door, case)
    said = {"by_court": True, "text": "撤销，判令重新作出决定。", "decide_anew": True}
    answer = await done(door, f"{after}/annulment", HEAD, organ="620700-fayuan", **said)
    assert answer["state"] == "annulled"
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert (new.state, new.authority) == (State.ACCEPTED, AUTHORITY)
    assert await beside(door, whose="every") == ["decide_anew"]
    early = await door.post(f"{after}/decided-anew", CLERK)
    assert (early.status_code, "尚未作出行政复议决定" in early.text) == (409, True)
    assert await held(door)


async def test_served_again_one_party_has_new_days_to_sue(door: Door, case: str) -> None:  # noqa: F811
    """重新送达的，起诉期限自重新送达起算 (ARL 75)."""
    after = await served(door, case)
    door.on("2026-03-30")
    said = to(ANNA, "2026-03-27", reason="邮件由他人误签。")
    await done(door, f"{after}/service", CLERK, **said)
    body = await door.hub.pool.fetchval(
        "SELECT body::jsonb ->> 'sue_until' FROM hub.outbox"
        " WHERE kind = 'reconsideration.served_again.v1'"
    )
    assert body == "2026-04-13"  # 11 April is a Saturday
    assert await held(door)


async def test_served_again_a_respondent_has_new_days_to_perform(door: Door, case: str) -> None:  # noqa: F811
    """向被申请人重新送达的，履行期限自重新送达起算，不是自误送之日 (ARL 64, 75, 77)."""
    after = await served(door, case)
    door.on("2026-03-30")
    said = to(None, "2026-03-27", reason="误送其他单位的收发室。")
    await done(door, f"{after}/service", CLERK, **said)
    body = json.loads(
        await door.hub.pool.fetchval(
            "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.served_again.v1'"
        )
    )
    told = (body["respondent"], body["perform_by"], body["sue_until"])
    assert told == (RESPONDENT, "2026-05-26", None)
    assert await held(door)


async def test_a_letter_goes_out_while_the_case_is_handled_and_its_file_goes_on_at_the_end(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """办理案件过程中即可制发意见书，结案后在同一案卷接续办理 (ARL 76; RULES 116)."""
    after = await follows(door, case)
    text = "同类处罚未告知权利，请纠正。"
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": text}
    assert (await door.post(f"{after}/opinion-letter", HEAD, **said)).status_code == 404
    assert (await door.post(f"{case}/aftermath", CLERK)).status_code == 403
    begun = await done(door, f"{case}/aftermath", HEAD)
    assert (begun["state"], begun["conclusion"]) == ("meanwhile", None)
    assert begun == await done(door, f"{case}/aftermath", HEAD)
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    got = await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert got["letters"][0]["copies"] is True
    assert (await door.get(after, PARTY)).status_code == 404
    assert (await door.get(after, DEPARTMENT)).status_code == 200
    for early in ("correction", "withholding"):
        body = {"text": "改字。"} if early == "correction" else {"reason": "不公开。"}
        assert await refused(door, f"{after}/{early}", HEAD, **body)

    assert await served(door, case) == after
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["conclusion"]) == ("following", "delivered")
    assert [one["organ"] for one in file["letters"]] == [RESPONDENT]
    assert file["begun_on"] < file["opened_on"] == "2026-03-10"
    # What came before the end may be put on file after it.
    copied = await done(
        door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan", on=file["begun_on"]
    )
    assert copied["letters"][0]["copied_on"] == file["begun_on"]
    reported = await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert reported["letters"][0]["answered_on"] == "2026-03-10"
    assert await door.hub.pool.fetchval(OPENED) == 1
    assert await held(door)


async def test_the_copy_follows_the_first_service_while_others_are_still_to_be_served(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """决定书一经送达即发生法律效力：自最先送达起抄告，不等最后一名；公开仍待结案 (ARL 75, 79)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    above = {"organ": "620700-chengguan"}
    door.on("2026-03-09")
    assert await refused(door, f"{after}/copy", CLERK, **above) == "ARL 79(2)"
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    file = (await door.get(after, OFFICER)).json()
    assert (file["state"], file["effective_on"], file["copies_for"]) == (
        *("effective", "2026-03-09", [RESPONDENT]),
    )
    assert (await door.get(after, PARTY)).status_code == 404
    assert await beside(door) == ["copy_decision"]
    early = await door.post(f"{after}/copy", CLERK, on="2026-03-06", **above)
    assert (early.status_code, "最先送达之日2026-03-09" in early.text) == (422, True)
    assert await refused(door, f"{after}/withholding", HEAD, reason="不公开。") == "ARL 79(1)"
    copied = await done(door, f"{after}/copy", CLERK, **above)
    assert (copied["copied_on"], await beside(door)) == ("2026-03-09", [])
    assert await held(door)
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-10"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["opened_on"], file["copied_on"]) == (
        *("following", "2026-03-10", "2026-03-09"),
    )
    assert await beside(door) == ["publish"]
    assert await held(door)


async def test_what_took_effect_is_set_aside_while_others_are_still_to_be_served(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """送达一方即生效，被撤销的随即记载、转入新的案卷；其余各方照常送达、结案 (ARL 75; RULES 92)."""
    after = await follows(door, case)
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    said = {"organ": "620700-government", "text": "撤销。", "decide_anew_by": "2026-05-29"}
    early = await door.post(f"{after}/annulment", HEAD, on="2026-03-06", **said)
    assert early.status_code == 422
    annulled = await done(door, f"{after}/annulment", HEAD, **said)
    assert (annulled["state"], annulled["conclusion"]) == ("annulled", None)
    new, _ = await door.hub.read(CASES, again_of(UUID(after.split("/")[-1])))
    assert new.state == State.ACCEPTED
    assert await beside(door) == ["decide_anew"]
    door.on("2026-03-10")
    await done(door, f"{case}/service", CLERK, **to(None, "2026-03-10"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    await hear(door, DecisionDelivered, agents.LISTENS, LABELS)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["conclusion"], file["opened_on"], file["publishes"]) == (
        *("annulled", "delivered", "2026-03-10", False),
    )
    assert await beside(door) == ["decide_anew"]
    assert await held(door)


ALONE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("service", to(ANNA, "2026-03-09")),
    ("service", to(None, "2026-03-11")),
)
TOGETHER: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "delivery",
        {"served_on": "2026-03-11", "applicants": {str(ANNA): "2026-03-09"}, **HANDED},
    ),
)


@pytest.mark.parametrize(
    ("services", "heard"),
    [
        pytest.param(ALONE, (DecisionServed, DecisionDelivered), id="heard after the last"),
        pytest.param(ALONE, (DecisionDelivered,), id="of old, heard at the end alone"),
        pytest.param(TOGETHER, (DecisionDelivered,), id="recorded all at once"),
    ],
)
async def test_the_copy_is_due_from_the_first_service_however_the_services_were_recorded(
    door: Door,  # noqa: F811
    case: str,
    services: tuple[tuple[str, dict[str, Any]], ...],
    heard: tuple[type, ...],
) -> None:
    """抄告自最先送达之日起，不论逐一记载还是一并记载、系统何时知悉 (ARL 75, 79; RULES 93)."""
    door.on("2026-03-11")
    for step, body in services:
        await done(door, f"{case}/{step}", CLERK, **body)
    for kind in heard:
        await hear(door, kind, agents.LISTENS, LABELS)
    after = await follows(door, case)
    file = (await door.get(after, PARTY)).json()
    assert (file["state"], file["effective_on"], file["opened_on"]) == (
        *("following", "2026-03-09", "2026-03-11"),
    )
    runs = await door.hub.pool.fetchval(COPY_RUNS, UUID(after.split("/")[-1]))
    assert runs == "2026-03-09", "from one page alone"
    copied = await done(door, f"{after}/copy", CLERK, organ="620700-chengguan", on="2026-03-10")
    assert copied["copied_on"] == "2026-03-10"
    assert await held(door)


COPY_RUNS = """
SELECT string_agg(started_on::text, ' ') FROM hub.deadline
WHERE case_id = $1 AND name = 'copy_decision'
"""

OPENED = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.aftermath_opened.v1'"


async def test_clues_are_handed_over_at_any_time(door: Door, case: str) -> None:  # noqa: F811
    """办理过程中发现问题线索的，应当移送，不等结案 (ARL 85, 86)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    said = {
        "deed": "abuse",
        "duty_crime": True,
        "done_on": "2026-03-02",
        "recipient": "supervisory",
        "text": "线索。",
    }
    answer = await done(door, f"{after}/hand-over", HEAD, **said)
    assert answer["state"] == "meanwhile"
    assert await held(door)


async def test_a_letter_stands_on_the_desk_of_the_organ_that_is_to_answer_it(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """收到意见书的机关六十日内报送纠正情况，在它的应诉清单上，报送以后不再列出 (ARL 76)."""
    after = await served(door, case)
    said = {"flaw": "illegal", "organ": RESPONDENT, "text": "今后依法履行告知程序"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    assert await on_the_desk(door) == []
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await on_the_desk(door) == ["report_correction"]
    door.on("2026-09-01")
    await Sweep(door.hub).once()
    assert await on_the_desk(door, late="overdue") == ["report_correction"]
    await done(door, f"{after}/correction-report", ORGAN, text="已开展告知程序专项培训")
    assert await on_the_desk(door) == []


async def on_the_desk(door: Door, late: str = "") -> list[str | None]:  # noqa: F811
    sieve = Sieve("letters", late)
    found, _ = await owed(door.hub, RESPONDENT, sieve, Order("due"), limit=9)
    return [one.duty for one in found]


async def beside(door: Door, code: str = "fuyi-07", **said: str) -> list[str | None]:  # noqa: F811
    sieve = FollowingSieve(**said)
    found, total = await beside_cases(
        *(door.hub, LABELS["authority"], code, sieve, Order("due")), limit=9
    )
    assert total == len(found)
    return [one.duty for one in found]


async def test_what_follows_stands_on_the_list_of_who_handled_the_case_until_it_is_done(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """送达以后的抄告、公开列在承办人的清单上，逾期的仍在，办了不再列出 (ARL 79; RULES 93)."""
    after = await served(door, case)
    assert await beside(door) == ["copy_decision"]
    assert await beside(door, "somebody") == []
    assert await beside(door, "somebody", whose="every") == ["copy_decision"]
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    assert await beside(door) == ["publish"]
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["publish"]
    [waits] = await waiting(door.hub, LABELS["authority"], limit=9)
    assert (waits.what, str(waits.file_id)) == ("publication", after.removeprefix("/aftermaths/"))
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert await beside(door) == []
    assert await waiting(door.hub, LABELS["authority"], limit=9) == []


async def test_a_letter_that_is_on_its_way_stays_on_the_list_until_it_is_answered_and_copied(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """意见书送达、抄告、等待报送，都在承办人的清单上 (ARL 76, 79)."""
    after = await served(door, case)
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "同类处罚未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    assert await beside(door) == ["serve_letter"]
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await beside(door) == ["copy_letter"]
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan")
    assert await beside(door) == ["report_correction"]
    await done(door, f"{after}/correction-report", ORGAN, text="已纠正。")
    assert await beside(door) == []


async def test_a_letter_of_old_that_was_copied_late_is_overdue_no_longer(
    door: Door,  # noqa: F811
    case: str,
) -> None:
    """旧案卷的抄告没有写明是谁的意见书：逾期后补办了的，不再列为逾期 (ARL 79; RULES 93)."""
    after = await served(door, case)
    await done(door, f"{after}/copy", CLERK, organ="620700-chengguan")
    await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    said = {"organ": RESPONDENT, "flaw": "illegal", "text": "同类处罚未告知权利，请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **said)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    door.on("2026-04-10")
    await Sweep(door.hub).once()
    assert await beside(door, late="overdue") == ["copy_letter"]
    await done(door, f"{after}/opinion-letter-copy", CLERK, organ="620700-chengguan")
    assert await beside(door, late="overdue") == []
    await door.hub.pool.execute(UNSAID)
    assert await beside(door, late="overdue") == []


async def broken(door: Door) -> set[str]:  # noqa: F811
    """The rules that the books break."""
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return {rule.name for rule in RULES if (await rule.check(conn)).count}


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("applicants", str(ANNA)),
        ("participants", str(ANNA)),
        ("authority", "620725-government"),
        ("departments", ""),
    ],
)
async def test_the_books_find_a_label_that_is_not_what_the_pages_say(
    door: Door,  # noqa: F811
    case: str,
    label: str,
    said: str,
) -> None:
    """核对：随案的后续案卷，标签写明办理机关和收到意见书的机关，当事人不查阅 (RULES 116)."""
    after = await follows(door, case)
    await done(door, f"{case}/aftermath", HEAD)
    letter = {"organ": RESPONDENT, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", HEAD, **letter)
    await done(door, f"{after}/opinion-letter-receipt", CLERK)
    assert await broken(door) == set()
    await door.hub.pool.execute(
        "UPDATE hub.file SET labels = labels || jsonb_build_object($2::text, $3::text)"
        " WHERE case_id = $1",
        *(UUID(after.removeprefix("/aftermaths/")), label, said),
    )
    assert await broken(door) == {"meanwhile"}


async def test_the_books_find_parties_shut_out_after_the_end(door: Door, case: str) -> None:  # noqa: F811
    """核对：结案以后，当事人与原案卷一样查阅后续案卷 (RULES 90)."""
    after = await served(door, case)
    assert await broken(door) == set()
    await door.hub.pool.execute(
        'UPDATE hub.file SET labels = labels || \'{"applicants": ""}\' WHERE case_id = $1',
        UUID(after.removeprefix("/aftermaths/")),
    )
    assert await broken(door) == {"meanwhile"}
