"""承认第三人请求: what applicants admit of what a third person asks binds them alone (ARL 15)."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain.going_along import once_accepted
from services.reconsideration.domain.requesting import admit
from services.reconsideration.domain.severing import apart
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.printed import texts_of
from services.reconsideration.papers.sorts import SORTS
from shared.auth import Role
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationAccepted, DecisionMade, Standing
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    ApplicantSucceeded,
    RepresentativesElected,
    Succession,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.request import ThirdRequestAdmitted
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from shared.law.article import ARL, Article
from shared.law.procedure import Refused
from shared.people import Person
from shared.work import Hub
from tests.desks.visitor import Building, building
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, accepted
from tests.reconsideration.test_papers import made_of, says
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
CARL, DORA = UUID(int=6), UUID(int=7)
SAID = UUID(int=873)
WHAT = "承认其保留共用通道的请求"


def of_both() -> Walk:
    """An application of two, with one third person."""
    walk = accepted(applicants=(ANNA, BERT))
    return walk.then(ThirdPersonJoined, "2026-03-06", third_person=CARL)


def admitted(walk: Walk, third: UUID | None = None, **said: object) -> ThirdRequestAdmitted:
    more = {"consented": False, **said}
    return admit(walk.case, walk.head(ON), SAID, third, **more)  # type: ignore[arg-type] - as they are


def refusal(act: Callable[[], object]) -> Article | None:
    with pytest.raises(Refused) as found:
        act()
    return found.value.article


def test_representatives_admit_with_the_consent_of_those_whom_they_represent() -> None:
    """代表人承认第三人请求，应当经被代表的申请人同意 (ARL 15)."""
    walk = of_both().then(RepresentativesElected, "2026-03-07", representatives=(ANNA,))
    assert refusal(lambda: admitted(walk)) == ARL[15].par(2)
    fact = admitted(walk, consented=True)
    assert (fact.applicants, fact.third_person, fact.consented) == ((ANNA, BERT), CARL, True)
    own = admitted(walk, named=[ANNA])
    assert (own.applicants, own.consented) == ((ANNA,), False), "who admits for itself binds itself"


def test_each_applicant_admits_for_itself_and_nobody_for_others() -> None:
    """申请人各自承认的只约束其本人；为全体承认的须由全体办理 (ARL 15)."""
    walk = of_both()
    anna = frozenset({ANNA})
    assert refusal(lambda: admitted(walk, persons=anna)) == ARL[15].par(2)
    assert refusal(lambda: admitted(walk, named=[BERT], persons=anna)) == ARL[15].par(2)
    assert refusal(lambda: admitted(walk, named=[CARL])) == ARL[15].par(2)
    assert admitted(walk, named=[ANNA], persons=anna).applicants == (ANNA,)
    assert admitted(walk, persons=frozenset({ANNA, BERT})).applicants == (ANNA, BERT)


def test_what_is_admitted_is_the_request_of_a_third_person_of_the_case() -> None:
    """承认的是本案第三人的请求；有数名的，写明哪一名 (ARL 16)."""
    assert refusal(lambda: admitted(accepted())) == ARL[16].par(1)
    walk = of_both()
    assert refusal(lambda: admitted(walk, DORA)) == ARL[16].par(1)
    walk.then(ThirdPersonJoined, "2026-03-07", third_person=DORA)
    assert refusal(lambda: admitted(walk)) == ARL[16].par(1)
    assert admitted(walk, DORA).third_person == DORA


def test_it_is_kept_and_leaves_what_was_found_as_it_is() -> None:
    """承认不代替审查，案件所处环节、认定照旧 (ARL 15, 44)."""
    walk = of_both()
    before = walk.case
    after = walk.record(admitted(walk, named=[ANNA])).case
    [one] = after.participants.admitted
    assert (one.person_id, one.applicants, one.text_id) == (CARL, (ANNA,), SAID)
    same = replace(after.participants, admitted=())
    assert (after.state, after.findings, same) == (
        *(before.state, before.findings, before.participants),
    )


def test_who_takes_over_is_bound_and_who_leaves_is_not() -> None:
    """承受申请人、第三人地位的，承认随之承受；退出的不再约束 (ARL 14, 15, 41)."""
    walk = of_both()
    walk.record(admitted(walk))
    over = {"successors": (DORA,), "succession": Succession.RELATIVES}
    walk.then(ApplicantSucceeded, ON, applicant=CARL, standing=Standing.THIRD, **over)
    assert walk.case.participants.admitted[0].person_id == DORA
    heir = UUID(int=8)
    walk.then(ApplicantSucceeded, ON, applicant=ANNA, **{**over, "successors": (heir,)})
    assert walk.case.participants.admitted[0].applicants == (heir, BERT)
    left = {"ground": Termination.WITHDRAWN, "paper_id": PAPER}
    walk.then(ApplicantsLeft, ON, applicants=(BERT,), **left)
    assert walk.case.participants.admitted[0].applicants == (heir,)
    walk.then(ApplicantsLeft, ON, applicants=(heir,), **left)
    assert walk.case.participants.admitted == ()


def test_it_goes_along_with_who_admitted_it() -> None:
    """分案、改由他机关办理的，随承认的申请人转入，承认之日不变 (ARL 15; RULES 136)."""
    walk = of_both()
    walk.record(admitted(walk, named=[ANNA]))
    for whom, there in ((ANNA, (ANNA,)), (BERT, ())):
        new = Walk().record(apart(walk.case, Walk().head(ON), {whom}))
        new.then(ApplicationAccepted, "2026-09-10")
        for page in once_accepted(walk.case, new.case):
            new.record(page(new.head("2026-09-10")))
        bound = [one.applicants for one in new.case.participants.admitted]
        assert bound == ([there] if there else [])
        assert all(one.admitted_on.isoformat() == ON for one in new.case.participants.admitted)
    [told] = [one for one in walk.facts if isinstance(one, ThirdRequestAdmitted)]
    assert SORTS["third-request-admission"].tells(told)
    moved = told.model_copy(update={"to_be_told": False})
    assert not SORTS["third-request-admission"].tells(moved), "the parties were told in its day"


PEOPLE = {CARL: Person("卡某")}


def test_the_parties_are_told_who_admitted_what_to_whom() -> None:
    """告知各方当事人谁承认哪一名第三人的什么请求，是否经被代表的申请人同意 (ARL 15, 49)."""
    made = made_of(ThirdRequestAdmitted, text=WHAT, to_be_told=True, third_person=CARL)
    joined = made_of(ThirdPersonJoined, third_person=CARL).facts[-1]
    facts = [*made.facts[:-1], joined, made.facts[-1]]
    told = replace(made, facts=facts, people={**made.people, **PEOPLE})
    said = says(paper_of(SORTS["third-request-admission"], told))
    for one in (WHAT, "申请人安某", "第三人卡某", "2026年3月5日", "不代替"):
        assert one in said
    assert "被代表的申请人同意" not in said


@pytest.mark.parametrize(
    ("kind", "name"), [(DecisionMade, "decision"), (MediationDocumentDrawn, "mediation")]
)
def test_the_paper_that_ends_the_case_prints_what_was_admitted(kind: type[Fact], name: str) -> None:
    """决定书、调解书印明谁于何日承认哪一名第三人的什么请求、经谁同意 (ARL 15, 73, 75)."""
    made = made_of(kind)
    walk = accepted("2026-03-03").then(ThirdPersonJoined, "2026-03-03", third_person=CARL)
    own = {"third_person": CARL, "text_id": SAID, "consented": True}
    walk.then(ThirdRequestAdmitted, "2026-03-04", **own)
    texts, people = {**made.texts, SAID: WHAT}, {**made.people, **PEOPLE}
    facts = [*walk.facts, made.facts[-1]]
    matter = replace(made, facts=facts, texts=texts, people=people)
    assert SAID in texts_of(matter, SORTS[name])
    said = says(paper_of(SORTS[name], matter))
    assert f"申请人安某于2026年3月4日承认第三人卡某的请求，已经被代表的申请人同意：{WHAT}" in said
    assert "承认第三人" not in says(paper_of(SORTS[name], made))
    if kind is DecisionMade:
        joint = says(paper_of(SORTS[name], replace(matter, cases=[matter, made])))
        assert joint.count(f"承认第三人卡某的请求，已经被代表的申请人同意：{WHAT}") == 1


THIRD = {"person": {"name": "卡某"}, "called": True, "interested": True, "text": "通知参加"}


async def test_an_applicant_admits_online_and_others_do_not(door: Door, case: str) -> None:  # noqa: F811
    """申请人在网上承认第三人的请求；别人不能，被申请人不能，没有第三人的不能 (ARL 15, 16)."""
    path, said = f"{case}/third-request-admission", {"text": WHAT}
    assert await refused(door, path, PARTY, **said) == "ARL 16(1)"
    joined = await done(door, f"{case}/third-person", HANDLER, **THIRD)
    [third] = [one["person_id"] for one in joined["participants"]["third_persons"]]
    assert (await door.post(path, OTHER_PARTY, **said)).status_code == 404
    assert (await door.post(path, DEPARTMENT, **said)).status_code == 403
    file = await done(door, path, PARTY, **said)
    [one] = file["participants"]["admitted"]
    assert (one["person_id"], one["applicants"]) == (third, [str(ANNA)])
    again = await done(door, path, HANDLER, person_id=third, **said)
    assert len(again["participants"]["admitted"]) == 2


async def test_an_agent_needs_the_power_to_admit(door: Door, case: str) -> None:  # noqa: F811
    """代理人承认第三人请求须有这一权限，能变更请求的还不能承认 (ARL 17)."""
    await done(door, f"{case}/third-person", HANDLER, **THIRD)
    said = {"principal_id": str(ANNA), "sort": "lawyer", "powers": ["act", "change"]}
    named = {"person": {"name": "钱某"}, "text": "授权委托书", "identified": True}
    file = await done(door, f"{case}/agent", PARTY, **said, **named)
    [agent] = file["participants"]["agents"]
    lawyer = {**PARTY, "code": "party-9", "persons": [UUID(agent["agent_id"])]}
    path = f"{case}/third-request-admission"
    assert await refused(door, path, lawyer, text=WHAT) == "ARL 15(2)"
    more = {"agent_id": agent["agent_id"], "principal_id": str(ANNA), "text": "书面告知"}
    await done(door, f"{case}/agent-change", PARTY, **more, powers=["admit"])
    assert (await done(door, path, lawyer, text=WHAT))["participants"]["admitted"]


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def test_the_desk_asks_for_it_and_shows_what_was_admitted(
    house: Building,
    door: Door,  # noqa: F811
    case: str,  # noqa: F811
) -> None:
    """案件页可以登记承认第三人请求，登记以后写明谁的请求、行政行为照常审查 (ARL 15)."""
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    await done(door, f"{case}/third-person", HANDLER, **THIRD)
    path = f"/desk/reconsideration/files/{file_of(case)}"
    before = (await officer.get(path)).text
    assert "承认第三人请求书" not in before
    form = re.search(r'"(/desk/disputes/[^"]+/third-request-admission)[?"]', before)
    assert form is not None
    asks = (await officer.get(form[1])).text
    for one in ("承认的请求和范围", "承认的申请人", "被代表的申请人是否同意"):
        assert one in asks
    await done(door, f"{case}/third-request-admission", HANDLER, text=WHAT)
    after = (await officer.get(path)).text
    assert "承认第三人请求书" in after
    assert "行政行为照常审查" in after
