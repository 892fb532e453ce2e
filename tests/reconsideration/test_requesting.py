"""变更行政复议请求: what is asked anew takes the place of what was asked (ARL 15, 17)."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain.applied_for import check_applied_for
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.requesting import change
from services.reconsideration.domain.severing import apart
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import SORTS
from shared.auth import Role
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import CopySent, DecisionMade, Outcome
from shared.contracts.reconsideration.judged import Finding
from shared.contracts.reconsideration.people import RepresentativesElected
from shared.contracts.reconsideration.request import RequestChanged, Sought
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from shared.work import Hub
from tests.desks.visitor import Building, building
from tests.reconsideration.deciding import RIGHT, Draft, submitted
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, examined, received
from tests.reconsideration.papered import made_of, says
from tests.reconsideration.test_proving_doors import (  # noqa: F401 - fixtures
    HANDLER,
    case,
    clock,
    done,
    door,
    file_of,
    refused,
)
from tests.reconsideration.test_routes import DEPARTMENT, OTHER_PARTY, PARTY, Door

ON = "2026-07-20"
NEW = UUID(int=864)


def refusal(act: Callable[[], object]) -> Article | None:
    with pytest.raises(Refused) as found:
        act()
    return found.value.article


def changed(walk: Walk, *sought: Sought, **said: bool) -> Walk:
    fact = change(walk.case, walk.head(ON), NEW, sought, **{"consented": False, **said})
    return walk.record(fact)


def find(case: Case, **said: object) -> None:  # noqa: F811
    check_applied_for(case, [Finding.model_validate({"text_id": PAPER, **said})])


def of_act(act: ActKind) -> Walk:
    return Walk.of(examined().but(act=act, act_done_on=None))


def test_a_changed_request_takes_the_place_of_the_first_and_what_answered_that_falls() -> None:
    """变更以后，审理认定和拟稿重新作出，案件所处环节不变 (ARL 15; ARR2026 61)."""
    walk = submitted(examined(), Draft(outcome=Outcome.REVOKED), ON)
    before = walk.case
    assert before.findings
    assert before.drafted
    after = changed(walk, Sought.CONFIRMED_ILLEGAL).case
    assert after.request is not None
    assert after.request.text_id == NEW
    assert (after.findings, after.drafted) == ((), None)
    assert (after.state, after.evidence, after.text_id) == (
        before.state,
        before.evidence,
        before.text_id,
    )


def test_all_applicants_change_it_and_representatives_with_the_consent_of_all() -> None:
    """由申请人变更；代表人变更的，应当经被代表的申请人同意 (ARL 15)."""
    walk = received(applicants=(ANNA, BERT))
    one = lambda persons: change(  # noqa: E731
        walk.case, walk.head(ON), NEW, [Sought.REVOKED], consented=True, persons=persons
    )
    assert refusal(lambda: one(frozenset({ANNA}))) == ARL[15].par(2)
    assert one(frozenset({ANNA, BERT})).sought == (Sought.REVOKED,)
    walk.then(RepresentativesElected, "2026-03-04", representatives=(ANNA,))
    assert refusal(lambda: changed(walk, Sought.REVOKED)) == ARL[15].par(2)
    assert changed(walk, Sought.REVOKED, consented=True).case.request is not None


def test_findings_answer_what_is_asked_now() -> None:
    """认定按变更后的请求：不再申请确认无效的不按无效认定，申请履行职责的认定职责 (ARL 66, 67)."""
    walk = changed(examined(), Sought.REVOKED)
    assert refusal(lambda: find(walk.case, **RIGHT, asks_invalid=True)) == ARR2026[61].par(1, 1)
    find(walk.case, **RIGHT)
    walk = changed(walk, Sought.CONFIRMED_INVALID)
    assert refusal(lambda: find(walk.case, **RIGHT)) == ARL[67]
    find(walk.case, **RIGHT, asks_invalid=True)
    silent = changed(of_act(ActKind.LICENCE), Sought.PERFORMED)
    assert refusal(lambda: find(silent.case, **RIGHT)) == ARL[66]
    inaction = of_act(ActKind.INACTION)
    assert refusal(lambda: find(inaction.case, **RIGHT)) == ARL[66]
    find(changed(inaction, Sought.REVOKED).case, **RIGHT)


def test_what_the_act_does_not_allow_is_not_asked() -> None:
    """处罚没有可以申请履行的职责，不是行政协议的不请求履行协议 (ARL 71; ARR2026 24)."""
    walk = examined()
    assert refusal(lambda: changed(walk, Sought.PERFORMED)) == ARR2026[24].par(1)
    assert refusal(lambda: changed(walk, Sought.AGREEMENT)) == ARL[71]


def test_what_is_asked_now_goes_along_where_the_application_goes_on() -> None:
    """分案、改由他机关办理的，变更后的请求随申请转入 (ARL 15; RULES 136)."""
    walk = changed(received(applicants=(ANNA, BERT)), Sought.REVOKED)
    new = Walk().record(apart(walk.case, Walk().head(ON), {ANNA}))
    later = "2026-09-10"
    for page in with_application(walk.case, new.case):
        new.record(page(new.head(later)))
    assert new.case.request == walk.case.request, "of the day on which it was changed"


@pytest.mark.parametrize(
    ("kind", "name"), [(CopySent, "application-copy"), (DecisionMade, "decision")]
)
def test_later_papers_print_what_is_asked_now(kind: type[Fact], name: str) -> None:
    """此后的副本、决定书印变更后的请求 (ARL 15, 48, 75)."""
    made = made_of(kind)
    asked = changed(Walk.of(examined().case), Sought.CONFIRMED_ILLEGAL).facts[-1]
    texts = {**made.texts, NEW: "请求确认违法"}
    matter = replace(made, facts=[*made.facts[:-1], asked, made.facts[-1]], texts=texts)
    assert NEW in texts_of(matter, SORTS[name])
    assert "请求确认违法" in says(paper_of(SORTS[name], matter))
    assert "变更行政复议请求" not in says(paper_of(SORTS[name], made))


def test_the_parties_are_told_once_the_application_is_accepted() -> None:
    """受理以后变更的，告知各方当事人；受理以前的，随副本 (ARL 15, 48)."""
    before = changed(received(), Sought.REVOKED).facts[-1]
    after = changed(examined(), Sought.REVOKED).facts[-1]
    assert [SORTS["request-change"].tells(one) for one in (before, after)] == [False, True]
    told = made_of(RequestChanged, text="请求撤销该处罚决定", to_be_told=True)
    paper = paper_of(SORTS["request-change"], told)
    assert "请求撤销该处罚决定" in says(paper)
    assert "撤销或者变更行政行为" in says(paper)
    assert "安某" in (paper.addressee or "")


async def test_an_applicant_changes_it_online_and_others_do_not(door: Door, case: str) -> None:  # noqa: F811
    """申请人在网上变更请求；别人不能，被申请人不能 (ARL 15, 17)."""
    said = {"text": "请求确认违法", "sought": ["confirmed_illegal"]}
    assert (await door.post(f"{case}/request", OTHER_PARTY, **said)).status_code == 404
    assert (await door.post(f"{case}/request", DEPARTMENT, **said)).status_code == 403
    file = await done(door, f"{case}/request", PARTY, **said)
    assert file["request"]["sought"] == ["confirmed_illegal"]
    assert file["state"] == "replying"
    again = await done(door, f"{case}/request", HANDLER, text="请求撤销", sought=["revoked"])
    assert again["request"]["text_id"] != file["request"]["text_id"]


async def test_an_agent_needs_the_power_to_change_it(door: Door, case: str) -> None:  # noqa: F811
    """代理人变更请求须有这一权限 (ARL 17)."""
    said = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["act"], "identified": True}
    named = {"person": {"name": "钱某", "phone": "13800000002"}, "text": "授权委托书"}
    file = await done(door, f"{case}/agent", PARTY, **said, **named)
    [agent] = file["participants"]["agents"]
    lawyer = {**PARTY, "code": "party-9", "persons": [UUID(agent["agent_id"])]}
    asked = {"text": "请求确认违法", "sought": ["confirmed_illegal"]}
    assert await refused(door, f"{case}/request", lawyer, **asked) == "ARL 15(2)"
    more = {"agent_id": agent["agent_id"], "principal_id": str(ANNA), "text": "书面告知"}
    await done(door, f"{case}/agent-change", PARTY, **more, powers=["change"])
    assert (await done(door, f"{case}/request", lawyer, **asked))["request"] is not None


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def test_the_desk_asks_what_is_asked_now_and_shows_it(
    house: Building,
    door: Door,  # noqa: F811
    case: str,  # noqa: F811
) -> None:
    """案件页可以登记变更请求，登记以后写明按变更后的请求审理 (ARL 15; ARR2026 61)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    path = f"/desk/reconsideration/files/{file_of(case)}"
    before = (await officer.get(path)).text
    assert f"/files/{file_of(case)}/request" in before
    assert "变更请求书" not in before
    form = re.search(r'"(/desk/disputes/[^"]+/request)[?"]', before)
    assert form is not None
    asks = (await officer.get(form[1])).text
    for one in ("确认无效", "履行法定职责", "被代表的申请人是否同意"):
        assert one in asks
    await done(door, f"{case}/request", HANDLER, text="请求撤销", sought=["revoked"])
    assert "变更请求书" in (await officer.get(path)).text
