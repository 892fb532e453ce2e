"""Doors of joint respondents 共同被申请人, through HTTP and PostgreSQL (ARL 19, 48; ARR2026 29)."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.reconsideration.agents import LISTENS
from services.reconsideration.office import OFFICE
from services.reconsideration.queries.following import Sieve, beside_cases
from services.reconsideration.store import aftermath_of
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.reconsideration import DecisionDelivered, ReplyForfeited
from shared.contracts.reconsideration.joint import JointRespondentLeft
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import HANDED, road
from tests.reconsideration.makers import ANNA, BERT, DISPUTE, OTHER, RESPONDENT, day
from tests.reconsideration.test_higher_doors import doings, offered
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door, hear
from tests.registering import take_in

SECOND = {"code": "clerk-5", "roles": [Role.DEPARTMENT], "organ": OTHER}
THIRD = {"code": "clerk-6", "roles": [Role.DEPARTMENT], "organ": "620702-gongan"}
ABOVE_OTHER = "620700-shijian"
LABELS = {"authority": "620702-government", "county": "620702"}
TOGETHER = APPLICATION | {"joint": [OTHER]}

DELIVERED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.delivered.v1'"
FORFEITED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.reply_forfeited.v1'"
RUNNING = """
SELECT name, subject FROM hub.deadline
WHERE ended IS NULL AND name LIKE '%reply%' ORDER BY name, subject
"""
KEPT = """
SELECT evidence->>'copied_on' AS copied_on, evidence->>'reply_id' AS reply_id
FROM reconsideration.ordinary
"""
UNTIL = "SELECT until FROM hub.deadline WHERE ended IS NULL AND name = $1"
DEPARTMENTS = "SELECT labels->>'departments' FROM hub.file WHERE procedure = 'ordinary'"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, answer.text
    said: dict[str, Any] = answer.json()
    return said


@pytest.fixture
async def case(door: Door) -> str:
    """Accepted on 5 March, the copies sent to both on that day."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER)
    return path


async def test_an_application_names_all_who_acted_together(door: Door) -> None:
    """申请列明共同被申请人，由共同的行政复议机关受理 (ARL 19, 24)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    assert (file["respondent"], [one["organ"] for one in file["joint"]]) == (RESPONDENT, [OTHER])
    again = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    assert (again["case_id"], again["version"]) == (file["case_id"], file["version"])


@pytest.mark.parametrize("joint", [[RESPONDENT], [OTHER, OTHER], ["620702-nowhere"]])
async def test_who_is_named_twice_or_is_not_known_is_not_taken_down(
    door: Door, joint: list[str]
) -> None:
    """共同被申请人重复、不在名录中的，当即告知 (ARL 19)."""
    answer = await door.post("/reconsiderations", PARTY, **APPLICATION | {"joint": joint})
    assert answer.status_code == 422
    assert "joint" in answer.text


async def test_a_window_is_no_respondent(door: Door) -> None:
    """不能作被申请人的机构，不得列为共同被申请人 (ARL 19)."""
    said = APPLICATION | {"joint": ["620702-committee"]}
    answer = await door.post("/reconsiderations", PARTY, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 19")


async def test_who_is_not_over_all_of_them_does_not_accept(door: Door) -> None:
    """不是共同的行政复议机关的，不得受理 (ARL 24, 30)."""
    said = TOGETHER | {"authority": "620700-government"}
    file = await done(door, "/reconsiderations", PARTY, **said)
    head = OFFICER | {"organ": "620700-government"}
    answer = await door.post(f"/reconsiderations/{file['case_id']}/acceptance", head)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 30(1)(6)")


async def test_none_of_them_has_its_copy_before_it_was_sent(door: Door) -> None:
    """收到副本之日不得早于发送之日，否则答复期限提前届满 (ARL 48, 70)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    door.on("2026-03-06")
    await done(door, f"{path}/copy", OFFICER)
    for who in (DEPARTMENT, SECOND):
        early = await door.post(f"{path}/copy-receipt", who, on="2026-03-05")
        assert (early.status_code, "2026-03-06" in early.text) == (422, True), early.text
        await done(door, f"{path}/copy-receipt", who, on="2026-03-06")


async def test_each_sees_the_file_has_its_copy_and_replies_in_its_own_time(
    door: Door, case: str
) -> None:
    """各自看到案卷，各自收到副本，各自答复 (ARL 48)."""
    assert await door.hub.pool.fetchval(DEPARTMENTS) == f"{RESPONDENT} {OTHER}"
    assert (await door.get(case, THIRD)).status_code == 404
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    door.on("2026-03-09")
    file = await done(door, f"{case}/copy-receipt", SECOND)
    assert file["joint"][0]["copied_on"] == "2026-03-09"
    running = [tuple(row) for row in await door.hub.pool.fetch(RUNNING)]
    assert running == [("joint_reply", OTHER), ("reply", "")]
    await done(door, f"{case}/reply", SECOND, text="答复如下")
    assert [tuple(row) for row in await door.hub.pool.fetch(RUNNING)] == [("reply", "")]
    other = await door.post(f"{case}/reply", DEPARTMENT, text="代为答复", organ=OTHER)
    assert (other.status_code, other.json()["article"]["code"]) == (409, "ARL 19(2)")
    file = await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    assert (file["state"], file["joint"][0]["forfeited"]) == ("examining", False)


async def test_one_reply_is_that_of_all_of_them(door: Door, case: str) -> None:
    """可以共同答复，各记一页，同一份文书 (ARL 48)."""
    for organ in (None, OTHER):
        await done(door, f"{case}/copy-receipt", OFFICER, organ=organ)
    file = await done(door, f"{case}/reply", DEPARTMENT, text="共同答复", together=True)
    assert file["state"] == "examining"
    assert file["joint"][0]["reply_id"]
    assert not await door.hub.pool.fetch(RUNNING)


async def test_the_silence_of_one_lapses_by_itself_before_the_next_act(
    door: Door, case: str
) -> None:
    """一个机关逾期，期满由时钟记录，另一机关的不受影响 (ARL 70)."""
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    await done(door, f"{case}/copy-receipt", SECOND)
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    door.on("2026-03-20")
    views = {"manner": "telephone", "record": "处罚过重"}
    file = await done(door, f"{case}/views", OFFICER, **views)
    assert (file["joint"][0]["forfeited"], file["reply_forfeited"]) == (True, False)


async def test_who_acted_too_is_added_when_the_applicant_was_told(door: Door) -> None:
    """漏列的，告知后追加，向其发送副本；原被申请人的答复不变 (ARL 48; ARR2026 29)."""
    path = await door.apply()
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-03-05")
    await done(door, f"{path}/reply", DEPARTMENT, text="答复如下")
    said = {"capacity": "joint", "others": [OTHER], "text": "漏列共同作出的机关"}
    await done(door, f"{path}/respondent-change-notice", OFFICER, **said)
    told = {"respondent": RESPONDENT, "text": "追加"}
    assert (await door.post(f"{path}/respondent", PARTY, **told)).status_code == 409
    file = await done(door, f"{path}/respondent", PARTY, **told, joint=[OTHER])
    assert (file["state"], file["joint"][0]["organ"]) == ("examining", OTHER)
    assert (await door.get(path, SECOND)).status_code == 404
    file = await done(door, f"{path}/copy", OFFICER, received_on="2026-03-05")
    assert file["joint"][0]["copied_on"] == "2026-03-05"
    assert (await door.get(path, SECOND)).status_code == 200


async def test_who_was_wrongly_named_beside_leaves_and_sees_the_file_no_longer(
    door: Door, case: str
) -> None:
    """错列的共同被申请人不再列，不再看到案卷 (ARR2026 29)."""
    said = {"capacity": "own", "text": "只有一个机关作出"}
    begun = await done(door, f"{case}/aftermath", OFFICER)
    assert begun["joint"] == [OTHER]
    after = f"/aftermaths/{begun['case_id']}"
    letter = {"organ": OTHER, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **letter)
    await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    assert (await door.get(after, SECOND)).status_code == 200
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    file = await done(door, f"{case}/respondent", PARTY, respondent=RESPONDENT, text="变更")
    assert file["joint"] == []
    await hear(door, JointRespondentLeft, LISTENS, LABELS)
    assert (await door.get(after, OFFICER)).json()["joint"] == []
    assert (await door.get(after, SECOND)).status_code == 404
    assert (await door.get(case, SECOND)).status_code == 404
    assert (await door.get(case, DEPARTMENT)).status_code == 200


async def only_the_second(door: Door, case: str) -> dict[str, Any]:
    """The one named first did not act; the applicant names the other one alone."""
    said = {"capacity": "own", "organ": OTHER, "text": "只有市场监管局作出"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    return await done(door, f"{case}/respondent", PARTY, respondent=OTHER, text="变更")


async def test_who_replied_beside_another_one_need_not_reply_again_when_it_stands_alone(
    door: Door, case: str
) -> None:
    """在先的被申请人错列、逾期不答复的，共同被申请人已经提出的答复仍然有效 (ARL 48, 70)."""
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    await done(door, f"{case}/copy-receipt", SECOND)
    door.on("2026-03-09")
    replied = await done(door, f"{case}/reply", SECOND, text="答复如下")
    door.on("2026-03-23")
    file = await only_the_second(door, case)
    assert (file["state"], file["respondent"], file["joint"]) == ("examining", OTHER, [])
    assert (await door.get(case, SECOND)).status_code == 200
    assert (await door.get(case, DEPARTMENT)).status_code == 404
    assert not await door.hub.pool.fetch(RUNNING)
    kept = await door.hub.pool.fetchrow(KEPT)
    assert (kept["copied_on"], kept["reply_id"]) == (
        "2026-03-05",
        replied["joint"][0]["reply_id"],
    )
    door.on("2026-05-29")
    views = {"manner": "telephone", "record": "处罚过重"}
    file = await done(door, f"{case}/views", OFFICER, **views)
    assert not file["reply_forfeited"]


async def test_who_had_its_copy_beside_another_one_has_the_rest_of_its_own_days(
    door: Door, case: str
) -> None:
    """改列在首位的，答复期限自其收到副本之日起继续计算，中止期间不计入 (ARL 39, 48)."""
    await done(door, f"{case}/copy-receipt", SECOND)
    door.on("2026-03-09")
    await done(door, f"{case}/suspension", OFFICER, cause="prevented", text="洪水")
    door.on("2026-03-16")
    gone = {"cause": "prevented", "reason": "洪水已退"}
    await done(door, f"{case}/suspension-cause-gone", OFFICER, **gone)
    await done(door, f"{case}/resumption", OFFICER, text="恢复审理")
    before = await door.hub.pool.fetchval(UNTIL, "joint_reply")
    file = await only_the_second(door, case)
    assert file["state"] == "replying"
    assert [tuple(row) for row in await door.hub.pool.fetch(RUNNING)] == [("reply", "")]
    assert await door.hub.pool.fetchval(UNTIL, "reply") == before
    file = await done(door, f"{case}/reply", SECOND, text="答复如下")
    assert file["state"] == "examining"


async def test_who_let_its_days_pass_beside_another_one_does_not_get_them_again(
    door: Door, case: str
) -> None:
    """共同被申请人已经逾期不答复的，改列在首位不重新计算 (ARL 70)."""
    await done(door, f"{case}/copy-receipt", SECOND)
    door.on("2026-03-20")
    late = {"text": "逾期的答复"}
    file = await done(door, f"{case}/late-reply", SECOND, **late)
    kept = file["joint"][0]["reply_id"]
    assert (file["joint"][0]["forfeited"], kept is None) == (True, False)
    assert (await door.post(f"{case}/late-reply", SECOND, **late)).status_code == 409
    file = await only_the_second(door, case)
    assert (file["state"], file["reply_forfeited"]) == ("examining", True)
    told = "SELECT body::jsonb ->> 'reply_id' FROM hub.outbox WHERE kind = $1"
    again = await door.hub.pool.fetch(told, "reconsideration.late_reply_filed.v1")
    assert [row[0] for row in again] == [kept, kept], "it goes along to who stands first"
    body = await door.hub.pool.fetchval(FORFEITED)
    assert ReplyForfeited.model_validate_json(body).respondent == OTHER


async def test_who_was_not_sent_the_copy_is_sent_it_when_it_stands_alone(door: Door) -> None:
    """尚未发送副本的，变更后向其发送 (ARL 48; ARR2026 29)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{path}/acceptance", OFFICER)
    file = await only_the_second(door, path)
    assert (file["state"], file["respondent"]) == ("accepted", OTHER)
    assert (await door.get(path, SECOND)).status_code == 404


async def test_the_receipt_of_a_copy_is_of_those_who_are_sent_it_in_that_act(
    door: Door, case: str
) -> None:
    """随发送当场签收的，只记本次发送的机关，此前发送的各自另记 (ARL 48)."""
    said = {"capacity": "joint", "others": [OTHER, "620702-gongan"], "text": "漏列"}
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    told = {"respondent": RESPONDENT, "joint": [OTHER, "620702-gongan"], "text": "追加"}
    await done(door, f"{case}/respondent", PARTY, **told)
    door.on("2026-03-10")
    file = await done(door, f"{case}/copy", OFFICER, received_on="2026-03-10")
    days = {one["organ"]: one["copied_on"] for one in file["joint"]}
    assert (file["state"], days) == ("copied", {OTHER: None, "620702-gongan": "2026-03-10"})


async def test_who_withdrew_from_a_case_against_two_does_not_begin_anew_against_the_second(
    door: Door,
) -> None:
    """对共同作出的行为撤回申请的，只列其中一个机关再次申请，仍是同一行为 (ARR2007 38)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    for name, body in (
        ("acceptance", {}),
        ("withdrawal", {}),
        ("termination", {"harmless": True}),
    ):
        await done(door, f"{path}/{name}", OFFICER, **body)
    door.on("2026-03-03")
    alone = APPLICATION | {"respondent": OTHER, "received_on": "2026-03-03"}
    again = await done(door, "/reconsiderations", PARTY, **alone)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARR2007 38(2)")


async def test_who_complained_of_one_alone_does_not_complain_of_both_again(door: Door) -> None:
    """已经就其中一个机关申请并受理的，再列共同作出的机关，仍是同一行政行为 (ARL 30)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号", "respondent": OTHER}
    file = await done(door, "/reconsiderations", PARTY, **numbered | {"joint": []})
    await done(door, f"/reconsiderations/{file['case_id']}/acceptance", OFFICER)
    door.on("2026-03-16")
    both = numbered | {"joint": [RESPONDENT], "received_on": "2026-03-16"}
    again = await done(door, "/reconsiderations", PARTY, **both)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 30(1)(7)")


@pytest.mark.parametrize("organ", [RESPONDENT, OTHER])
async def test_who_complained_of_both_does_not_complain_of_one_alone_again(
    door: Door, organ: str
) -> None:
    """对共同作出的行为已经申请并受理的，只列其中任何一个机关，仍是同一行政行为 (ARL 30)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号"}
    file = await done(door, "/reconsiderations", PARTY, **numbered)
    await done(door, f"/reconsiderations/{file['case_id']}/acceptance", OFFICER)
    door.on("2026-03-16")
    alone = numbered | {"respondent": organ, "joint": [], "received_on": "2026-03-16"}
    again = await done(door, "/reconsiderations", PARTY, **alone)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 30(1)(7)")
    for other in (
        {"act_number": "甘联罚〔2026〕2号"},
        {"respondent": "620702-gongan"},
        {"applicants": [str(BERT)]},
    ):
        taken = await door.post("/reconsiderations", OFFICER, **alone | other)
        assert taken.status_code == 201, taken.text
        path = f"/reconsiderations/{taken.json()['case_id']}/acceptance"
        assert (await door.post(path, OFFICER)).status_code == 201, other


async def test_who_withdrew_from_both_is_barred_from_the_second_in_another_dispute_too(
    door: Door,
) -> None:
    """对共同作出的行为撤回申请的，换一件纠纷只列另一个机关，仍是同一行为 (ARR2007 38)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号"}
    file = await done(door, "/reconsiderations", PARTY, **numbered)
    path = f"/reconsiderations/{file['case_id']}"
    for name, body in (("acceptance", {}), ("withdrawal", {}), ("termination", {"harmless": True})):
        await done(door, f"{path}/{name}", OFFICER, **body)
    other = await take_in(door.hub, UUID(int=77))
    door.on("2026-03-03")
    for organ, barred in ((OTHER, True), (RESPONDENT, True), ("620702-gongan", False)):
        said = {"dispute_id": str(other), "received_on": "2026-03-03", "joint": []}
        alone = await done(
            door, "/reconsiderations", OFFICER, **numbered | said | {"respondent": organ}
        )
        answer = await door.post(f"/reconsiderations/{alone['case_id']}/acceptance", OFFICER)
        assert (answer.status_code == 409) is barred, answer.text
        if barred:
            assert answer.json()["article"]["code"] == "ARR2007 38(2)"


async def test_through_the_organ_that_fined_one_organ_is_named(door: Door) -> None:
    """通过处罚机关申请的，只列该机关，其余在复议机关收到后列明 (ARL 32)."""
    said = TOGETHER | {"fine": "on_the_spot"}
    answer = await door.post("/reconsiderations/handed-in", PARTY, **said)
    assert answer.status_code == 422


async def test_the_organ_that_fined_sees_the_file_on_when_another_one_is_added(
    door: Door,
) -> None:
    """通过处罚机关申请的，受理前追加其他机关，处罚机关仍看到案卷 (ARL 19, 32; ARR2026 29)."""
    said = APPLICATION | {"fine": "on_the_spot"}
    file = await done(door, "/reconsiderations/handed-in", PARTY, **said)
    path = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{path}/forwarding", DEPARTMENT, text="现予转送")
    await done(door, f"{path}/forwarding-receipt", OFFICER)
    others = {"capacity": "joint", "others": [OTHER], "text": "漏列共同作出的机关"}
    await done(door, f"{path}/respondent-change-notice", OFFICER, **others)
    told = {"respondent": RESPONDENT, "text": "追加", "joint": [OTHER]}
    file = await done(door, f"{path}/respondent", PARTY, **told)
    assert (file["state"], file["joint"][0]["organ"]) == ("received", OTHER)
    assert await door.hub.pool.fetchval(DEPARTMENTS) == RESPONDENT
    assert (await door.get(path, DEPARTMENT)).status_code == 200
    assert (await door.get(path, SECOND)).status_code == 404


async def test_each_respondent_is_offered_its_own_reply_and_not_that_of_another_one(
    door: Door, case: str
) -> None:
    """书面答复只向收到副本、尚未答复的被申请人自己提供 (ARL 19, 48)."""
    await done(door, f"{case}/copy-receipt", DEPARTMENT)
    assert "reply" in await offered(door, case, DEPARTMENT)
    assert "reply" not in await offered(door, case, SECOND)
    assert "copy-receipt" in await offered(door, case, SECOND)
    assert "copy-receipt" not in await offered(door, case, DEPARTMENT)
    await done(door, f"{case}/copy-receipt", SECOND)
    assert "reply" in await offered(door, case, SECOND)
    await done(door, f"{case}/reply", SECOND, text="答复如下")
    assert "reply" not in await offered(door, case, SECOND)
    assert "reply" in await offered(door, case, DEPARTMENT)
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    assert "reply" not in await offered(door, case, DEPARTMENT)
    [reply] = [one for one in await doings(door, case, DEPARTMENT) if one.door.slug == "reply"]
    assert reply.why_not == "案卷现为“审理中”，须在“答复期间”时办理"


async def test_the_decision_is_served_on_both_and_with_the_last_it_is_delivered(
    door: Door, case: str
) -> None:
    """证据、代理人、听取、决定；逐一送达，最后一个收到后即为送达 (ARL 17, 48, 75)."""
    for who in (DEPARTMENT, SECOND):
        await done(door, f"{case}/copy-receipt", who)
    piece = {"evidence_kind": "record", "shows": "现场笔录", "collected_on": "2026-02-03"}
    await done(door, f"{case}/respondent-evidence", SECOND, pieces=[piece])
    await done(door, f"{case}/reply", DEPARTMENT, text="共同答复", together=True)
    listed = await door.get(f"{case}/evidence", OFFICER)
    assert [one["organ"] for one in listed.json()] == [OTHER]
    staff = {"person": {"name": "周某", "phone": "13800000003"}, "powers": ["act"], "text": "委托"}
    file = await done(door, f"{case}/respondent-agent", SECOND, **staff)
    [agent] = file["participants"]["agents"]
    assert agent["organ"] == OTHER
    ended = {"agent_id": agent["agent_id"], "text": "解除委托"}
    theirs = await door.post(f"{case}/agent-end", DEPARTMENT, **ended)
    assert (theirs.status_code, theirs.json()["article"]["code"]) == (409, "ARL 17(2)")
    file = await done(door, f"{case}/agent-end", SECOND, **ended)
    assert file["participants"]["agents"] == []
    examined = {"evidence": 1, "examined": "true", "reason": "属实"}
    await done(door, f"{case}/evidence-examination", OFFICER, **examined)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重")
    views = {"standing": "respondent", "manner": "telephone", "record": "依据充分"}
    await done(door, f"{case}/views", OFFICER, **views, organ=OTHER)
    stranger = await door.post(f"{case}/views", OFFICER, **views, organ="620702-gongan")
    assert (stranger.status_code, stranger.json()["article"]["code"]) == (409, "ARL 19(2)")
    for path, who, body in road("revoked", text="撤"):
        await done(door, f"{case}/{path}", OFFICER, **body)
        del who
    served = {"standing": "respondent", "receipt": "收发室签收"}
    applicant = {"standing": "applicant", "person_id": str(ANNA), "receipt": "本人签收"}
    said = {"shown_on": "2026-03-05", "manner": "direct"}
    await done(door, f"{case}/service", OFFICER, **served, **said)
    file = await done(door, f"{case}/service", OFFICER, **applicant, **said)
    assert file["state"] == "decided"
    file = await done(door, f"{case}/service", OFFICER, **served, **said, organ=OTHER)
    assert file["state"] == "delivered"
    body = await door.hub.pool.fetchval(DELIVERED)
    fact = DecisionDelivered.model_validate_json(body)
    assert (fact.respondent, fact.joint_organs) == (RESPONDENT, (OTHER,))


ENDED = "SELECT ended FROM hub.deadline WHERE name = 'copy_decision'"


async def delivered(door: Door, case: str) -> None:
    """Decided and served on 5 March, and what follows it is open."""
    for organ in (None, OTHER):
        await done(door, f"{case}/copy-receipt", OFFICER, organ=organ)
    await done(door, f"{case}/reply", DEPARTMENT, text="共同答复", together=True)
    await done(door, f"{case}/views", OFFICER, manner="telephone", record="处罚过重")
    for path, _, body in road("revoked", text="撤销", redo=True):
        await done(door, f"{case}/{path}", OFFICER, **body)
    await done(door, f"{case}/delivery", OFFICER, served_on="2026-03-05", **HANDED)
    await hear(door, DecisionDelivered, LISTENS, LABELS)


async def test_what_follows_is_told_above_each_of_them(door: Door, case: str) -> None:
    """决定书抄告每一共同被申请人的上一级主管部门，意见书抄告收到的机关的 (ARL 19, 76, 79)."""
    begun = await done(door, f"{case}/aftermath", OFFICER)
    assert (begun["respondent"], begun["joint"]) == (RESPONDENT, [OTHER])
    after = f"/aftermaths/{begun['case_id']}"
    await done(
        door, f"{after}/opinion-letter", OFFICER, organ=OTHER, flaw="illegal", text="请纠正。"
    )
    got = await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    assert got["letters"][0]["copies"] is True
    told = await done(door, f"{after}/opinion-letter-copy", OFFICER, organ=ABOVE_OTHER)
    assert told["letters"][0]["copied_on"] == "2026-03-05"
    await delivered(door, case)
    first = await done(door, f"{after}/copy", OFFICER, organ=ABOVE_OTHER)
    assert (first["copies_for"], first["copied_on"]) == ([RESPONDENT], None)
    assert await door.hub.pool.fetchval(ENDED) is None
    last = await done(door, f"{after}/copy", OFFICER, organ="620700-chengguan")
    assert (last["copies_for"], last["copied_on"]) == ([], "2026-03-05")
    assert await door.hub.pool.fetchval(ENDED) == "met"


async def test_a_copy_that_is_late_stays_on_the_list_until_the_last_of_them_has_it(
    door: Door, case: str
) -> None:
    """逾期的抄告只办了一部分的，仍在清单上列为逾期 (ARL 79; RULES 93)."""
    await delivered(door, case)
    after = f"/aftermaths/{aftermath_of(UUID(case.split('/')[2]))}"
    door.on("2026-03-20")
    await Sweep(door.hub).once()
    for organ, late in ((ABOVE_OTHER, "copy_decision"), ("620700-chengguan", "publish")):
        await done(door, f"{after}/copy", OFFICER, organ=organ)
        asked = (LABELS["authority"], "somebody", Sieve(whose="every"), Order("due"))
        [found], _ = await beside_cases(door.hub, *asked, limit=9)
        assert (found.duty, found.overdue) == (late, late == "copy_decision")
