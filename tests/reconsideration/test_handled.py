"""Doors about how a case is handled, on a real database (ARL 36, 53 to 55; RULES 47)."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any

import httpx
import pytest

from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens, Role
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.law.period import CITY, day_of_expiry
from shared.sweep import Sweep
from shared.verify import check, general_rules
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import ANNA, DISPUTE, day
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, OTHER_PARTY, PARTY, Door
from tests.registering import take_in

CLERK = {**OFFICER, "roles": [Role.RECONSIDERATION]}
SPOT = {"ground": "on_the_spot", "reason": "当场处罚，事实清楚"}
TWO = ["fuyi-07", "fuyi-08"]
RUNNING = "SELECT name, until, started_on FROM hub.deadline WHERE ended IS NULL"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    reconsiderations = (load() for load in OFFICE.routers)
    app = web_app(title="复议", routers=[*reconsiderations, case_files], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def accepted(door: Door) -> str:
    case = await door.apply()
    door.on("2026-03-05")
    await done(door, f"{case}/acceptance", OFFICER)
    return case


async def done(door: Door, path: str, who: dict[str, Any], **body: object) -> dict[str, Any]:
    answer = await door.post(path, who, **body)
    assert answer.status_code == 201, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def running(door: Door) -> dict[str, str]:
    """The last day of every period that runs, by its name."""
    rows = await door.hub.pool.fetch(RUNNING)
    return {r["name"]: str(day_of_expiry(r["until"].astimezone(CITY))) for r in rows}


async def test_a_simplified_case_is_replied_to_and_decided_by_its_own_periods(door: Door) -> None:
    """三日发送、五日答复、三十日决定，书面审理 (ARL 53, 54, 62)."""
    case = await accepted(door)
    said = await done(door, f"{case}/simplified", CLERK, **SPOT)
    assert (said["track"], said["state"]) == ("simplified", "accepted")
    assert await running(door) == {
        "send_copy_simplified": "2026-03-10",
        "decide_simplified": "2026-04-07",
    }
    await done(door, f"{case}/copy", CLERK, received_on="2026-03-05")
    assert await running(door) == {
        "reply_simplified": "2026-03-12",
        "decide_simplified": "2026-04-07",
    }
    await done(door, f"{case}/reply", DEPARTMENT, text="答复如下")
    for path, _, body in road("revoked", text="撤销"):
        decided = await done(door, f"{case}/{path}", OFFICER, **body)
    assert decided["state"] == "decided"
    assert set(await running(door)) == {"deliver"}


async def test_the_head_turns_a_simplified_case_into_an_ordinary_one(door: Door) -> None:
    """经负责人批准转为普通程序，各期限随之改变 (ARL 48, 55, 62)."""
    case = await accepted(door)
    await done(door, f"{case}/simplified", CLERK, **SPOT)
    door.on("2026-03-09")
    why = {"reason": "争议较大"}
    assert (await door.post(f"{case}/conversion", CLERK, **why)).status_code == 403
    said = await done(door, f"{case}/conversion", OFFICER, **why)
    assert (said["track"], said["converted_on"]) == ("ordinary", "2026-03-09")
    assert await running(door) == {
        "send_copy_simplified": "2026-03-16",
        "decide": "2026-05-06",
    }
    await done(door, f"{case}/copy", CLERK, received_on="2026-03-09")
    assert (await running(door))["reply"] == "2026-03-23"
    again = await door.post(f"{case}/simplified", CLERK, **SPOT)
    assert (again.status_code, "《行政复议法》第55条" in again.text) == (409, True)


async def test_what_still_holds_up_a_simplified_case_holds_up_its_sixty_days_too(
    door: Door,
) -> None:
    """转换时鉴定尚未结束的，六十日同样不计；核对账目没有不符 (ARL 55; ARR2007 37)."""
    case = await accepted(door)
    await done(door, f"{case}/simplified", CLERK, **SPOT)
    await done(door, f"{case}/appraisal-request", PARTY, text="申请笔迹鉴定")
    door.on("2026-03-06")
    said = {"appraiser": "agreed", "payer": "applicant", "text": "委托笔迹鉴定"}
    await done(door, f"{case}/appraisal", CLERK, **said)
    door.on("2026-03-09")
    await done(door, f"{case}/conversion", OFFICER, reason="争议较大")
    sixty = "SELECT until FROM hub.deadline WHERE name = 'decide' AND ended IS NULL"
    assert await door.hub.pool.fetchval(sixty) is None
    door.on("2026-03-11")
    await done(door, f"{case}/appraisal-end", CLERK, delivered=False, text="无法鉴定")
    assert (await running(door))["decide"] == "2026-05-11"  # 4 May and six days, a Sunday
    rules = general_rules(door.hub, [OFFICE], "hub")
    walked = [one for one in rules if one.name in {"states", "deadlines", "dates"}]
    assert [one.broken.count async for one in check(door.hub.pool, walked)] == [0, 0, 0]


async def test_the_case_page_shows_that_the_sixty_days_run_from_acceptance(door: Door) -> None:
    """期限说明写明自受理之日起算，并非自转换之日 (ARL 62)."""
    case = await accepted(door)
    await done(door, f"{case}/simplified", CLERK, **SPOT)
    door.on("2026-03-09")
    await done(door, f"{case}/conversion", OFFICER, reason="争议较大")
    told = (await door.get(f"/disputes/{DISPUTE}", OFFICER)).json()
    [file] = [one for one in told["files"] if one["office"] == "reconsideration"]
    [sixty] = [one for one in file["running"] if one["name"] == "decide"]
    assert (sixty["started_on"], sixty["proof"]["because"]) == ("2026-03-05", "受理")


async def test_silence_of_the_respondent_is_recorded_after_five_days(door: Door) -> None:
    """五日届满未答复的，视为没有证据、依据 (ARL 54, 70)."""
    case = await accepted(door)
    await done(door, f"{case}/simplified", CLERK, **SPOT)
    await done(door, f"{case}/copy", CLERK, received_on="2026-03-05")
    door.on("2026-03-13")
    await Sweep(door.hub).once()
    seen = (await door.get(case, CLERK)).json()
    assert (seen["state"], seen["reply_forfeited"]) == ("examining", True)


async def test_what_was_found_and_who_was_assigned_is_read_back(door: Door) -> None:
    """认定、人员、回避都在案卷上 (ARL 36, 50)."""
    case = await accepted(door)
    await done(door, f"{case}/complexity", CLERK, grave=True, technical=False, reason="涉及面广")
    await done(door, f"{case}/reviewers", CLERK, reviewers=TWO)
    seen = (await door.get(case, CLERK)).json()
    assert (seen["grave"], seen["technical"], seen["reviewers"]) == (True, False, TWO)
    changed = await door.post(f"{case}/reviewers", CLERK, reviewers=["fuyi-07", "fuyi-10"])
    assert (changed.status_code, "理由" in changed.text) == (422, True)
    said = await done(
        door, f"{case}/reviewers", CLERK, reviewers=["fuyi-07", "fuyi-10"], reason="原人员调离"
    )
    assert said["reviewers"] == ["fuyi-07", "fuyi-10"]


async def test_a_party_asks_for_another_reviewer_and_the_head_decides(door: Door) -> None:
    """当事人申请回避，由行政复议机构负责人决定 (RULES 47; ARL 3)."""
    case = await accepted(door)
    await done(door, f"{case}/reviewers", CLERK, reviewers=TWO)
    asked = {"tie": "interest", "reason": "是被申请人负责人的配偶"}
    assert (await door.post(f"{case}/recusal", OTHER_PARTY, **asked)).status_code in {404, 409}
    said = await done(door, f"{case}/recusal", PARTY, **asked)
    assert said["recusals_pending"] == 1
    found = {"reviewer": "fuyi-07", "tie": "interest", "reason": "查明属实"}
    new = {"replaced": True, "successor": "fuyi-09"}
    assert (await door.post(f"{case}/recusal-decision", CLERK, **found, **new)).status_code == 403
    kept = await door.post(f"{case}/recusal-decision", OFFICER, **found, replaced=False)
    assert (kept.status_code, "《枢纽办理规则》第47条" in kept.text) == (409, True)
    said = await done(door, f"{case}/recusal-decision", OFFICER, **found, **new)
    assert (said["reviewers"], said["recusals_pending"]) == (["fuyi-09", "fuyi-08"], 0)


async def test_the_respondent_asks_too_once_it_sees_the_file(door: Door) -> None:
    """被申请人也可以申请回避 (RULES 47)."""
    case = await accepted(door)
    await done(door, f"{case}/reviewers", CLERK, reviewers=TWO)
    asked = {"tie": "kin", "reason": "是申请人的近亲属", "reviewer": "fuyi-08"}
    assert (await door.post(f"{case}/recusal", DEPARTMENT, **asked)).status_code == 404
    await done(door, f"{case}/copy", CLERK, received_on="2026-03-05")
    said = await done(door, f"{case}/recusal", DEPARTMENT, **asked, asked_by="applicant")
    assert said["recusals_pending"] == 1
    body = await door.hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.recusal_requested.v1'"
    )
    assert '"asked_by":"respondent"' in body


async def test_consent_is_asked_of_every_applicant(door: Door) -> None:
    """当事人各方同意适用简易程序 (ARL 53)."""
    case = await accepted(door)
    consent = {"ground": "consent", "reason": "各方书面同意", "agreed": [str(ANNA)]}
    alone = await door.post(f"{case}/simplified", CLERK, **consent)
    assert (alone.status_code, "53" in alone.text) == (409, True)
    said = await done(door, f"{case}/simplified", CLERK, **consent, respondent_agrees=True)
    assert said["track"] == "simplified"
