"""顺延答复期限 through HTTP and PostgreSQL (ARL 48, 70, 88; CPL 86)."""

from datetime import datetime, time

import pytest

from services.reconsideration.domain.ordinary import ORDINARY
from shared.clock import StillClock
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.higher import done, offered
from tests.reconsideration.makers import OTHER, day
from tests.reconsideration.test_in_time import HOW, OWN, RUNS, _case, silent
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.test_succeeding import NEW, REPORT
from tests.reconsideration.two_respondents import SECOND, THIRD
from tests.shared.test_verify_owing import broken

FLOOD = {
    "hindrance": "force_majeure",
    "hindered_on": "2026-03-16",
    "removed_on": "2026-03-24",
    "text": "洪水冲断道路，案卷不能取出，申请顺延答复期限",
    "proof": "县应急管理局的证明一份",
}
"""The days to reply ran from 9 to 23 March: six of their working days were lost."""
REASON = {"reason": "洪水属实，准许顺延"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def asked(door: Door, path: str, **more: object) -> str:
    file = await done(door, f"{path}/reply-deferral", DEPARTMENT, **FLOOD, **more)
    return f"/deferrals/{file['case_id']}"


async def why_not(door: Door, path: str, who: dict[str, object], **body: object) -> tuple[int, str]:
    answer = await door.post(path, who, **body)
    said = answer.json()
    return answer.status_code, said["article"]["code"] if "article" in said else ""


async def test_who_was_kept_by_a_flood_replies_in_the_days_that_were_lost(door: Door) -> None:
    """准许顺延以后逾期的记载不再作数，补足被耽误的六个工作日 (ARL 48, 70; CPL 86)."""
    path = await silent(door)
    request = await asked(door, path)
    assert (await _case(door, path)).reply_forfeited, "the request alone changes nothing"
    file = await done(door, f"{request}/grant", OFFICER, **REASON)
    assert (file["state"], file["deferred_days"]) == ("deferral_granted", "6wd")
    case = await _case(door, path)
    assert (case.state, case.reply_forfeited, case.unanswered) == ("replying", False, False)
    rows = await door.hub.pool.fetch(RUNS, case.case_id)
    assert ("reply_deferred", "2026-04-02") in [tuple(row) for row in rows]
    assert [tuple(row) for row in await door.hub.pool.fetch(HOW, "reply")] == [("met", None)]
    await done(door, f"{path}/respondent-evidence", DEPARTMENT, pieces=[OWN])
    await done(door, f"{path}/reply", DEPARTMENT, text="答复如下")
    case = await _case(door, path)
    assert (case.state, case.unanswered, case.proving) == ("examining", False, (1,))
    assert await broken(door.hub) == {}


@pytest.mark.parametrize(("who", "joint"), [(DEPARTMENT, []), (SECOND, [OTHER])])
async def test_evidence_is_in_time_until_the_last_of_the_days_given_though_it_has_replied(
    door: Door, who: dict[str, object], joint: list[str]
) -> None:
    """顺延的日数内先答复、后提交证据的，都在期限内；期满以后提交的须经同意 (ARL 46, 48; CPL 86)."""
    path = await silent(door, joint=joint)
    file = await done(door, f"{path}/reply-deferral", who, **FLOOD)
    await done(door, f"/deferrals/{file['case_id']}/grant", OFFICER, **REASON)
    await done(door, f"{path}/reply", who, text="答复如下")
    door.on("2026-04-02")
    await done(door, f"{path}/respondent-evidence", who, pieces=[OWN])
    assert (await _case(door, path)).proving == (1,)
    door.on("2026-04-03")
    late = await why_not(door, f"{path}/respondent-evidence", who, pieces=[OWN])
    assert late == (409, "ARL 46(2)")
    assert await broken(door.hub) == {}


async def test_who_is_silent_again_has_no_evidence_and_may_ask_again(door: Door) -> None:
    """顺延的期限也届满而没有答复的，依第七十条记载；又有正当理由的，再行申请 (ARL 70; CPL 86)."""
    path = await silent(door)
    await done(door, f"{await asked(door, path)}/grant", OFFICER, **REASON)
    door.on("2026-04-07")
    await Sweep(door.hub).once()
    case = await _case(door, path)
    assert (case.state, case.reply_forfeited) == ("examining", True)
    again = FLOOD | {"hindered_on": "2026-03-30", "removed_on": "2026-04-03"}
    file = await done(door, f"{path}/reply-deferral", DEPARTMENT, **again)
    granted = await done(door, f"/deferrals/{file['case_id']}/grant", OFFICER, **REASON)
    assert granted["deferred_days"] == "4wd"
    assert await broken(door.hub) == {}


async def test_what_is_refused_stays_a_silence_and_is_asked_once(door: Door) -> None:
    """不予顺延的写明理由，逾期不答复的记载照旧；同一次期限届满不再申请 (ARL 70; CPL 86)."""
    path = await silent(door)
    request = await asked(door, path)
    assert (await door.post(f"{request}/refusal", OFFICER)).status_code == 422
    file = await done(door, f"{request}/refusal", OFFICER, reason="洪水没有及于该机关")
    assert file["state"] == "deferral_refused"
    assert (await _case(door, path)).reply_forfeited
    for act in ("grant", "refusal"):
        assert (await door.post(f"{request}/{act}", OFFICER, **REASON)).status_code == 409
    assert await why_not(door, f"{path}/reply-deferral", DEPARTMENT, **FLOOD) == (409, "CPL 86")
    assert await broken(door.hub) == {}


async def test_ten_days_after_the_obstacle_is_gone_nobody_asks_any_more(door: Door) -> None:
    """障碍消除后的十日是自然日，最后一日是法定休假日的顺延；期满前交邮的不算过期 (CPL 85, 86)."""
    path = await silent(door)
    door.on("2026-04-07")
    # 24 March and ten days are 3 April, a Friday
    assert await why_not(door, f"{path}/reply-deferral", DEPARTMENT, **FLOOD) == (409, "CPL 86")
    posted = {**FLOOD, "posted_on": "2026-04-03"}
    file = await done(door, f"{path}/reply-deferral", DEPARTMENT, **posted)
    assert file["asked_on"] == "2026-04-03"


async def test_only_what_the_obstacle_took_of_the_period_is_given(door: Door) -> None:
    """障碍没有耽误期限的不顺延；障碍尚未消除的，消除以后再申请 (CPL 86)."""
    path = await silent(door)
    after = FLOOD | {"hindered_on": "2026-03-24"}
    assert await why_not(door, f"{path}/reply-deferral", DEPARTMENT, **after) == (409, "RULES 175")
    lasting = FLOOD | {"removed_on": "2026-03-26"}
    assert await why_not(door, f"{path}/reply-deferral", DEPARTMENT, **lasting) == (409, "CPL 86")


async def test_the_body_alone_decides_and_a_respondent_asks_once_it_is_late(door: Door) -> None:
    """逾期不答复记载以后，被申请人申请，行政复议机构决定；当事人不代替 (CPL 86)."""
    path = await silent(door)
    assert await why_not(door, f"{path}/reply-deferral", PARTY, **FLOOD) == (403, "")
    assert "reply-deferral" not in await offered(door, path, DEPARTMENT)
    await Sweep(door.hub).once()
    assert "reply-deferral" in await offered(door, path, DEPARTMENT)
    request = await asked(door, path)
    assert await why_not(door, f"{request}/grant", DEPARTMENT, **REASON) == (403, "")
    file = request.replace("deferrals", "reconsiderations")
    assert {"grant", "refusal"} <= await offered(door, file, OFFICER)


@pytest.mark.parametrize("name", ["reply_deferred", "joint_reply_deferred", "supplement_deferred"])
def test_neither_the_law_nor_the_city_sets_how_many_days_are_given(name: str) -> None:
    """顺延几日，法律和本市都没有规定，耽误几个工作日就顺延几日 (CPL 86; RULES 175)."""
    assert str(ORDINARY.by_name[name].within) == "被耽误的工作日数"


async def test_each_of_several_respondents_asks_for_its_own_days(door: Door) -> None:
    """共同被申请人各自申请顺延各自的答复期限，他人的逾期照旧 (ARL 19, 48; CPL 86)."""
    path = await silent(door, joint=[OTHER])
    request = await done(door, f"{path}/reply-deferral", OFFICER, **FLOOD, organ=OTHER)
    await done(door, f"/deferrals/{request['case_id']}/grant", OFFICER, **REASON)
    case = await _case(door, path)
    [other] = case.joint
    assert (other.forfeited, case.reply_forfeited, case.tracks[OTHER]) == (False, True, "replying")
    rows = await door.hub.pool.fetch(RUNS, case.case_id)
    assert ("joint_reply_deferred", "2026-04-02") in [tuple(row) for row in rows]
    assert [row[0] for row in await door.hub.pool.fetch(HOW, "joint_reply")] == ["met"]
    await done(door, f"{path}/reply", OFFICER, organ=OTHER, text="答复如下")
    assert not (await _case(door, path)).unanswered
    assert await broken(door.hub) == {}


async def test_whoever_takes_over_asks_for_the_days_of_the_organ_before_it(door: Door) -> None:
    """逾期以后由其他机关继续行使职权的，由该机关申请顺延原机关逾期的期限 (ARL 19; CPL 86)."""
    path = await silent(door, joint=[OTHER])
    await Sweep(door.hub).once()
    over = {**REPORT, "before": OTHER, "succeeded_on": "2026-03-25"}
    await done(door, f"{path}/respondent-succession", OFFICER, **over)
    request = await done(door, f"{path}/reply-deferral", THIRD, **FLOOD)
    await done(door, f"/deferrals/{request['case_id']}/grant", OFFICER, **REASON)
    [other] = (await _case(door, path)).joint
    assert (other.organ, other.forfeited, other.lapsed_as) == (NEW, False, "")
    assert [row[0] for row in await door.hub.pool.fetch(HOW, "joint_reply")] == ["met"]
    assert await broken(door.hub) == {}
