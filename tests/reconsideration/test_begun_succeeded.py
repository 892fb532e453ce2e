"""最先送达, once another organ exercises the powers of a respondent (ARL 19, 48, 51; RULES 131)."""

from typing import Any

import pytest

from shared.contracts.reconsideration import ReplyForfeited
from shared.sweep import Sweep
from tests.reconsideration.checking import found
from tests.reconsideration.makers import ANNA, OTHER, RESPONDENT
from tests.reconsideration.test_days_anew import rows
from tests.reconsideration.test_days_anew_succeeded import SUBJECTS, had, over
from tests.reconsideration.test_in_time_succeeded import NEWER
from tests.reconsideration.test_papers_served_clocks import numbered, serve
from tests.reconsideration.test_pausing_doors import HANDLER, case, clock, door
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door
from tests.reconsideration.test_settling_doors import NOTICE
from tests.reconsideration.test_succeeding import NEW
from tests.reconsideration.two_respondents import THIRD, done
from tests.shared.test_verify_owing import broken

__all__ = ["case", "clock", "door"]

WHOSE = "SELECT body FROM hub.outbox WHERE kind = $1"


async def sent(door: Door, **more: object) -> tuple[str, dict[str, Any]]:
    """The copy sent on 9 March; nobody has it yet."""
    file = await done(door, "/reconsiderations", PARTY, **APPLICATION | more)
    path = f"/reconsiderations/{file['case_id']}"
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    door.on("2026-03-09")
    await done(door, f"{path}/copy", OFFICER)
    return path, await numbered(door, path, "reply-notice")


async def taken_over(door: Door, path: str, before: str, to: str = NEW) -> None:
    door.on("2026-03-10")
    await over(door, path, before, to, on="2026-03-10")


@pytest.mark.parametrize("last", [NEW, NEWER])
async def test_the_days_to_reply_are_those_of_whoever_stands_in_the_place_as_it_is_served(
    door: Door, last: str
) -> None:
    """发出以后、送达以前由其他机关承受、再承受的，自送达起由承受机关答复 (ARL 19, 48)."""
    path, paper = await sent(door)
    await taken_over(door, path, RESPONDENT)
    if last == NEWER:
        await taken_over(door, path, NEW, NEWER)
    door.on("2026-03-12")
    await serve(door, paper, "2026-03-11", organ=RESPONDENT)
    file = (await door.get(path, OFFICER)).json()
    assert (file["respondent"], file["state"]) == (last, "replying")
    assert await rows(door, path, "reply") == [("2026-03-11", None)]
    assert await had(door, path, "reply-notice", RESPONDENT) == "2026-03-11"
    file = await done(door, f"{path}/reply", OFFICER, text="答复如下", organ=last)
    assert (file["state"], file["reply_forfeited"]) == ("examining", False)
    assert await rows(door, path, "reply") == [("2026-03-11", "met")]
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_the_silence_after_that_service_is_the_successor_s_own(door: Door) -> None:
    """自送达起十个工作日没有答复的，逾期的是承受机关 (ARL 19, 48, 70)."""
    path, paper = await sent(door)
    await taken_over(door, path, RESPONDENT)
    door.on("2026-03-12")
    await serve(door, paper, "2026-03-11", organ=RESPONDENT)
    door.on("2026-03-26")
    await Sweep(door.hub).once()
    file = (await door.get(path, OFFICER)).json()
    assert (file["state"], file["reply_forfeited"]) == ("examining", True)
    assert await rows(door, path, "reply") == [("2026-03-11", "lapsed")]
    said = ReplyForfeited.model_validate_json(
        await door.hub.pool.fetchval(WHOSE, ReplyForfeited.kind_name())
    )
    assert said.respondent == NEW
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_whoever_takes_over_from_one_beside_replies_from_the_service(door: Door) -> None:
    """共同被申请人送达以前由其他机关承受的，答复期限、逾期都是承受机关的 (ARL 19, 48, 70)."""
    path, paper = await sent(door, joint=[OTHER])
    await taken_over(door, path, OTHER)
    door.on("2026-03-12")
    for organ in (RESPONDENT, OTHER):
        await serve(door, paper, "2026-03-11", organ=organ)
    assert await rows(door, path, "reply") == [("2026-03-11", None)]
    assert [tuple(one) for one in await door.hub.pool.fetch(SUBJECTS)] == [(NEW, None)]
    assert await had(door, path, "reply-notice", OTHER) == "2026-03-11"
    file = await done(door, f"{path}/reply", THIRD, text="答复如下", organ=NEW)
    [other] = file["joint"]
    assert (other["organ"], other["forfeited"]) == (NEW, False)
    assert [tuple(one) for one in await door.hub.pool.fetch(SUBJECTS)] == [(NEW, "met")]
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})


async def test_the_notice_of_a_hearing_is_had_by_whoever_stands_in_the_place(
    door: Door, case: str
) -> None:
    """听证通知书送达以前被申请人由其他机关承受的，记为承受机关收到之日 (ARL 19, 51)."""
    await done(door, f"{case}/hearing-request", PARTY, text="请求当面对质")
    await done(door, f"{case}/hearing-notice", HANDLER, **NOTICE)
    paper = await numbered(door, case, "hearing-notice")
    door.on("2026-03-04")
    await over(door, case, RESPONDENT, on="2026-03-04")
    door.on("2026-03-05")
    await serve(door, paper, "2026-03-04", person_id=str(ANNA))
    await serve(door, paper, "2026-03-05", organ=RESPONDENT)
    file = (await door.get(case, HANDLER)).json()
    assert file["hearing"]["notified"] == {"applicant": "2026-03-04", "respondent": "2026-03-05"}
    assert await had(door, case, "hearing-notice", RESPONDENT) == "2026-03-05"
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})
