"""重新送达, once another organ exercises the powers of a respondent (ARL 19, 48, 51; RULES 164)."""

import pytest

from shared.contracts.reconsideration.served_again import JointCopyServedAgain
from shared.sweep import Sweep
from tests.reconsideration.checking import found
from tests.reconsideration.makers import ANNA, OTHER, RESPONDENT
from tests.reconsideration.test_days_anew import anew, asked, rows
from tests.reconsideration.test_in_time_succeeded import NEWER
from tests.reconsideration.test_papers_served_clocks import numbered, serve
from tests.reconsideration.test_pausing_doors import HANDLER, case, clock, door
from tests.reconsideration.test_routes import OFFICER, PARTY, Door
from tests.reconsideration.test_settling_doors import NOTICE
from tests.reconsideration.test_succeeding import NEW, REPORT
from tests.reconsideration.two_respondents import THIRD, done
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

AGAIN = "SELECT body FROM hub.outbox WHERE kind = $1"
SUBJECTS = "SELECT subject, ended FROM hub.deadline WHERE name = 'joint_reply' ORDER BY opened"


async def over(door: Door, path: str, before: str, to: str = NEW, on: str = "2026-03-25") -> None:
    """Another organ exercises the powers of this respondent."""
    said = {**REPORT, "before": before, "respondent": to, "succeeded_on": on}
    await done(door, f"{path}/respondent-succession", OFFICER, **said)


async def had(door: Door, path: str, sort: str, organ: str) -> str:
    """The day on which this one has the paper, as the list of the papers tells it."""
    papers = (await door.get(f"{path}/paper-service", OFFICER)).json()
    [paper] = [one for one in papers if one["paper"].startswith(f"{sort}/")]
    [on] = [one["served_on"] for one in paper["to"] if one["organ"] == organ]
    return str(on)


async def test_the_silence_of_the_first_is_none_for_its_successor_either(door: Door) -> None:
    """原机关没有收到而重新送达的，承受机关不算逾期，答复期限另起 (ARL 19, 48, 70)."""
    path, paper = await asked(door)
    await Sweep(door.hub).once()
    await over(door, path, RESPONDENT)
    assert (await door.get(path, OFFICER)).json()["reply_forfeited"] is True
    await anew(door, paper, "2026-03-25", organ=RESPONDENT)
    file = (await door.get(path, OFFICER)).json()
    assert (file["respondent"], file["state"], file["reply_forfeited"]) == (NEW, "replying", False)
    assert await rows(door, path, "reply") == [("2026-03-09", "met"), ("2026-03-25", None)]
    assert await had(door, path, "reply-notice", RESPONDENT) == "2026-03-25"
    assert await broken(door.hub) == {}
    file = await done(door, f"{path}/reply", OFFICER, text="答复如下")
    assert (file["state"], file["reply_forfeited"]) == ("examining", False)
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


@pytest.mark.parametrize("last", [NEW, NEWER])
async def test_the_silence_of_one_beside_is_none_for_whoever_takes_over(
    door: Door, last: str
) -> None:
    """共同被申请人由其他机关承受、再承受的，重新送达以后原机关的逾期不再作数 (ARL 19, 48, 70)."""
    path, paper = await asked(door, joint=[OTHER])
    await Sweep(door.hub).once()
    await over(door, path, OTHER)
    if last == NEWER:
        await over(door, path, NEW, NEWER)
    await anew(door, paper, "2026-03-25", organ=OTHER)
    file = (await door.get(path, OFFICER)).json()
    [other] = file["joint"]
    assert (other["organ"], other["forfeited"], file["reply_forfeited"]) == (last, False, True)
    kept = await door.hub.pool.fetch(SUBJECTS)
    assert [tuple(one) for one in kept] == [(OTHER, "met"), (last, None)]
    body = await door.hub.pool.fetchval(AGAIN, JointCopyServedAgain.kind_name())
    said = JointCopyServedAgain.model_validate_json(body)
    assert (said.organ, said.lapsed_as, said.takes_back) == (last, OTHER, True)
    assert await had(door, path, "reply-notice", OTHER) == "2026-03-25"
    assert await broken(door.hub) == {}


async def test_whoever_is_silent_after_the_service_that_was_one_is_silent_itself(
    door: Door,
) -> None:
    """重新送达以后仍不答复的，逾期是承受机关自己的，再重新送达也消除自己的 (ARL 19, 48, 70)."""
    path, paper = await asked(door, joint=[OTHER])
    await Sweep(door.hub).once()
    await over(door, path, OTHER)
    await anew(door, paper, "2026-03-25", organ=OTHER)
    door.on("2026-04-13")
    await Sweep(door.hub).once()
    kept = await door.hub.pool.fetch(SUBJECTS)
    assert [tuple(one) for one in kept] == [(OTHER, "met"), (NEW, "lapsed")]
    assert await broken(door.hub) == {}
    await anew(door, paper, "2026-04-13", organ=OTHER)
    kept = await door.hub.pool.fetch(SUBJECTS)
    assert [tuple(one) for one in kept] == [(OTHER, "met"), (NEW, "met"), (NEW, None)]
    replied = await done(door, f"{path}/reply", THIRD, text="答复如下", organ=NEW)
    assert replied["joint"][0]["forfeited"] is False
    assert await broken(door.hub) == {}


async def test_the_notice_of_a_hearing_to_whom_was_succeeded_is_served_again(
    door: Door, case: str
) -> None:
    """听证通知书写给的被申请人由其他机关承受的，重新送达记为承受机关收到之日 (ARL 19, 51)."""
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面对质")
    await done(door, f"{case}/hearing-notice", HANDLER, **NOTICE)
    paper = await numbered(door, case, "hearing-notice")
    door.on("2026-03-05")
    await serve(door, paper, "2026-03-03", person_id=str(ANNA))
    await serve(door, paper, "2026-03-03", organ=RESPONDENT)
    await over(door, case, RESPONDENT, on="2026-03-04")
    await anew(door, paper, "2026-03-05", organ=RESPONDENT)
    file = (await door.get(case, HANDLER)).json()
    assert file["hearing"]["notified"] == {"applicant": "2026-03-03", "respondent": "2026-03-05"}
    assert await had(door, case, "hearing-notice", RESPONDENT) == "2026-03-05"
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})
