"""顺延的申请随案: others handle the case by now, or answer in it (ARL 19, 31, 35, 38; CPL 86)."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, time

import pytest

from services.reconsideration.pages.following import steps_of
from services.reconsideration.queries.following import Beside, Sieve, beside_cases
from shared.auth import Role
from shared.clock import StillClock
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.sweep import Sweep
from tests.reconsideration.deciding import road
from tests.reconsideration.higher import ABOVE, ASKED, ORDERED, done
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, OTHER, day
from tests.reconsideration.test_deferring import FLOOD, REASON, asked, why_not
from tests.reconsideration.test_deferring_supplement import ILL
from tests.reconsideration.test_in_time import RUNS, _case, abandoned, silent
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.test_succeeding import NEW, REPORT
from tests.reconsideration.two_respondents import SECOND, THIRD
from tests.shared.test_verify_owing import broken

OVER = {**REPORT, "succeeded_on": "2026-03-25"}
GRANTED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.deferral_granted.v1'"
DECIDED = "UPDATE reconsideration.ordinary SET state = 'decided' WHERE case_id = $1::uuid"
TAKEN_IN = """
UPDATE hub.file SET labels = labels || jsonb_build_object('departments', $1::text)
WHERE case_id = $2::uuid
"""


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def waiting(door: Door, authority: str = AUTHORITY) -> Sequence[Beside]:
    """The requests that wait on the list of an authority."""
    asks = (authority, "somebody", Sieve("every", "deferral"), Order("due"))
    rows, _ = await beside_cases(door.hub, *asks, limit=9)
    return rows


async def handed_up(door: Door, path: str) -> None:
    await done(door, f"{path}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{path}/elevation", ABOVE, **ORDERED)
    await done(door, f"{path}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{path}/elevated-file-receipt", ABOVE)


async def taken_over(door: Door, path: str) -> None:
    door.on("2026-05-11")
    await Sweep(door.hub).once()
    report = await done(door, f"{path}/wrong-report", PARTY, text="六十日已过，没有答复。")
    way = f"/corrections/{report['case_id']}/direct-acceptance"
    await done(door, way, ABOVE, text="由本机关直接受理。")


@pytest.mark.parametrize("goes_up", [handed_up, taken_over])
async def test_the_authority_to_which_the_case_went_decides_what_was_asked_below(
    door: Door, goes_up: Callable[[Door, str], Awaitable[None]]
) -> None:
    """申请顺延以后案件由上级提级审理、直接受理的，由上级决定是否准许 (ARL 35, 38; CPL 86)."""
    path = await silent(door)
    request = await asked(door, path)
    await goes_up(door, path)
    assert await waiting(door) == []
    assert len(await waiting(door, CITY_GOVERNMENT)) == 1
    assert (await door.post(f"{request}/grant", OFFICER, **REASON)).status_code == 404
    granted = await done(door, f"{request}/grant", ABOVE, **REASON)
    assert granted["deferred_days"] == "6wd"
    case = await _case(door, path)
    assert (case.state, case.reply_forfeited) == ("replying", False)
    assert await broken(door.hub) == {}


async def test_what_the_respondent_asked_is_granted_to_whoever_takes_over(door: Door) -> None:
    """申请顺延以后由其他机关继续行使职权的，准许的顺延及于该机关 (ARL 19; CPL 86)."""
    path = await silent(door)
    request = await asked(door, path)
    await done(door, f"{path}/respondent-succession", OFFICER, **OVER)
    assert (await door.get(request, THIRD)).status_code == 200
    assert (await door.get(request, DEPARTMENT)).status_code == 404
    await done(door, f"{request}/grant", OFFICER, **REASON)
    assert NEW in await door.hub.pool.fetchval(GRANTED), "whoever stands there is told"
    case = await _case(door, path)
    assert (case.respondent, case.state, case.reply_forfeited) == (NEW, "replying", False)
    rows = await door.hub.pool.fetch(RUNS, case.case_id)
    assert ("reply_deferred", "2026-04-02") in [tuple(row) for row in rows]
    assert await broken(door.hub) == {}


async def test_what_another_respondent_asked_is_granted_to_whoever_takes_over(door: Door) -> None:
    """共同被申请人申请以后由其他机关继续行使职权的，同一次逾期不再另行申请 (ARL 19; CPL 86)."""
    path = await silent(door, joint=[OTHER])
    file = await done(door, f"{path}/reply-deferral", OFFICER, **FLOOD, organ=OTHER)
    await done(door, f"{path}/respondent-succession", OFFICER, **{**OVER, "before": OTHER})
    again = await why_not(door, f"{path}/reply-deferral", THIRD, **FLOOD)
    assert again == (409, "CPL 86"), "it was asked for the same lapse"
    assert (await door.get(f"/deferrals/{file['case_id']}", SECOND)).status_code == 404
    await done(door, f"/deferrals/{file['case_id']}/grant", OFFICER, **REASON)
    case = await _case(door, path)
    [other] = case.joint
    assert (other.organ, other.forfeited, case.reply_forfeited) == (NEW, False, True)
    assert case.tracks[NEW] == "replying"
    assert await broken(door.hub) == {}


async def test_nothing_is_decided_while_a_request_has_no_answer(door: Door) -> None:
    """申请顺延尚未决定是否准许的，不得作出决定 (CPL 86; ARL 70)."""
    path = await silent(door, joint=[OTHER])
    posted = {"posted_on": "2026-03-23", "proof": "邮戳", "text": "答复如下"}
    await done(door, f"{path}/reply-in-time", OFFICER, **posted)
    file = await done(door, f"{path}/reply-deferral", SECOND, **FLOOD)
    await done(door, f"{path}/views", OFFICER, manner="telephone", record="处罚过重")
    *steps, (seal, _, body) = road("revoked", text="撤销", redo=True)
    for step, _, said in steps:
        await done(door, f"{path}/{step}", OFFICER, **said)
    assert await why_not(door, f"{path}/{seal}", OFFICER, **body) == (409, "CPL 86")
    await done(door, f"/deferrals/{file['case_id']}/refusal", OFFICER, reason="洪水没有及于该机关")
    assert (await done(door, f"{path}/{seal}", OFFICER, **body))["state"] == "decided"
    assert await broken(door.hub) == {}


async def test_what_waits_until_the_case_is_decided_is_granted_no_more(door: Door) -> None:
    """已经作出决定的，不再提供准许顺延，只能不予顺延 (CPL 86; ARL 70)."""
    path = await silent(door)
    request = await asked(door, path)
    roles, today = [Role.RECONSIDERATION], day("2026-03-25")
    [row] = await waiting(door)
    assert [act for act, _ in steps_of(row, roles, today)] == ["grant", "refusal"]
    await door.hub.pool.execute(DECIDED, path.rsplit("/", 1)[1])
    [row] = await waiting(door)
    assert [act for act, _ in steps_of(row, roles, today)] == ["refusal"]
    assert (await door.post(f"{request}/grant", OFFICER, **REASON)).status_code == 409
    refused = await done(door, f"{request}/refusal", OFFICER, reason="已经作出决定")
    assert refused["state"] == "deferral_refused"


async def test_the_organ_that_took_an_application_in_reads_nothing_of_the_illness(
    door: Door,
) -> None:
    """申请人的顺延申请和病历等证明，处罚机关不能查看 (CPL 86; ARL 32)."""
    path = await abandoned(door)
    await door.hub.pool.execute(TAKEN_IN, DEPARTMENT["organ"], path.rsplit("/", 1)[1])
    assert (await door.get(path, DEPARTMENT)).status_code == 200
    file = await done(door, f"{path}/supplement-deferral", PARTY, **ILL)
    request = f"/deferrals/{file['case_id']}"
    assert (await door.get(request, PARTY)).status_code == 200
    assert (await door.get(request, DEPARTMENT)).status_code == 404
