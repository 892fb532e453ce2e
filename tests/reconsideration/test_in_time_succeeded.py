"""A reply posted in its days, once another organ exercises the powers (ARL 19, 48; CPL 85)."""

from importlib import import_module

from shared.contracts.reconsideration.in_time import JointReplyInTime
from shared.sweep import Sweep
from tests.reconsideration.makers import OTHER, RESPONDENT
from tests.reconsideration.test_in_time import PROOF, clock, door, silent
from tests.reconsideration.test_routes import OFFICER, Door
from tests.reconsideration.test_succeeding import NEW, REPORT
from tests.reconsideration.two_respondents import THIRD, done
from tests.shared.test_verify_owing import broken

__all__ = ["clock", "door"]

NEWER = "620702-nongye"
SAID = {"posted_on": "2026-03-23", "proof": PROOF}
HOW = "SELECT subject, ended FROM hub.deadline WHERE name = 'joint_reply' ORDER BY opened"
IN_TIME = "SELECT body FROM hub.outbox WHERE kind = $1"
JOINT = "SELECT joint::text FROM reconsideration.ordinary"
FORGET = """
UPDATE reconsideration.ordinary
SET joint = (SELECT jsonb_agg(one - 'lapsed_as') FROM jsonb_array_elements(joint) AS one)
"""
UPGRADE = "deploy.migrations.versions.2026_11_30_0882_know_whose_silence_a_successor_bears"


async def succeeded(door: Door) -> str:
    """Two respondents are silent, and another organ exercises the powers of the second."""
    path = await silent(door, joint=[OTHER])
    await Sweep(door.hub).once()
    over = {**REPORT, "before": OTHER, "succeeded_on": "2026-03-25"}
    await done(door, f"{path}/respondent-succession", OFFICER, **over)
    return path


async def how(door: Door) -> list[tuple[str, str]]:
    return [tuple(row) for row in await door.hub.pool.fetch(HOW)]


async def test_whoever_takes_over_brings_the_reply_that_was_posted_in_time(door: Door) -> None:
    """共同被申请人期满前交邮的答复，由继续行使职权的机关查明，不算逾期 (ARL 19, 48, 70; CPL 85)."""
    path = await succeeded(door)
    assert await how(door) == [(OTHER, "lapsed")], "the lapse stays that of whoever was silent"
    file = await done(door, f"{path}/reply-in-time", OFFICER, **SAID, organ=NEW, text="答复如下")
    [other] = file["joint"]
    assert (other["organ"], other["forfeited"], file["reply_forfeited"]) == (NEW, False, True)
    assert await how(door) == [(OTHER, "met")]
    body = await door.hub.pool.fetchval(IN_TIME, JointReplyInTime.kind_name())
    said = JointReplyInTime.model_validate_json(body)
    assert (said.organ, said.lapsed_as) == (NEW, OTHER)
    assert await broken(door.hub) == {}


async def test_whoever_takes_over_from_that_one_brings_it_too(door: Door) -> None:
    """职权再次转移的，期限仍是最初机关的期限，晚于期满交邮的仍是逾期 (ARL 19; CPL 85)."""
    path = await succeeded(door)
    assert (await done(door, f"{path}/late-reply", THIRD, text="答复如下"))["reply_forfeited"]
    over = {**REPORT, "before": NEW, "respondent": NEWER, "succeeded_on": "2026-03-25"}
    await done(door, f"{path}/respondent-succession", OFFICER, **over)
    late = {**SAID, "posted_on": "2026-03-24", "organ": NEWER}
    answer = await door.post(f"{path}/reply-in-time", OFFICER, **late)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "CPL 85(4)")
    file = await done(door, f"{path}/reply-in-time", OFFICER, **SAID, organ=NEWER)
    assert [(one["organ"], one["forfeited"]) for one in file["joint"]] == [(NEWER, False)]
    assert await how(door) == [(OTHER, "met")]
    again = await door.post(f"{path}/reply-in-time", OFFICER, **SAID, organ=NEWER)
    assert (again.status_code, again.json()["article"]["code"]) == (409, "CPL 85(4)")
    assert await broken(door.hub) == {}


async def test_the_silence_of_one_is_not_taken_back_by_whoever_takes_over_from_another(
    door: Door,
) -> None:
    """在先的被申请人的逾期，不因承受共同被申请人的机关答复在期满前交邮而消除 (ARL 19, 70)."""
    path = await succeeded(door)
    await done(door, f"{path}/reply-in-time", OFFICER, **SAID, organ=NEW, text="答复如下")
    first = "SELECT ended FROM hub.deadline WHERE name = 'reply'"
    assert await door.hub.pool.fetchval(first) == "lapsed"
    said = {**SAID, "organ": RESPONDENT, "text": "答复如下"}
    file = await done(door, f"{path}/reply-in-time", OFFICER, **said)
    assert file["reply_forfeited"] is False
    assert await door.hub.pool.fetchval(first) == "met"


async def test_a_file_of_before_learns_whose_silence_it_is(door: Door) -> None:
    """升级前已经承受的案卷，按其页补记是哪个机关逾期；本机关自己逾期的不记 (ARL 19, 70)."""
    path = await succeeded(door)
    over = {**REPORT, "before": NEW, "respondent": NEWER, "succeeded_on": "2026-03-25"}
    await done(door, f"{path}/respondent-succession", OFFICER, **over)
    kept = await door.hub.pool.fetchval(JOINT)
    await door.hub.pool.execute(FORGET)
    assert await door.hub.pool.fetchval(JOINT) != kept
    await door.hub.pool.execute(import_module(UPGRADE).FILL)
    assert await door.hub.pool.fetchval(JOINT) == kept
    assert await broken(door.hub) == {}
