"""共同申请人的身份: each of several applicants shows its own (ARL 14; ARR2026 27)."""

from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.capacity import state, statements, whose
from services.reconsideration.domain.standing import Persons
from services.reconsideration.domain.stated import Stated
from shared.clock import StillClock
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantsWithdrew,
    RepresentativesElected,
)
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, day, received
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door

A, P, T = Applicant, Paper, Through
DAY = "2026-09-01"
LAWYER = UUID(int=73)
CHILD = Stated(sort=A.GUARDED, person_id=ANNA, through=T.GUARDIAN)
FIRM = Stated(sort=A.LEGAL, person_id=BERT, through=T.HEAD, papers=(P.APPOINTMENT,))


def of_two(*said: Stated) -> Walk:
    walk = received(DAY, applicants=(ANNA, BERT))
    for one in said:
        walk.record(state(walk.head(DAY), one, PAPER))
    return walk


def accepting(walk: Walk) -> object:
    return accept(walk.case, walk.head("2026-09-02"), calendar=CALENDAR, competent=(AUTHORITY,))


def test_what_one_applicant_shows_does_not_show_who_acts_for_another() -> None:
    """未成年人和公司共同申请：公司的证明不能代替监护关系证明 (ARL 14; ARR2026 27)."""
    walk = of_two(CHILD, FIRM)
    with pytest.raises(Refused, match="监护关系证明") as refusal:
        accepting(walk)
    assert refusal.value.article == ARL[14].par(3)
    shown = Stated(sort=A.GUARDED, person_id=ANNA, papers=(P.GUARDIANSHIP,))
    walk.record(state(walk.head("2026-09-02"), shown, PAPER))
    assert accepting(walk)


def test_one_paper_does_not_serve_two_companies() -> None:
    """两家公司共同申请，一份负责人身份证明不够 (ARL 14; ARR2026 27; ARL 31)."""
    of_all = Stated(sort=A.LEGAL, through=T.HEAD, papers=(P.APPOINTMENT,))
    with pytest.raises(Refused, match="没有各自写明身份"):
        accepting(of_two(of_all))
    bare = Stated(sort=A.LEGAL, person_id=ANNA, through=T.HEAD)
    with pytest.raises(Refused, match="没有提交负责人身份证明"):
        accepting(of_two(of_all, bare, FIRM))


def test_what_several_state_in_common_is_of_all_of_them() -> None:
    """全体合伙人一起说明的，对各合伙人都算 (ARR2026 13)."""
    partners = Stated(sort=A.PARTNERS, through=T.ALL_PARTNERS, papers=(P.PARTNERSHIP,))
    assert accepting(of_two(partners))


def test_a_person_examines_each_applicant_and_what_one_lacks_is_lacking() -> None:
    """审查申请人身份，逐名审查，一名欠缺的即为欠缺 (ARL 30)."""
    for said in ((CHILD, FIRM), (FIRM, CHILD)):
        walk = of_two(*said)
        fact = find(walk.case, walk.head(DAY), Examined(), PAPER, calendar=CALENDAR)
        assert fact.conditions[0].verdict is Verdict.OPEN


def test_whose_it_is_of_several_is_said_unless_a_party_says_it_of_itself() -> None:
    """申请人有数名的，写明是哪一名的；当事人自己说明的，是他自己的 (ARR2026 27)."""
    case, on = of_two().case, day(DAY)
    firm = Stated(sort=A.LEGAL, through=T.HEAD)
    assert whose(case, firm, frozenset({BERT}), on).person_id == BERT
    with pytest.raises(Refused, match="写明是哪一名申请人") as refusal:
        whose(case, firm, None, on)
    assert refusal.value.article == ARR2026[27].par(1)
    with pytest.raises(Refused, match="不是本案的申请人"):
        whose(case, Stated(sort=A.LEGAL, person_id=UUID(int=99)), None, on)
    alone = received(DAY, applicants=(ANNA,)).case
    assert whose(alone, Stated(sort=A.LEGAL, person_id=ANNA), None, on).person_id is None


def test_a_party_states_of_no_other_applicant_for_whom_it_does_not_act() -> None:
    """当事人只说明本人的身份，其代理人、代表人可以代为说明，不得替其他申请人说明 (ARR2026 27)."""
    on = day(DAY)
    for acting in (frozenset({ANNA}), frozenset({LAWYER})):
        with pytest.raises(Refused, match="各自说明") as refusal:
            whose(of_two().case, FIRM, acting, on)
        assert refusal.value.article == ARR2026[27].par(1)
    assert whose(of_two().case, FIRM, frozenset({BERT}), on) == FIRM
    assert whose(of_two().case, FIRM, None, on) == FIRM
    entrusted = of_two().then(AgentNamed, DAY, agent=LAWYER, principal=BERT)
    assert whose(entrusted.case, FIRM, frozenset({LAWYER}), on) == FIRM
    with pytest.raises(Refused, match="各自说明"):
        whose(entrusted.case, CHILD, frozenset({LAWYER}), on)
    elected = of_two().then(RepresentativesElected, DAY, representatives=(ANNA,))
    assert whose(elected.case, FIRM, frozenset({ANNA}), on) == FIRM


def test_before_july_2026_the_older_regulation_says_so() -> None:
    """2026年7月以前，依2007年条例第19条 (ARR2007 19)."""
    walk = received("2026-03-02", applicants=(ANNA, BERT))
    with pytest.raises(Refused, match="各自说明") as refusal:
        whose(walk.case, FIRM, frozenset({ANNA}), day("2026-03-02"))
    assert refusal.value.article == ARR2007[19]


def test_what_one_applicant_says_of_itself_takes_nothing_from_what_all_said() -> None:
    """一名申请人改称自己是公民，另一家公司仍须提交负责人身份证明 (ARL 14; ARR2026 27)."""
    walk = of_two(Stated(sort=A.LEGAL, through=T.HEAD))
    own = whose(walk.case, Stated(sort=A.PERSON), frozenset({ANNA}), day(DAY))
    assert own.person_id == ANNA
    walk.record(state(walk.head(DAY), own, PAPER))
    firm, other = (walk.case.participants.stated_of(one) for one in (BERT, ANNA))
    assert (firm and firm.sort, other and other.sort) == (A.LEGAL, A.PERSON)
    with pytest.raises(Refused, match="没有各自写明身份"):
        accepting(walk)


def test_what_is_said_otherwise_than_before_names_whose_it_is() -> None:
    """与已经说明的身份不同的，写明是哪一名申请人的；相同的可以一起补交 (ARR2026 27)."""
    home = Stated(sort=A.HOUSEHOLD, through=T.CERTIFIED, papers=(P.CERTIFICATE,))
    for before in (Stated(sort=A.LEGAL, through=T.HEAD), FIRM):
        case, on = of_two(before).case, day(DAY)
        with pytest.raises(Refused, match="写明是哪一名申请人") as refusal:
            whose(case, home, None, on)
        assert refusal.value.article == ARR2026[27].par(1)
        assert whose(case, home, frozenset({ANNA}), on).person_id == ANNA
    same = of_two(Stated(sort=A.HOUSEHOLD)).case
    assert whose(same, home, frozenset({ANNA}), day(DAY)).person_id is None
    assert whose(same, home, None, day(DAY)).person_id is None


def test_what_was_stated_of_whoever_left_is_not_asked_of_those_who_stay() -> None:
    """撤回的申请人的身份不再审查 (ARL 41; ARR2026 27)."""
    walk = of_two(CHILD, FIRM)
    left = ApplicantsWithdrew(head=walk.head(DAY), applicants=(ANNA,), text_id=PAPER)
    walk.record(left)
    assert walk.case.participants.stated_each == (FIRM,)
    assert accepting(walk)


BARE = Stated(sort=A.LEGAL, person_id=BERT, through=T.HEAD)


def left_by_another() -> Walk:
    """甲撤回，乙一名继续."""
    walk = of_two(Stated(sort=A.PERSON, person_id=ANNA), BARE)
    return walk.record(ApplicantsWithdrew(head=walk.head(DAY), applicants=(ANNA,), text_id=PAPER))


def gone_apart() -> Walk:
    """分案以后，乙的申请单独成案，带来原先说明的身份."""
    walk = received(DAY, applicants=(BERT,))
    return walk.record(state(walk.head(DAY), BARE, PAPER))


@pytest.mark.parametrize("alone", [left_by_another, gone_apart])
@pytest.mark.parametrize("persons", [None, frozenset({BERT})])
def test_an_applicant_left_alone_makes_good_what_it_lacked(
    alone: Callable[[], Walk], persons: Persons
) -> None:
    """只剩一名申请人的，补交的证明仍补正其原先说明的身份 (ARL 31; ARR2026 27)."""
    walk = alone()
    with pytest.raises(Refused, match="没有提交负责人身份证明"):
        accepting(walk)
    shown = Stated(sort=A.LEGAL, papers=(P.APPOINTMENT,))
    own = whose(walk.case, shown, persons, day("2026-09-02"))
    walk.record(state(walk.head("2026-09-02"), own, PAPER))
    [found] = statements(walk.case)
    assert found == FIRM
    assert accepting(walk)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(DAY), time(9), CITY))


async def test_the_window_states_who_acts_for_each_of_several(door: Door) -> None:
    """窗口逐名登记申请人身份，各自证明 (ARR2026 27)."""
    days = {"received_on": DAY, "learnt_on": "2026-08-20", "manner": "in_person"}
    both = {"applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **{**APPLICATION, **days, **both})
    path = f"/reconsiderations/{taken.json()['case_id']}"
    firm = {"sort": "legal", "through": "head", "papers": ["appointment"], "text": "证明一份"}
    whole = await door.post(f"{path}/capacity", OFFICER, **firm)
    assert (whole.status_code, whole.json()["article"]["code"]) == (409, "ARR2026 27(1)")
    for one in (ANNA, BERT):
        said = await door.post(f"{path}/capacity", OFFICER, **firm, person_id=str(one))
        assert said.status_code == 201, said.text
    each = said.json()["participants"]["stated_each"]
    assert {one["person_id"] for one in each} == {str(ANNA), str(BERT)}
    accepted = await door.post(f"{path}/acceptance", OFFICER)
    assert accepted.status_code == 201, accepted.text


async def test_a_party_states_at_its_own_door_of_itself_alone(door: Door) -> None:
    """当事人在网上只说明本人的身份，替另一名申请人说明的不予准许 (ARR2026 27)."""
    days = {"received_on": DAY, "learnt_on": "2026-08-20", "manner": "in_person"}
    both = {"applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **{**APPLICATION, **days, **both})
    path = f"/reconsiderations/{taken.json()['case_id']}/capacity"
    firm = {"sort": "legal", "through": "head", "papers": ["appointment"], "text": "证明一份"}
    for who, other, own in ((PARTY, BERT, ANNA), (OTHER_PARTY, ANNA, BERT)):
        refused = await door.post(path, who, **firm, person_id=str(other))
        assert (refused.status_code, refused.json()["article"]["code"]) == (409, "ARR2026 27(1)")
        said = await door.post(path, who, **firm, person_id=str(own))
        assert said.status_code == 201, said.text
    each = said.json()["participants"]["stated_each"]
    assert [one["person_id"] for one in each] == [str(ANNA), str(BERT)]
