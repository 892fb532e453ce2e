"""补正 and what comes in online, through HTTP (ARL 31; ARR2026 28; CPL 90; RULES 130)."""

from datetime import timedelta

from shared.law.period import CITY
from tests.reconsideration.makers import ANNA, BERT, day
from tests.reconsideration.test_routes import (
    APPLICATION,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    Door,
    clock,
    door,
)

__all__ = ["clock", "door"]


async def test_what_a_party_hands_in_online_is_received_the_day_it_arrives(door: Door) -> None:
    """网上申请，到达之日为收到之日；窗口补登邮寄、当面递交的，仍可写较早的日期 (ARR2026 28)."""
    door.on("2026-11-23")
    earlier = {**APPLICATION, "received_on": "2026-11-16", "learnt_on": "2026-11-02"}
    by_itself = await door.post("/reconsiderations", PARTY, **earlier)
    assert (by_itself.status_code, by_itself.json()["article"]["code"]) == (409, "ARR2026 28(1)")
    assert by_itself.headers["content-type"].startswith("application/problem+json")
    assert "到达之日（2026-11-23）为收到之日" in by_itself.json()["detail"]
    at_hand = {**earlier, "posted_on": "2026-11-14"}
    posted = {**earlier, "received_on": "2026-11-23", "manner": "post", "posted_on": "2026-11-16"}
    not_online = await door.post("/reconsiderations", PARTY, **posted)
    assert (not_online.status_code, not_online.json()["article"]["code"]) == (409, "ARL 22(2)")
    assert await door.hub.pool.fetchval("SELECT count(*) FROM hub.documents") == 0
    at_window = await door.post("/reconsiderations", OFFICER, **{**at_hand, "manner": "post"})
    assert at_window.status_code == 201
    assert at_window.json()["received_on"] == "2026-11-16"
    today = await door.post("/reconsiderations", PARTY, **{**earlier, "received_on": "2026-11-23"})
    assert today.status_code == 201


async def taken_at_the_window(door: Door, case: str) -> None:
    """补正通知书编号以后，当场交给申请人 (ARL 31; RULES 130)."""
    said = {"text": "请提交处罚决定书"}
    assert (await door.post(f"{case}/supplement-notice", OFFICER, **said)).status_code == 201
    assert (await door.post(f"{case}/papers/numbers/supplement", OFFICER)).status_code == 201
    received = await door.post(f"{case}/supplement-notice-receipt", OFFICER)
    assert received.status_code == 201


async def test_a_notice_is_not_received_before_it_was_made(door: Door) -> None:
    """收到补正通知之日不得早于通知之日，否则补正期限提前届满 (ARL 31)."""
    case = await door.apply()
    door.on("2026-03-04")
    said = {"text": "请提交处罚决定书"}
    assert (await door.post(f"{case}/supplement-notice", OFFICER, **said)).status_code == 201
    assert (await door.post(f"{case}/papers/numbers/supplement", OFFICER)).status_code == 201
    early = await door.post(f"{case}/supplement-notice-receipt", OFFICER, on="2026-03-03")
    assert (early.status_code, "2026-03-04" in early.text) == (422, True), early.text
    received = await door.post(f"{case}/supplement-notice-receipt", OFFICER, on="2026-03-04")
    assert received.status_code == 201


async def test_what_a_party_supplements_online_is_received_the_day_it_arrives(door: Door) -> None:
    """网上补正也自到达之日起重新审查，不得写较早的日期 (ARR2026 28, ARL 31)."""
    case = await door.apply()
    await taken_at_the_window(door, case)
    door.on("2026-03-06")
    said = {"text": "补充材料", "on": "2026-03-03"}
    refused = await door.post(f"{case}/supplement", PARTY, **said)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARL 22(2)")
    assert (await door.post(f"{case}/supplement", OFFICER, **said)).status_code == 201


async def test_who_consents_is_served_online_on_the_day_of_arrival(door: Door) -> None:
    """补正通知电子送达：须申请人同意，到达之日为送达日期，十个工作日从此起算 (CPL 90, ARL 31)."""
    case = await door.apply()
    notice = {"text": "请提交处罚决定书"}
    assert (await door.post(f"{case}/supplement-notice", OFFICER, **notice)).status_code == 201
    door.on("2026-03-06")
    path = f"{case}/supplement-notice-receipt"
    assert (await door.post(path, OTHER_PARTY)).status_code == 404, "it does not see the file"
    assert (await door.post(f"{case}/papers/numbers/supplement", OFFICER)).status_code == 201
    earlier = await door.post(path, PARTY, on="2026-03-03")
    assert (earlier.status_code, earlier.json()["article"]["code"]) == (409, "CPL 90(2)")
    assert (await door.post(path, PARTY)).json()["state"] == "supplementing"
    until = await door.hub.pool.fetchval(
        "SELECT until FROM hub.deadline WHERE name = 'supplement' AND subject = ''"
    )
    assert (until.astimezone(CITY) - timedelta(days=1)).date() == day("2026-03-20")


async def test_a_notice_to_supplement_is_received_once_it_has_its_number(door: Door) -> None:
    """补正通知书没有编号的是稿：经办人不能记载收到，申请人不能网上签收 (RULES 130)."""
    case = await door.apply()
    path = f"{case}/supplement-notice-receipt"
    none = await door.post(path, OFFICER)
    assert (none.status_code, none.json()["article"]["code"]) == (409, "ARL 31(1)")
    unnumbered = {"text": "请提交", "received_on": "2026-03-02"}
    at_once = await door.post(f"{case}/supplement-notice", OFFICER, **unnumbered)
    assert at_once.status_code == 422, "what has no number yet nobody has received"
    assert (await door.post(f"{case}/supplement-notice", OFFICER, text="请提交")).is_success
    for who in (OFFICER, PARTY):
        draft = await door.post(path, who)
        assert (draft.status_code, draft.json()["article"]["code"]) == (409, "RULES 130")
    assert (await door.get(case, OFFICER)).json()["state"] == "supplement_notified"
    assert (await door.post(f"{case}/papers/numbers/supplement", OFFICER)).status_code == 201
    assert (await door.post(path, OFFICER)).json()["state"] == "supplementing"


async def test_one_of_two_applicants_is_not_served_online_for_both(door: Door) -> None:
    """共同申请的，一人不能代他人同意电子送达 (CPL 90)."""
    said = {**APPLICATION, "applicants": [str(ANNA), str(BERT)]}
    opened = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{opened.json()['case_id']}"
    await door.post(f"{case}/supplement-notice", OFFICER, text="请提交处罚决定书")
    assert (await door.post(f"{case}/papers/numbers/supplement", OFFICER)).status_code == 201
    alone = await door.post(f"{case}/supplement-notice-receipt", PARTY)
    assert (alone.status_code, alone.json()["article"]["code"]) == (409, "CPL 90(1)")
    both = PARTY | {"persons": [ANNA, BERT]}
    assert (await door.post(f"{case}/supplement-notice-receipt", both)).status_code == 201


async def test_another_party_of_the_dispute_does_not_mend_the_application(door: Door) -> None:
    """补正的是申请人 (ARL 31)."""
    case = await door.apply()
    await taken_at_the_window(door, case)
    answer = await door.post(f"{case}/supplement", OTHER_PARTY, text="补充材料")
    assert answer.status_code == 404, "nor does it see the file (ARL 47)"
    assert (await door.post(f"{case}/supplement", PARTY, text="补充材料")).status_code == 201


async def test_one_of_two_applicants_supplements_but_does_not_withdraw_for_both(
    door: Door,
) -> None:
    """共同申请，一人不得代他人撤回 (ARL 41)."""
    said = {**APPLICATION, "applicants": [str(ANNA), str(BERT)]}
    opened = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{opened.json()['case_id']}"
    await taken_at_the_window(door, case)
    assert (await door.post(f"{case}/supplement", PARTY, text="补充材料")).status_code == 201
    assert (await door.post(f"{case}/withdrawal", PARTY)).status_code == 409
    both = PARTY | {"persons": [ANNA, BERT]}
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    assert (await door.post(f"{case}/withdrawal", both)).status_code == 201
