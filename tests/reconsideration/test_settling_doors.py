"""Doors of a hearing, of mediation and of applying again, through HTTP."""

import httpx
import pytest

from shared.auth import Role
from tests.desks.visitor import building
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, RESPONDENT
from tests.reconsideration.test_pausing_doors import HANDLER, case, clock, door
from tests.reconsideration.test_routes import (
    APPLICATION,
    DEPARTMENT,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    Door,
)

__all__ = ["case", "clock", "door"]

SITTING = {"host": "fuyi-01", "officers": ["fuyi-02", "fuyi-03"], "recorder": "fuyi-04"}
NOTICE = {
    "ground": "asked",
    "hearing_at": "2026-03-12T09:00:00+08:00",
    "place": "三楼听证室",
    "matter": "现场照片是否真实",
    **SITTING,
}
WILLING = {"applicants_willing": True, "respondent_willing": True, "record": "双方愿意"}
DOCUMENT = {"text": "退还罚款三百元", "harmless": True, "obliges": True, "perform_by": "2026-03-31"}


async def done(answer: httpx.Response) -> dict[str, object]:
    assert answer.status_code == 201, answer.text
    body: dict[str, object] = answer.json()
    return body


async def test_an_applicant_asks_and_the_hearing_is_held_on_the_day_of_the_notice(
    door: Door, case: str
) -> None:
    """请求、通知、收到、举行，通知写明时间、地点、事项和线上网址 (ARL 50, 51)."""
    assert (await door.post(f"{case}/hearing-request", OTHER_PARTY, text="请")).status_code == 404
    asked = await done(await door.post(f"{case}/hearing-request", PARTY, text="请求当面对质"))
    assert asked["hearing_asked_on"] == "2026-03-02"
    link = {"online": "https://meeting.example/r/88"}
    bad = await door.post(f"{case}/hearing-notice", HANDLER, **NOTICE, online="meeting")
    assert bad.status_code == 422
    await done(await door.post(f"{case}/hearing-notice", HANDLER, **NOTICE, **link))
    text = await door.hub.pool.fetchval(
        "SELECT text FROM hub.documents WHERE kind = 'hearing_notice'"
    )
    assert text.splitlines() == [
        "听证时间：2026年3月12日09:00",
        "听证地点：三楼听证室",
        "拟听证事项：现场照片是否真实",
        "线上参加：https://meeting.example/r/88",
    ]
    for who in ("applicant", "respondent"):
        told = await door.post(f"{case}/hearing-notice-receipt", HANDLER, standing=who)
        assert told.json()["hearing"]["notified"][who] == "2026-03-02"
    said = {"head_came": True, "signed": ["applicant", "respondent"], "minutes": "笔录"}
    early = await door.post(f"{case}/hearing", HANDLER, **said)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 51(1)")
    door.on("2026-03-12")
    held = await done(await door.post(f"{case}/hearing", HANDLER, **said))
    assert (held["hearing"], held["hearing_held"], held["applicant_heard"]) == (None, True, True)


async def test_a_hearing_is_not_put_on_record_as_an_opinion(door: Door, case: str) -> None:
    """听证另有笔录 (ARL 51)."""
    answer = await door.post(f"{case}/views", HANDLER, manner="hearing", record="听证")
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 51(1)")


async def test_a_case_suspended_for_talks_ends_with_the_seal(door: Door, case: str) -> None:
    """双方同意中止，达成协议，签字、盖章生效，案件结案，期限不再计算 (ARL 39, 73)."""
    await done(
        await door.post(
            f"{case}/suspension", OFFICER, cause="talks", agreed=True, text="因调解中止"
        )
    )
    await done(await door.post(f"{case}/mediation", HANDLER, **WILLING))
    drawn = await door.post(f"{case}/mediation-document", HANDLER, **DOCUMENT)
    assert drawn.status_code == 403
    await done(await door.post(f"{case}/mediation-document", OFFICER, **DOCUMENT))
    for who in ("applicant", "respondent"):
        early = await door.post(f"{case}/mediation-seal", OFFICER)
        assert (early.status_code, early.json()["article"]["code"]) == (409, "ARL 73(1)")
        await done(await door.post(f"{case}/mediation-signature", HANDLER, standing=who))
    ended = await done(await door.post(f"{case}/mediation-seal", OFFICER))
    assert (ended["state"], ended["perform_by"]) == ("mediated", "2026-03-31")
    numbered = await door.get(f"{case}/papers/numbers/mediation", OFFICER)
    assert numbered.json()["document_number"] == "甘政复调字〔2026〕1号"  # sealed, it is no draft
    running = "SELECT count(*) FROM hub.deadline WHERE ended IS NULL AND case_id = $1"
    assert await door.hub.pool.fetchval(running, case.rsplit("/", 1)[1]) == 0


async def test_when_talks_fail_the_cause_of_the_suspension_is_gone_with_them(
    door: Door, case: str
) -> None:
    """调解不成，中止的原因消除，应当及时恢复审理 (ARL 39, 73)."""
    await done(
        await door.post(
            f"{case}/suspension", OFFICER, cause="talks", agreed=True, text="因调解中止"
        )
    )
    await done(await door.post(f"{case}/mediation", HANDLER, **WILLING))
    said = {"breach": "no_agreement", "record": "退还数额没有谈拢"}
    broken = await done(await door.post(f"{case}/mediation-failure", HANDLER, **said))
    assert broken["talks"] is None
    days = {"since": "2026-03-02", "gone_on": "2026-03-02", "ordered_on": None}
    assert broken["suspended_for"] == [{"cause": "talks", **days, "applicant": None}]
    await done(await door.post(f"{case}/resumption", HANDLER, text="恢复审理"))
    assert (await door.post(f"{case}/reply", DEPARTMENT, text="答复如下")).status_code == 201


@pytest.mark.parametrize("settled", [True, False])
async def test_the_same_application_after_a_withdrawal_is_received_and_not_accepted(
    door: Door, case: str, *, settled: bool
) -> None:
    """和解撤回后再申请的，不予受理；证明撤回违背真实意愿的除外 (ARL 74; ARR2007 38)."""
    await done(await door.post(f"{case}/settlement", PARTY, text="减收罚款，撤回申请"))
    await done(await door.post(f"{case}/withdrawal", PARTY, settled=settled))
    refused = await door.post(f"{case}/withdrawal-refusal", HANDLER, reason="损害他人")
    assert refused.status_code == 403
    await done(await door.post(f"{case}/termination", OFFICER, harmless=True))
    door.on("2026-03-03")
    again = await done(
        await door.post("/reconsiderations", PARTY, **APPLICATION | {"received_on": "2026-03-03"})
    )
    path = f"/reconsiderations/{again['case_id']}"
    no = await door.post(f"{path}/acceptance", HANDLER)
    article = "ARL 74(2)" if settled else "ARR2007 38(2)"
    assert (no.status_code, no.json()["article"]["code"]) == (409, article)
    why = {"ground": "against_will", "reason": "提供了被胁迫的录音"}
    await done(await door.post(f"{path}/refiling", HANDLER, **why))
    assert (await done(await door.post(f"{path}/acceptance", HANDLER)))["state"] == "accepted"


async def test_another_act_of_the_same_respondent_is_not_barred(door: Door, case: str) -> None:
    """不是同一行政行为的，不受限制 (ARL 74)."""
    await done(await door.post(f"{case}/withdrawal", PARTY, settled=True))
    await done(await door.post(f"{case}/termination", OFFICER, harmless=True))
    said = APPLICATION | {"act": "compulsion", "respondent": RESPONDENT, "applicants": [str(ANNA)]}
    other = await done(await door.post("/reconsiderations", PARTY, **said))
    path = f"/reconsiderations/{other['case_id']}"
    assert (await done(await door.post(f"{path}/acceptance", HANDLER)))["state"] == "accepted"


async def test_a_mediation_document_drawn_up_in_vain_is_listed_as_no_evidence(
    door: Door, case: str
) -> None:
    """调解中的让步，不得在其后的审理中作为不利证据 (ARR2026 48)."""
    await done(await door.post(f"{case}/mediation", HANDLER, **WILLING))
    await done(await door.post(f"{case}/mediation-document", OFFICER, **DOCUMENT))
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert "不得作为不利证据" not in page
        said = {"breach": "repented", "standing": "applicant", "record": "申请人反悔"}
        await done(await door.post(f"{case}/mediation-failure", HANDLER, **said))
        page = (await officer.get(f"/desk/disputes/{DISPUTE}")).text
        assert "行政复议调解书（调解不成，其中的让步不得作为不利证据）" in page
        assert "调解的经过（其中的让步不得作为不利证据）" in page
