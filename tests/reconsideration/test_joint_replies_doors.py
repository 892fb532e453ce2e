"""Each of several respondents has its copy and replies, through the doors (ARL 48, 70)."""

from shared.contracts.reconsideration import ReplyForfeited
from tests.reconsideration.higher import doings, offered
from tests.reconsideration.makers import OTHER, RESPONDENT
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.two_respondents import (
    DEPARTMENTS,
    RUNNING,
    SECOND,
    THIRD,
    TOGETHER,
    UNTIL,
    case,
    clock,
    done,
    door,
    only_the_second,
)

__all__ = ["case", "clock", "door"]

FORFEITED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.reply_forfeited.v1'"
KEPT = """
SELECT evidence->>'copied_on' AS copied_on, evidence->>'reply_id' AS reply_id
FROM reconsideration.ordinary
"""


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
