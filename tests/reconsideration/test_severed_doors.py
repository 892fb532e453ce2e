"""分案办理 at the doors: one of several who applied before (ARL 30, 33, 42; RULES 136)."""

import json
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.books.repeated import accepted_twice
from services.reconsideration.store import severed_of
from shared.clock import StillClock
from shared.law.period import CITY
from tests.reconsideration.again import AGAIN, done, no, taken
from tests.reconsideration.makers import ANNA, BERT, day
from tests.reconsideration.test_routes import OFFICER, Door


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


FOUND_OF_ALL = {"text": "此前已经申请。", "qualifies": False}


async def test_of_a_joint_application_only_who_applied_before_is_declined(door: Door) -> None:
    """共同申请中只有一人重复申请的，分案后只对其不予受理，其他人受理 (ARL 30; RULES 136)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    both, told = await taken(door, **{**AGAIN, "applicants": [str(ANNA), str(BERT)]})
    assert [one["bars"] for one in told] == [True]
    assert await no(door, f"{both}/acceptance") == "ARL 30(1)(7)"
    why = {"missing": "untried", "reason": "同一申请已经受理，正在审理"}
    assert await no(door, f"{both}/declination", **why) == "RULES 136"
    door.on("2026-03-18")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    assert (rest["applicants"], rest["state"]) == ([str(BERT)], "received")
    assert (await done(door, f"{both}/acceptance"))["state"] == "accepted"
    apart = severed_of(UUID(rest["case_id"]), {ANNA})
    own = (await door.get(f"/reconsiderations/{apart}", OFFICER)).json()
    assert (own["applicants"], own["received_on"]) == ([str(ANNA)], "2026-03-16")
    assert await no(door, f"/reconsiderations/{apart}/acceptance") == "ARL 30(1)(7)"
    declined = await done(door, f"/reconsiderations/{apart}/declination", **why)
    assert declined["state"] == "declined"
    asked = "SELECT until FROM hub.deadline WHERE case_id = ANY($1) AND name = 'review'"
    files = [apart, UUID(rest["case_id"])]
    ends = {row["until"] for row in await door.hub.pool.fetch(asked, files)}
    assert ends == {datetime.combine(day("2026-03-24"), time(0), CITY)}, "five days from receipt"


async def test_who_is_severed_takes_along_what_came_in_and_who_acts(door: Door) -> None:
    """补正通知一次性作出；分案以后补正材料、代理人和认定一并转入 (ARL 17, 31, 74; RULES 136)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    notice = {"text": "请提交决定书复印件"}
    await done(door, f"{both}/supplement-notice", **notice)
    await done(door, f"{both}/papers/numbers/supplement")
    await done(door, f"{both}/supplement-notice-receipt")
    door.on("2026-03-04")
    await done(door, f"{both}/supplement", text="决定书复印件一份")
    entrusted = {"sort": "lawyer", "identified": True, "text": "委托书", "powers": ["act"]}
    for whose, name in ((ANNA, "王某"), (BERT, "赵某")):
        named = {"person": {"name": name}, "principal_id": str(whose), **entrusted}
        await done(door, f"{both}/agent", **named)
    shown = [{"evidence_kind": "document", "shows": "现场照片三张"}]
    await done(door, f"{both}/evidence", pieces=shown)
    proved = {"ground": "against_will", "reason": "录音", "applicants": [str(ANNA)]}
    await done(door, f"{both}/refiling", **proved)
    door.on("2026-03-05")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart = f"/reconsiderations/{severed_of(UUID(rest['case_id']), {ANNA})}"
    own = (await door.get(apart, OFFICER)).json()
    assert [one["principal_id"] for one in own["participants"]["agents"]] == [str(ANNA)]
    assert [one["principal_id"] for one in rest["participants"]["agents"]] == [str(BERT)]
    assert own["refilings"] == [{"person_id": str(ANNA), "ground": "against_will"}]
    listed = (await door.get(f"{apart}/evidence", OFFICER)).json()
    assert [(one["number"], one["standing"]) for one in listed] == [(1, "applicant")]
    assert await no(door, f"{apart}/supplement-notice", **notice) == "ARL 31(1)"
    asked = "SELECT until FROM hub.deadline WHERE case_id = $1"
    [runs] = await door.hub.pool.fetch(asked, UUID(own["case_id"]))
    assert runs["until"] == datetime.combine(day("2026-03-12"), time(0), CITY)
    kept = "SELECT supplement FROM reconsideration.ordinary ORDER BY case_id"
    [one, other] = [json.loads(row["supplement"]) for row in await door.hub.pool.fetch(kept)]
    assert one == other, "what came in belongs to both"


@pytest.mark.parametrize("extended", [0, 10])
async def test_who_is_found_late_to_have_applied_before_is_severed_and_dismissed(
    door: Door, extended: int
) -> None:
    """受理以后发现一人重复申请的，分案以后驳回，作出决定的期限不变 (ARL 33, 62; RULES 136)."""
    case, _ = await taken(door)
    await done(door, f"{case}/acceptance")
    door.on("2026-03-16")
    both, _ = await taken(door, **{**AGAIN, "applicants": [str(ANNA), str(BERT)]})
    door.on("2026-03-25")
    if extended:
        await done(door, f"{both}/extension", days=extended, reason="案情复杂")
    await done(door, f"{both}/reviewers", reviewers=["fuyi-07", "fuyi-08"])
    await done(door, f"{both}/findings", findings=[FOUND_OF_ALL])
    draft = {"dispositions": [{"outcome": "application_dismissed"}], "text": "驳回申请。"}
    for whose in (ANNA, BERT):
        heard = {"manner": "telephone", "record": "没有意见。", "persons": [str(whose)]}
        await done(door, f"{both}/views", **heard)
    assert await no(door, f"{both}/draft", **draft) == "RULES 136"
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    assert (rest["applicants"], rest["state"]) == ([str(BERT)], "accepted")
    apart_id = severed_of(UUID(rest["case_id"]), {ANNA})
    own = f"/reconsiderations/{apart_id}"
    seen = (await door.get(own, OFFICER)).json()
    assert (seen["state"], seen["accepted_on"]) == ("accepted", "2026-03-23")
    asked = "SELECT name, until FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    runs, whole = [
        {row["name"]: row["until"] for row in await door.hub.pool.fetch(asked, one)}
        for one in (apart_id, UUID(rest["case_id"]))
    ]
    assert set(runs) == {"decide"}, "the copy of the same application was due in the case"
    assert runs["decide"] == whole["decide"]
    await done(door, f"{own}/reviewers", reviewers=["fuyi-07", "fuyi-08"])
    heard = {"manner": "telephone", "record": "没有意见。", "persons": [str(ANNA)]}
    await done(door, f"{own}/views", **heard)
    await done(door, f"{own}/findings", findings=[FOUND_OF_ALL])
    assert (await done(door, f"{own}/draft", **draft))["state"] == "accepted"
    assert not (await accepted_twice(door.hub.pool)).count


async def test_a_stay_that_nobody_answered_is_owed_an_answer_in_each_of_the_files(
    door: Door,
) -> None:
    """受理后分案的，尚未答复的停止执行申请一并转入，自分案起五个工作日内答复 (ARL 42; RULES 68)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    door.on("2026-03-04")
    await done(door, f"{both}/acceptance")
    door.on("2026-03-23")
    asks = {"text": "房屋一旦拆除无法恢复", "standing": "applicant"}
    await done(door, f"{both}/stay-request", **asks)
    await done(door, f"{both}/hearing-request", text="请求当面陈述。")
    door.on("2026-03-25")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart = severed_of(UUID(rest["case_id"]), {ANNA})
    asked = "SELECT until FROM hub.deadline WHERE case_id = $1 AND name = 'answer_stay'"
    for case, last in ((UUID(rest["case_id"]), "2026-03-31"), (apart, "2026-04-02")):
        [runs] = await door.hub.pool.fetch(asked, case)
        assert runs["until"] == datetime.combine(day(last), time(0), CITY)
    kept = (
        "SELECT hearing_asked_on, hearing_asked_id FROM reconsideration.ordinary ORDER BY version"
    )
    there, here = await door.hub.pool.fetch(kept)
    assert {there["hearing_asked_on"], here["hearing_asked_on"]} == {
        *(day("2026-03-23"), day("2026-03-25")),
    }
    assert there["hearing_asked_id"] == here["hearing_asked_id"], (
        "nobody answered in either (ARL 50)"
    )
    no_stay = {"reason": "停止执行会损害公共利益"}
    await done(door, f"/reconsiderations/{apart}/stay-refusal", **no_stay)
    ended = "SELECT ended FROM hub.deadline WHERE case_id = $1 AND name = 'answer_stay'"
    assert (await door.hub.pool.fetchval(ended, apart)) is not None
