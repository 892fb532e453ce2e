"""The same matter again 同一事项再次申请, and the suit beside it (ARL 29, 30; ARR2026 37)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

import httpx
import pytest

from services.reconsideration.domain.again import handle_no_further
from services.reconsideration.domain.application import act_of
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.untried import Earlier, refuse_again
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.law.article import ARL, ARR2026, Article
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.deciding import road
from tests.reconsideration.makers import BERT, DISPUTE, PAPER, accepted, day, received
from tests.reconsideration.test_acceptance import SAID
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door
from tests.registering import take_in

NUMBERED = {**APPLICATION, "manner": "in_person", "act_number": "甘综执罚字〔2026〕12号"}
AGAIN = {**NUMBERED, "received_on": "2026-03-16"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="复议", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    await take_in(hub, DISPUTE)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


def refused(earlier: Earlier, on: str, *, new_facts: bool = False) -> Article:
    with pytest.raises(Refused) as refusal:
        refuse_again(earlier, day(on), new_facts=new_facts)
    return refusal.value.article


def test_what_was_decided_is_not_reviewed_again_without_something_new() -> None:
    """没有新的事实和理由再次申请的，不再处理 (ARR2026 37)."""
    assert refused(Earlier.DECIDED, "2026-09-23") == ARR2026[37].par(2)


def test_before_july_2026_what_was_decided_had_been_accepted_once_already() -> None:
    """2026年6月30日以前，复议机关受理过的不再受理 (ARL 30)."""
    assert refused(Earlier.DECIDED, "2026-03-02") == ARL[30].par(1, 7)


def test_who_has_something_new_is_heard_by_a_person() -> None:
    """有新的事实和理由的，收下审查 (ARR2026 37)."""
    refuse_again(Earlier.DECIDED, day("2026-09-23"), new_facts=True)
    assert refused(Earlier.ON_HAND, "2026-09-23", new_facts=True) == ARL[30].par(1, 7)


def test_what_turns_out_to_be_nothing_new_is_told_and_goes_on_record() -> None:
    """没有新的事实和理由的，告知不再处理，并记录在案 (ARR2026 37)."""
    for earlier in (Earlier.DECIDED, Earlier.NONE):  # the hub does not know an act without number
        walk = received("2026-09-23")
        walk.record(handle_no_further(walk.head("2026-09-24"), earlier, PAPER))
        assert (walk.case.state, walk.case.is_closed) == (State.NOT_HANDLED, True)


def test_what_is_still_being_handled_is_declined_and_not_left_unhandled() -> None:
    """此前的案件尚未决定的，不予受理，不是不再处理 (ARL 30)."""
    with pytest.raises(Refused) as refusal:
        handle_no_further(received().head("2026-09-24"), Earlier.ON_HAND, PAPER)
    assert refusal.value.article == ARL[30].par(1, 7)


def test_once_it_is_accepted_it_is_decided_and_not_left_unhandled() -> None:
    """不再处理在受理以前告知 (ARR2026 37)."""
    with pytest.raises(Refused) as refusal:
        accepted("2026-09-23").then(NotHandledAgain, "2026-09-24")
    assert refusal.value.article == ARR2026[37].par(2)


def test_before_july_2026_nothing_was_left_unhandled() -> None:
    """2026年6月30日以前没有不再处理的规定 (ARR2026 37)."""
    with pytest.raises(Refused) as refusal:
        handle_no_further(received().head("2026-06-30"), Earlier.DECIDED, PAPER)
    assert refusal.value.article == ARL[30].par(1, 7)


def test_an_act_is_known_by_its_organ_and_number_however_it_is_written() -> None:
    """行政行为以机关和文号识别 (ARL 30)."""
    spaced = replace(SAID, act_number=" 甘综执罚字〔2026〕 12号", applicants=(BERT,))
    assert act_of(spaced) == act_of(SAID)
    assert act_of(replace(SAID, act_number="甘综执罚字〔2026〕13号")) != act_of(SAID)
    assert act_of(replace(SAID, act_number=None)) is None


async def test_the_same_application_is_refused_while_it_is_handled(door: Door) -> None:
    """同一申请人就同一行政行为再次申请，已经受理的不再收 (ARL 30)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    twice = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    assert twice.json()["case_id"] == first.json()["case_id"]
    door.on("2026-03-16")
    again = await door.post("/reconsiderations", OFFICER, **AGAIN)
    assert (again.status_code, again.json()["article"]["code"]) == (409, "ARL 30(1)(7)")
    views = {"manner": "telephone", "record": "听取"}
    assert (await door.post(f"{case}/views", OFFICER, **views)).status_code == 201
    for path, _, said in road("application_dismissed", text="驳回"):
        assert (await door.post(f"{case}/{path}", OFFICER, **said)).status_code == 201, path
    dismissed = await door.post("/reconsiderations", OFFICER, **AGAIN)
    assert dismissed.status_code == 201, "what was dismissed unheard is for a person to judge"


async def test_who_says_something_new_and_has_nothing_is_told_so_by_a_letter(door: Door) -> None:
    """称有新的事实，审查认为没有的，告知不再处理，案卷即结 (ARR2026 37)."""
    door.on("2026-07-06")
    anew = {**NUMBERED, "received_on": "2026-07-06", "learnt_on": "2026-07-01", "new_facts": True}
    taken = await door.post("/reconsiderations", OFFICER, **anew)
    path = f"/reconsiderations/{taken.json()['case_id']}"
    letter = {"text": "已于2026年7月6日决定，所称情况当时已经审查。"}
    told = await door.post(f"{path}/no-further-handling", OFFICER, **letter)
    assert (told.status_code, told.json()["state"]) == (201, "not_handled"), told.text
    late_one = await door.post(f"{path}/acceptance", OFFICER)
    assert late_one.status_code == 409


async def test_another_applicant_and_one_who_was_declined_may_apply(door: Door) -> None:
    """他人申请、此前不予受理的，不是再次申请 (ARL 30)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    door.on("2026-03-16")
    other = await door.post("/reconsiderations", OFFICER, **{**AGAIN, "applicants": [str(BERT)]})
    assert other.status_code == 201, other.text
    path = f"/reconsiderations/{other.json()['case_id']}"
    said = {"missing": "interest", "reason": "没有利害关系"}
    assert (await door.post(f"{path}/declination", OFFICER, **said)).status_code == 201
    door.on("2026-03-17")
    anew = {**AGAIN, "received_on": "2026-03-17", "applicants": [str(BERT)]}
    assert (await door.post("/reconsiderations", OFFICER, **anew)).status_code == 201


def test_what_was_mediated_was_accepted_once_and_is_not_accepted_again() -> None:
    """调解书生效的，复议机关受理过；有新的事实的，由人审查 (ARL 30)."""
    assert refused(Earlier.MEDIATED, "2026-09-23") == ARL[30].par(1, 7)
    assert refused(Earlier.MEDIATED, "2026-03-23") == ARL[30].par(1, 7)
    refuse_again(Earlier.MEDIATED, day("2026-09-23"), new_facts=True)


@pytest.mark.parametrize(("ended", "word"), [("mediated", "调解书"), ("ended_above", "受理")])
async def test_an_act_that_was_mediated_or_decided_above_is_known_again_by_its_number(
    door: Door, ended: str, word: str
) -> None:
    """调解结案、上级办结以后，同一申请人就同一文号再次申请，不再收 (ARL 30)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    over = "UPDATE reconsideration.ordinary SET state = $2 WHERE case_id = $1"
    await door.hub.pool.execute(over, first.json()["case_id"], ended)
    door.on("2026-03-16")
    again = await door.post("/reconsiderations", OFFICER, **AGAIN)
    assert (again.status_code, again.json()["article"]["code"]) == (409, "ARL 30(1)(7)")
    assert word in again.json()["detail"]


async def test_a_withdrawal_in_another_dispute_bars_the_same_act_all_the_same(
    door: Door, hub: Hub
) -> None:
    """换一件纠纷登记，同一行政行为仍是同一行政行为 (ARL 74)."""
    first = await door.post("/reconsiderations", OFFICER, **NUMBERED)
    case = f"/reconsiderations/{first.json()['case_id']}"
    for path, said in (
        ("acceptance", {}),
        ("settlement", {"text": "减收罚款，撤回申请"}),
        ("withdrawal", {"settled": True}),
        ("termination", {"harmless": True}),
    ):
        assert (await door.post(f"{case}/{path}", OFFICER, **said)).status_code == 201, path
    other = await take_in(hub, UUID(int=77))
    door.on("2026-03-03")
    said = {**NUMBERED, "dispute_id": str(other), "received_on": "2026-03-03"}
    again = await door.post("/reconsiderations", OFFICER, **said)
    assert again.status_code == 201, again.text
    path = f"/reconsiderations/{again.json()['case_id']}"
    barred = await door.post(f"{path}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 74(2)")
