"""Doors of third persons, representatives, agents, successors and joined cases, through HTTP."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from uuid import UUID, uuid4

import httpx
import pytest

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, OTHER_PARTY, PARTY, Door
from tests.registering import take_in

HANDLER = {"code": "officer-8", "roles": [Role.RECONSIDERATION], "organ": AUTHORITY}
ON = "2026-09-01"
WIFE = {"name": "王某", "phone": "13800000001", "id_number": "11010519491231002X"}
APPLICATION = {
    "dispute_id": str(DISPUTE),
    "authority": AUTHORITY,
    "applicants": [str(ANNA)],
    "respondent": "620702-chengguan",
    "act": "penalty",
    "received_on": ON,
    "learnt_on": "2026-08-20",
    "text": "请求撤销行政处罚决定",
}

PARTY_OF = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)
VALUES ($1, $2, 'applicant', 'natural', '李某', $3)
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    await hub.pool.execute(PARTY_OF, BERT, DISPUTE, clock.now())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on 1 September, its copy with the respondent on the same day."""
    answer = await door.post("/reconsiderations", HANDLER, **APPLICATION)
    assert answer.status_code == 201, answer.text
    path = f"/reconsiderations/{answer.json()['case_id']}"
    assert (await door.post(f"{path}/acceptance", HANDLER)).status_code == 201
    sent = await door.post(f"{path}/copy", HANDLER, received_on=ON)
    assert sent.status_code == 201
    return path


async def test_who_is_of_no_party_of_the_case_is_not_let_in_by_a_bare_id(
    door: Door, case: str
) -> None:
    """不是本案人员的编号，不能作为第三人、代理人、承受人，案卷不因此对其开放 (ARL 14 to 17)."""
    stranger = {"person_id": str(uuid4()), "text": "材料"}
    await door.hub.pool.execute(PARTY_OF, UUID(int=77), uuid4(), door.clock.now())
    elsewhere = {"person_id": str(UUID(int=77)), "text": "材料"}
    for said in (stranger, elsewhere):
        third = await door.post(
            f"{case}/third-person", HANDLER, **said, called=True, interested=True
        )
        assert (third.status_code, "没有登记为本案人员" in third.text) == (422, True)
        agent = {"principal_id": str(ANNA), "sort": "lawyer", "identified": True}
        named = await door.post(f"{case}/agent", PARTY, **said, **agent, powers=["act"])
        assert (named.status_code, "没有登记为本案人员" in named.text) == (422, True)
    file = await door.get(case, HANDLER)
    assert file.json()["participants"]["third_persons"] == []


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["article"]["code"]


async def test_somebody_comes_in_by_name_or_as_one_who_is_registered_and_not_as_both(
    door: Door, case: str
) -> None:
    """第三人是已经登记的当事人，或者写明姓名；证件号码有误的当即告知 (ARL 16)."""
    said = {"called": True, "interested": True, "text": "通知参加"}
    path = f"{case}/third-person"
    for wrong in ({}, {"person_id": str(BERT), "person": WIFE}):
        assert (await door.post(path, HANDLER, **said, **wrong)).status_code == 422
    mistaken = WIFE | {"id_number": "110105194912310021"}
    answer = await door.post(path, HANDLER, **said, person=mistaken)
    assert answer.status_code == 422
    assert "校验位" in answer.text
    joined = await door.post(path, HANDLER, **said, person=WIFE)
    assert joined.status_code == 201, joined.text
    [third] = joined.json()["participants"]["third_persons"]
    away = await door.post(
        f"{case}/third-person-absence", HANDLER, person_id=third["person_id"], reason="来函"
    )
    assert away.json()["participants"]["third_persons"][0]["takes_part"] is False
    refused = await door.post(
        f"{case}/third-person-refusal", HANDLER, person_id=str(BERT), reason="没有利害关系"
    )
    assert refused.status_code == 201


async def test_whoever_asks_to_take_part_is_answered_before_the_decision(
    door: Door, case: str
) -> None:
    """申请作为第三人参加的，答复以前不能查阅；准许或者不准许，写明理由 (ARL 16)."""
    path, window = f"{case}/third-person-request", HANDLER
    said = {"person_id": str(BERT), "text": "相邻的墙是两家共有的"}
    asked = await door.post(path, window, **said)
    assert asked.status_code == 201, asked.text
    assert asked.json()["participants"]["asking"] == [{"person_id": str(BERT), "asked_on": ON}]
    assert code(await door.post(path, window, **said)) == (409, "ARL 16(1)")
    assert (await door.get(case, OTHER_PARTY)).status_code == 404
    other = await door.post(path, window, person=WIFE, text="房屋是夫妻共有的")
    [_, wife] = other.json()["participants"]["asking"]
    refused = await door.post(
        f"{case}/third-person-refusal",
        HANDLER,
        person_id=wife["person_id"],
        reason="没有利害关系",
    )
    assert [one["person_id"] for one in refused.json()["participants"]["asking"]] == [str(BERT)]
    let_in = {"called": False, "interested": True, "text": "准许参加", "person_id": str(BERT)}
    joined = await door.post(f"{case}/third-person", HANDLER, **let_in)
    assert joined.json()["participants"]["asking"] == []
    assert (await door.get(case, OTHER_PARTY)).status_code == 200
    assert code(await door.post(path, window, **said)) == (409, "ARL 16(1)")


async def test_a_third_person_reads_the_case_and_a_stranger_does_not(door: Door, case: str) -> None:
    """第三人可以查阅，其他人不能 (ARL 47)."""
    assert (await door.get(case, OTHER_PARTY)).status_code == 404
    said = {"called": False, "interested": True, "text": "申请参加", "person_id": str(BERT)}
    joined = await door.post(f"{case}/third-person", HANDLER, **said)
    assert joined.status_code == 201, joined.text
    assert (await door.get(case, OTHER_PARTY)).status_code == 200
    asked = await door.post(f"{case}/stay-request", OTHER_PARTY, text="房屋相邻")
    assert asked.status_code == 201, asked.text
    assert (await door.post(f"{case}/withdrawal", OTHER_PARTY)).status_code == 409


async def test_a_party_entrusts_changes_and_ends_an_agent_itself(door: Door, case: str) -> None:
    """申请人自己委托、变更、解除代理人 (ARL 17)."""
    said = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["act"], "identified": True}
    unproved = said | {"identified": False}
    named = {"person": {"name": "钱某", "phone": "13800000002"}, "text": "授权委托书"}
    assert code(await door.post(f"{case}/agent", PARTY, **unproved, **named)) == (409, "ARL 17(2)")
    answer = await door.post(f"{case}/agent", PARTY, **said, **named)
    assert answer.status_code == 201, answer.text
    [agent] = answer.json()["participants"]["agents"]
    lawyer = {
        "code": "party-9",
        "roles": [Role.PARTY],
        "persons": [UUID(agent["agent_id"])],
    }
    assert (await door.get(case, lawyer)).status_code == 200
    assert code(await door.post(f"{case}/withdrawal", lawyer)) == (409, "ARL 41 item 1")
    both = {"agent_id": agent["agent_id"], "principal_id": str(ANNA), "text": "书面告知"}
    more = {**both, "powers": ["act", "withdraw"]}
    assert (await door.post(f"{case}/agent-change", lawyer, **more)).status_code == 409
    assert (await door.post(f"{case}/agent-change", PARTY, **more)).status_code == 201
    withdrawn = await door.post(f"{case}/withdrawal", lawyer)
    assert withdrawn.status_code == 201, withdrawn.text
    ended = await door.post(f"{case}/agent-end", PARTY, **both)
    assert ended.json()["participants"]["agents"] == []
    assert (await door.get(case, lawyer)).status_code == 404


async def test_the_respondent_names_its_own_agents_and_ends_nobody_else_s(
    door: Door, case: str
) -> None:
    """被申请人指定工作人员，不得仅委托律师，也不能解除他人的代理 (ARL 17; ARR2026 18)."""
    said = {"powers": ["act"], "text": "授权委托书", "person": {"name": "孙某"}}
    path = f"{case}/respondent-agent"
    alone = await door.post(path, DEPARTMENT, sort="lawyer", **said)
    assert code(alone) == (409, "ARR2026 18(2)")
    named = await door.post(path, DEPARTMENT, **said)
    assert named.status_code == 201, named.text
    [clerk] = named.json()["participants"]["agents"]
    assert (clerk["sort"], clerk["principal_id"]) == ("staff", None)
    other = {"agent_id": str(BERT), "principal_id": str(ANNA), "text": "解除"}
    assert code(await door.post(f"{case}/agent-end", DEPARTMENT, **other)) == (409, "ARL 17(2)")
    own = {"agent_id": clerk["agent_id"], "text": "解除"}
    assert (await door.post(f"{case}/agent-end", PARTY, **own)).status_code == 409
    assert (await door.post(f"{case}/agent-end", DEPARTMENT, **own)).status_code == 201


async def test_who_succeeds_is_put_on_file_while_the_case_is_suspended(
    door: Door, case: str
) -> None:
    """中止期间可以承受申请人的地位，其他事项不得办理 (ARL 14, 39)."""
    said = {"cause": "death", "text": "申请人死亡"}
    assert (await door.post(f"{case}/suspension", OFFICER, **said)).status_code == 201
    heir = {"applicant_id": str(ANNA), "succession": "relatives", "text": "户口簿"}
    nobody = await door.post(f"{case}/succession", HANDLER, **heir, relation="spouse")
    assert nobody.status_code == 422
    bare = await door.post(f"{case}/succession", HANDLER, **heir, persons=[WIFE])
    assert code(bare) == (409, "ARR2026 11")
    done = await door.post(f"{case}/succession", HANDLER, **heir, relation="spouse", persons=[WIFE])
    assert done.status_code == 201, done.text
    assert done.json()["applicants"] != [str(ANNA)]
    assert done.json()["suspended_for"][0]["gone_on"] == ON
    assert (await door.get(case, PARTY)).status_code == 404
    elected = {"representatives": done.json()["applicants"], "signed_by_all": True, "text": "推选"}
    refused = await door.post(f"{case}/representatives", HANDLER, **elected)
    assert code(refused) == (409, "ARL 39(1)(1)")
    assert (await door.post(f"{case}/resumption", HANDLER, text="恢复审理")).status_code == 201


async def test_a_statutory_agent_acts_for_the_applicant_at_the_same_doors(
    door: Door, case: str
) -> None:
    """法定代理人代为参加行政复议 (ARL 14)."""
    said = {"applicant_id": str(ANNA), "text": "监护关系证明", "person_id": str(BERT)}
    joined = await door.post(f"{case}/statutory-agent", HANDLER, **said)
    assert joined.status_code == 201, joined.text
    assert joined.json()["participants"]["agents"][0]["sort"] is None
    asked = await door.post(f"{case}/stay-request", OTHER_PARTY, text="房屋一旦拆除无法恢复")
    assert asked.status_code == 201, asked.text


async def test_a_minor_third_person_is_represented_by_its_parent(door: Door, case: str) -> None:
    """第三人没有完全行为能力的，法定代理人参加，可以查阅、申请停止执行 (ARL 14, 16, 47)."""
    child = {"called": True, "interested": True, "text": "通知参加", "person_id": str(BERT)}
    ward = {"applicant_id": str(BERT), "text": "出生医学证明", "person": WIFE}
    early = await door.post(f"{case}/statutory-agent", HANDLER, **ward)
    assert early.status_code == 409
    assert "代本案申请人、第三人参加" in early.text
    assert (await door.post(f"{case}/third-person", HANDLER, **child)).status_code == 201
    joined = await door.post(f"{case}/statutory-agent", HANDLER, **ward)
    assert joined.status_code == 201, joined.text
    [agent] = joined.json()["participants"]["agents"]
    assert (agent["standing"], agent["principal_id"]) == ("third", str(BERT))
    parent = {"code": "party-9", "roles": [Role.PARTY], "persons": [UUID(agent["agent_id"])]}
    assert (await door.get(case, parent)).status_code == 200
    asked = await door.post(f"{case}/stay-request", parent, text="房屋相邻", standing="third")
    assert asked.status_code == 201, asked.text


async def test_only_the_head_lets_some_go_and_joins_cases_and_a_wrong_number_is_none(
    door: Door, case: str
) -> None:
    """部分终止、合并审理由行政复议机关决定 (ARL 41; ARR2026 43)."""
    left = {"applicants": [str(ANNA)], "ground": "withdrawn", "text": "准予撤回"}
    assert (await door.post(f"{case}/partial-termination", HANDLER, **left)).status_code == 403
    assert code(await door.post(f"{case}/partial-termination", OFFICER, **left)) == (409, "ARL 41")
    joined = {"numbers": ["620702-20260901-0000001-1"], "ground": "other", "reason": "同一事实"}
    assert (await door.post(f"{case}/joinder", HANDLER, **joined)).status_code == 403
    assert (await door.post(f"{case}/joinder", OFFICER, **joined)).status_code == 404


@pytest.mark.parametrize(
    ("path", "power", "refused"),
    [
        ("settlement", "settle", "ARL 74(1)"),
        ("hearing-request", "act", "ARL 50(2)"),
        ("compensation-claim", "act", "ARL 72(1)"),
    ],
)
async def test_an_agent_does_for_the_applicant_what_it_was_given_power_for(
    door: Door, case: str, path: str, power: str, refused: str
) -> None:
    """代理人在权限内提交和解协议、请求听证；没有这一权限的，不得办理 (ARL 17, 50, 74)."""
    said = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["receive"], "identified": True}
    named = {"person": {"name": "钱某", "phone": "13800000002"}, "text": "授权委托书"}
    [agent] = (await door.post(f"{case}/agent", PARTY, **said, **named)).json()["participants"][
        "agents"
    ]
    lawyer = {"code": "party-9", "roles": [Role.PARTY], "persons": [UUID(agent["agent_id"])]}
    assert code(await door.post(f"{case}/{path}", lawyer, text="请求")) == (409, refused)
    more = {"agent_id": agent["agent_id"], "principal_id": str(ANNA), "text": "书面告知"}
    changed = await door.post(f"{case}/agent-change", PARTY, **more, powers=[power])
    assert changed.status_code == 201, changed.text
    answer = await door.post(f"{case}/{path}", lawyer, text="请求")
    assert answer.status_code == 201, answer.text


async def test_only_who_may_receive_papers_says_where_they_are_sent(door: Door, case: str) -> None:
    """没有代收文书权限的代理人，不得改委托人的送达地址 (ARL 17; ARR2026 27)."""
    said = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["act"], "identified": True}
    named = {"person": {"name": "钱某", "phone": "13800000002"}, "text": "授权委托书"}
    [agent] = (await door.post(f"{case}/agent", PARTY, **said, **named)).json()["participants"][
        "agents"
    ]
    lawyer = {"code": "party-9", "roles": [Role.PARTY], "persons": [UUID(agent["agent_id"])]}
    moved = {"persons": [str(ANNA)], "service_address": "律师事务所"}
    assert (await door.post(f"{case}/basics", lawyer, **moved)).status_code == 409
    more = {"agent_id": agent["agent_id"], "principal_id": str(ANNA), "text": "书面告知"}
    changed = await door.post(f"{case}/agent-change", PARTY, **more, powers=["receive"])
    assert changed.status_code == 201, changed.text
    assert (await door.post(f"{case}/basics", lawyer, **moved)).status_code == 201


async def test_of_two_applicants_each_is_told_apart_at_the_doors(door: Door) -> None:
    """申请人有数人的，中止写明何人；各人的赔偿请求各自提出 (ARL 39, 72)."""
    both = APPLICATION | {"applicants": [str(ANNA), str(BERT)]}
    answer = await door.post("/reconsiderations", HANDLER, **both)
    case = f"/reconsiderations/{answer.json()['case_id']}"
    assert (await door.post(f"{case}/acceptance", HANDLER)).status_code == 201
    for who in (PARTY, OTHER_PARTY):
        claimed = await door.post(f"{case}/compensation-claim", who, text="请求赔偿损失")
        assert claimed.status_code == 201, claimed.text
    assert [one["claimants"] for one in claimed.json()["claims"]] == [[str(ANNA)], [str(BERT)]]
    death = {"cause": "death", "text": "申请人死亡，中止审理"}
    assert code(await door.post(f"{case}/suspension", OFFICER, **death)) == (409, "ARL 39(1)(1)")
    for one in (ANNA, BERT):
        held = await door.post(f"{case}/suspension", OFFICER, **death, applicant=str(one))
        assert held.status_code == 201, held.text
    assert [one["applicant"] for one in held.json()["suspended_for"]] == [str(ANNA), str(BERT)]
    gone = {"reason": "近亲属来函"}
    path = f"{case}/suspension-cause-gone"
    assert code(await door.post(path, HANDLER, **gone)) == (409, "ARL 39(2)")
    said = await door.post(path, HANDLER, **gone, applicant=str(BERT))
    assert [one["gone_on"] for one in said.json()["suspended_for"]] == [None, ON]
