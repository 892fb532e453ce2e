"""申请顺延答复期限: offered as long as the door takes it, once for a lapse (ARL 19, 48; CPL 86)."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, time
from html import unescape
from importlib import import_module

import pytest

from services.reconsideration.pages import responding
from services.reconsideration.pages.following import steps_of
from services.reconsideration.queries.responding import Owed, Sieve, owed
from shared.auth import Role
from shared.clock import StillClock
from shared.frame.sorting import Order
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.desks.visitor import Building, building
from tests.reconsideration.makers import AUTHORITY, DISPUTE, OTHER, RESPONDENT, day
from tests.reconsideration.test_deferring import FLOOD, REASON, asked, why_not
from tests.reconsideration.test_deferring_moved import OVER, waiting
from tests.reconsideration.test_higher_doors import ABOVE, ASKED, ORDERED, done, offered
from tests.reconsideration.test_in_time import _case, silent
from tests.reconsideration.test_in_time_succeeded import NEWER
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, Door
from tests.reconsideration.test_succeeding import NEW
from tests.reconsideration.two_respondents import SECOND, THIRD
from tests.shared.test_verify_owing import broken

ASK = "reply-deferral"
REFUSED = "SELECT body FROM hub.outbox WHERE kind = 'reconsideration.deferral_refused.v1'"
WHOSE = "SELECT evidence ->> 'lapsed_as' FROM reconsideration.ordinary"
FORGET = "UPDATE reconsideration.ordinary SET evidence = evidence - 'lapsed_as'"
UPGRADE = "deploy.migrations.versions.2026_11_30_0898_know_whose_silence_the_first_bears"
FOURTH = DEPARTMENT | {"organ": NEWER, "code": "fourth-1"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def listed(door: Door, organ: str) -> Sequence[Owed]:
    rows, _ = await owed(door.hub, organ, Sieve(), Order("due"), limit=9)
    return rows


async def at_desk(door: Door, organ: str) -> set[str]:
    """What the list of a department offers."""
    rows = await listed(door, organ)
    return {act for row in rows for act, _ in responding.steps_of(row, day("2026-03-25"))}


async def late(door: Door, **more: object) -> str:
    """As `silent`, with the silence on file."""
    path = await silent(door, **more)
    await Sweep(door.hub).once()
    return path


async def test_who_has_asked_is_offered_it_no_more(door: Door) -> None:
    """同一次期限届满已经申请的，被申请人、办案人员都不再提供申请顺延 (CPL 86)."""
    path = await late(door)
    assert ASK in await offered(door, path, DEPARTMENT)
    assert ASK in await offered(door, path, OFFICER)
    assert ASK in await at_desk(door, RESPONDENT)
    await asked(door, path)
    assert ASK not in await offered(door, path, DEPARTMENT)
    assert ASK not in await offered(door, path, OFFICER)
    assert await at_desk(door, RESPONDENT) == {"late-reply"}


async def test_who_has_replied_too_late_is_offered_it_still(door: Door) -> None:
    """逾期提出答复的，逾期的记载照旧，被申请人的清单仍提供申请顺延 (ARL 70; CPL 86; RULES 175)."""
    path = await late(door)
    await done(door, f"{path}/late-reply", DEPARTMENT, text="逾期的答复")
    assert await at_desk(door, RESPONDENT) == {ASK}
    await asked(door, path)
    assert await at_desk(door, RESPONDENT) == set()


async def test_it_is_offered_anew_once_the_days_given_were_missed_too(door: Door) -> None:
    """准许顺延的期限以内不再提供申请；又届满的，再行提供 (ARL 70; CPL 86)."""
    path = await late(door)
    await done(door, f"{await asked(door, path)}/grant", OFFICER, **REASON)
    assert ASK not in await offered(door, path, DEPARTMENT)
    door.on("2026-04-07")
    await Sweep(door.hub).once()
    assert ASK in await offered(door, path, DEPARTMENT)
    assert ASK in await at_desk(door, RESPONDENT)
    again = FLOOD | {"hindered_on": "2026-03-30", "removed_on": "2026-04-03"}
    await done(door, f"{path}/{ASK}", DEPARTMENT, **again)
    assert ASK not in await offered(door, path, DEPARTMENT)
    assert ASK not in await at_desk(door, RESPONDENT)


async def test_each_of_several_is_offered_its_own_and_whoever_takes_it_down_all(door: Door) -> None:
    """共同被申请人各自申请；还有没有申请的，办案人员仍可代为记载 (ARL 19, 48; CPL 86)."""
    path = await late(door, joint=[OTHER])
    await asked(door, path)
    assert ASK not in await offered(door, path, DEPARTMENT)
    assert ASK in await offered(door, path, SECOND)
    assert ASK in await offered(door, path, OFFICER)
    await done(door, f"{path}/{ASK}", SECOND, **FLOOD)
    assert ASK not in await offered(door, path, SECOND)
    assert ASK not in await offered(door, path, OFFICER)


async def test_who_was_in_time_after_all_is_offered_nothing(door: Door) -> None:
    """查明答复未逾期的，没有期限可以顺延，他人的逾期照旧 (ARL 48, 70; CPL 85, 86)."""
    path = await late(door, joint=[OTHER])
    said = {"posted_on": "2026-03-23", "proof": "邮戳", "text": "答复如下"}
    await done(door, f"{path}/reply-in-time", OFFICER, **said)
    assert ASK not in await offered(door, path, DEPARTMENT)
    assert ASK in await offered(door, path, SECOND)
    await done(door, f"{path}/reply-in-time", OFFICER, **said, organ=OTHER)
    assert ASK not in await offered(door, path, SECOND)
    assert ASK not in await offered(door, path, OFFICER)


async def test_whoever_takes_over_from_the_first_asks_not_again_what_was_refused(
    door: Door,
) -> None:
    """在先的被申请人不予顺延以后职权转移的，同一次逾期不再申请、不再提供申请 (ARL 19; CPL 86)."""
    path = await late(door)
    request = await asked(door, path)
    await done(door, f"{request}/refusal", OFFICER, reason="洪水没有及于该机关")
    await done(door, f"{path}/respondent-succession", OFFICER, **OVER)
    assert (await _case(door, path)).evidence.lapsed_as == RESPONDENT
    assert await why_not(door, f"{path}/{ASK}", THIRD, **FLOOD) == (409, "CPL 86")
    assert ASK not in await offered(door, path, THIRD)
    assert ASK not in await at_desk(door, NEW)
    newer = {**OVER, "before": NEW, "respondent": NEWER}
    await done(door, f"{path}/respondent-succession", OFFICER, **newer)
    assert await why_not(door, f"{path}/{ASK}", FOURTH, **FLOOD) == (409, "CPL 86")
    assert await broken(door.hub) == {}


async def test_whoever_takes_over_from_the_first_asks_for_its_days(door: Door) -> None:
    """在先的被申请人没有申请的，由继续行使职权的机关申请，准许以后不再是逾期 (ARL 19; CPL 86)."""
    path = await late(door)
    await done(door, f"{path}/respondent-succession", OFFICER, **OVER)
    assert ASK in await offered(door, path, THIRD)
    assert ASK in await at_desk(door, NEW)
    file = await done(door, f"{path}/{ASK}", THIRD, **FLOOD)
    await done(door, f"/deferrals/{file['case_id']}/grant", OFFICER, **REASON)
    case = await _case(door, path)
    assert (case.state, case.reply_forfeited, case.evidence.lapsed_as) == ("replying", False, "")
    assert await broken(door.hub) == {}


@pytest.mark.parametrize("joint", [False, True])
async def test_a_refusal_goes_to_whoever_stands_there_now(door: Door, *, joint: bool) -> None:
    """申请以后职权转移的，不予顺延告知继续行使职权的机关，不论再转移几次 (ARL 19; CPL 86)."""
    path, who = await late(door, joint=[OTHER]), OTHER if joint else RESPONDENT
    file = await done(door, f"{path}/{ASK}", OFFICER, **FLOOD, organ=who)
    over = {**OVER, "before": who}
    await done(door, f"{path}/respondent-succession", OFFICER, **over)
    newer = {**over, "before": NEW, "respondent": NEWER}
    await done(door, f"{path}/respondent-succession", OFFICER, **newer)
    await done(door, f"/deferrals/{file['case_id']}/refusal", OFFICER, reason="没有证据")
    body = await door.hub.pool.fetchval(REFUSED)
    assert f'"organ":"{NEWER}"' in body.replace(": ", ":")
    assert await broken(door.hub) == {}


async def test_a_file_of_before_learns_whose_silence_the_first_bears(door: Door) -> None:
    """升级前已经承受在先的被申请人的案卷，按其页补记是哪个机关逾期 (ARL 19, 70)."""
    path = await late(door)
    await done(door, f"{path}/respondent-succession", OFFICER, **OVER)
    newer = {**OVER, "before": NEW, "respondent": NEWER}
    await done(door, f"{path}/respondent-succession", OFFICER, **newer)
    await door.hub.pool.execute(FORGET)
    assert await broken(door.hub) != {}
    await door.hub.pool.execute(import_module(UPGRADE).FILL)
    assert await door.hub.pool.fetchval(WHOSE) == RESPONDENT
    assert await broken(door.hub) == {}


async def test_nothing_is_granted_while_the_case_stands_still(door: Door) -> None:
    """中止、移送期间，后续列表不提供准许，只能不予顺延；恢复以后提供 (ARL 38, 39; CPL 86)."""
    path = await late(door)
    request = await asked(door, path)
    roles, today = [Role.RECONSIDERATION], day("2026-03-25")
    held = {"cause": "other", "text": "中止审理"}
    await done(door, f"{path}/suspension", OFFICER, **held)
    [row] = await waiting(door)
    assert [act for act, _ in steps_of(row, roles, today)] == ["refusal", ""]
    assert (await door.post(f"{request}/grant", OFFICER, **REASON)).status_code == 409
    await done(door, f"{path}/suspension-cause-gone", OFFICER, reason="原因消除")
    await done(door, f"{path}/resumption", OFFICER, text="恢复审理")
    [row] = await waiting(door)
    assert [act for act, _ in steps_of(row, roles, today)] == ["grant", "refusal"]
    await done(door, f"{path}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{path}/elevation", ABOVE, **ORDERED)
    [row] = await waiting(door)
    assert [act for act, _ in steps_of(row, roles, today)] == ["refusal", ""]
    assert (await door.post(f"{request}/grant", OFFICER, **REASON)).status_code == 409


async def test_the_case_page_grants_nothing_while_the_case_stands_still(
    door: Door, house: Building
) -> None:
    """中止期间，案卷页不提供准许顺延，写明为什么；不予顺延照旧 (ARL 39; CPL 86)."""
    path = await late(door)
    request = await asked(door, path)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)

    async def shown() -> tuple[bool, bool, bool]:
        page = unescape((await officer.get(f"/desk/disputes/{DISPUTE}")).text)
        doors = (f"/files/{request.rpartition('/')[2]}/{act}" for act in ("grant", "refusal"))
        return (*(door in page for door in doors), "准许顺延期限" in page)

    assert await shown() == (True, True, True)
    await done(door, f"{path}/suspension", OFFICER, cause="other", text="中止审理")
    assert await shown() == (False, True, True)
    await done(door, f"{path}/suspension-cause-gone", OFFICER, reason="原因消除")
    await done(door, f"{path}/resumption", OFFICER, text="恢复审理")
    assert await shown() == (True, True, True)
