"""Third persons and representatives (ARL 15, 16; ARR2007 8; ARR2026 17)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import assigning, decision, recusal, staying
from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.standing import speaks_for, withdraw_as_applicants
from shared.contracts.reconsideration import Outcome, Standing
from shared.contracts.reconsideration.assigning import SimplifiedGround
from shared.contracts.reconsideration.people import (
    Power,
    RepresentativesElected,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    ANNA,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
)
from tests.reconsideration.taking_part import CARL, TWELVE, article, of_many


def with_third(walk: Walk, on: str) -> Walk:
    return walk.then(ThirdPersonJoined, on)


def join_third(walk: Walk, person: UUID, on: str, *, interested: bool = True) -> ThirdPersonJoined:
    return acts.join_third(
        walk.case, walk.head(on), person, PAPER, called=True, interested=interested
    )


def elect(
    walk: Walk, who: tuple[UUID, ...], on: str, *, signed: bool = True
) -> RepresentativesElected:
    return acts.elect(
        walk.case, walk.head(on), Standing.APPLICANT, who, PAPER, signed_by_all=signed
    )


def test_whoever_has_an_interest_takes_part_and_reads_the_file() -> None:
    """同行政行为或者处理结果有利害关系的，作为第三人参加，可以查阅案卷 (ARL 16, 47)."""
    walk = accepted()
    walk.record(join_third(walk, BERT, "2026-03-06"))
    assert walk.case.participants.in_file == (BERT,)
    assert walk.case.parties == {ANNA, BERT}


def test_whoever_has_no_interest_is_no_third_person() -> None:
    """没有利害关系的，不能作为第三人参加 (ARL 16)."""
    walk = accepted()
    with pytest.raises(Refused) as refusal:
        join_third(walk, BERT, "2026-03-06", interested=False)
    assert article(refusal) == ARL[16].par(1)
    refused = acts.refuse_third(walk.case, walk.head("2026-03-06"), BERT, PAPER)
    assert walk.record(refused).case.parties == {ANNA}


@pytest.mark.parametrize("person", [ANNA, BERT])
def test_an_applicant_or_one_who_takes_part_already_does_not_join_again(person: UUID) -> None:
    """申请人以外的 (ARL 16)."""
    with pytest.raises(Refused) as refusal:
        join_third(with_third(accepted(), "2026-03-06"), person, "2026-03-06")
    assert article(refusal) == ARL[16].par(1)


def test_a_third_person_who_stays_away_does_not_hold_up_the_case() -> None:
    """第三人不参加行政复议，不影响案件的审理 (ARL 16)."""
    walk = with_third(examined(), "2026-03-23")
    away = acts.stay_away(walk.case, walk.head("2026-03-24"), BERT, PAPER)
    walk.record(away)
    assert walk.case.parties == {ANNA}
    made = decide(Walk.of(walk.case), Draft(outcome=Outcome.REVOKED), "2026-04-01")
    assert made.case.outcome is Outcome.REVOKED
    with pytest.raises(Refused) as refusal:
        acts.stay_away(walk.case, walk.head("2026-04-01"), BERT, PAPER)
    assert article(refusal) == ARL[16].par(2)


@pytest.mark.parametrize(("agreed", "enough"), [({ANNA}, False), ({ANNA, BERT}, True)])
def test_all_parties_agree_to_the_simplified_procedure_third_persons_among_them(
    agreed: set[UUID], *, enough: bool
) -> None:
    """当事人各方同意适用简易程序，包括参加的第三人 (ARL 53)."""
    walk = with_third(accepted(), "2026-03-05")
    choice = Choice(
        ground=SimplifiedGround.CONSENT, agreed=frozenset(agreed), respondent_agrees=True
    )
    head = walk.head("2026-03-06")
    if enough:
        fact = assigning.choose_simplified(walk.case, head, choice, PAPER, CALENDAR)
        assert set(fact.agreed) == agreed
        return
    with pytest.raises(Refused) as refusal:
        assigning.choose_simplified(walk.case, head, choice, PAPER, CALENDAR)
    assert article(refusal) == ARL[53]


def test_one_who_stays_away_need_not_agree_to_the_simplified_procedure() -> None:
    """不参加的第三人，不影响程序的选择 (ARL 16, 53)."""
    walk = with_third(accepted(), "2026-03-05").then(ThirdPersonAbsent, "2026-03-06")
    choice = Choice(
        ground=SimplifiedGround.CONSENT, agreed=frozenset({ANNA}), respondent_agrees=True
    )
    fact = assigning.choose_simplified(walk.case, walk.head("2026-03-06"), choice, PAPER, CALENDAR)
    assert fact.agreed == (ANNA,)


def test_the_decision_is_served_on_the_third_person_who_may_sue_as_well() -> None:
    """决定书送达第三人，第三人可以起诉 (ARL 75, 78)."""
    walk = with_third(examined(), "2026-03-23")
    case = replace(walk.case, outcome=Outcome.REVOKED, decided_on=day("2026-04-17"))
    on = day("2026-04-20")
    with pytest.raises(Refused) as refusal:
        decision.deliver(case, walk.head("2026-04-20"), on, {ANNA: on}, CALENDAR)
    assert article(refusal) == ARL[75].par(2)
    both = {ANNA: on, BERT: day("2026-04-21")}
    served = decision.deliver(case, walk.head("2026-04-21"), on, both, CALENDAR)
    assert [(r.person_id, r.sue_until) for r in served.remedies] == [
        (ANNA, day("2026-05-06")),
        (BERT, day("2026-05-06")),
    ]


def test_a_third_person_asks_for_a_stay_and_for_recusal_in_its_own_name() -> None:
    """第三人可以申请停止执行，可以申请回避 (ARL 42; RULES 47)."""
    walk = with_third(accepted(), "2026-03-06")
    own = frozenset({BERT})
    asked = staying.ask(walk.case, walk.head("2026-03-06"), Standing.APPLICANT, PAPER, own)
    assert asked.standing is Standing.THIRD
    assert recusal.asks_as(walk.case, None, own, "") is Standing.THIRD


@pytest.mark.parametrize(
    ("count", "elected", "lawful"),
    [(12, 1, False), (12, 2, True), (12, 5, True), (12, 6, False), (10, 1, True)],
)
def test_above_ten_applicants_elect_two_to_five_since_july_2026(
    count: int, elected: int, *, lawful: bool
) -> None:
    """申请人超过10人的，推选2至5名代表人 (ARR2026 17)."""
    walk = of_many(count)
    if lawful:
        walk.record(elect(walk, TWELVE[:elected], "2026-09-02"))
        assert walk.case.participants.representatives == TWELVE[:elected]
        return
    with pytest.raises(Refused) as refusal:
        elect(walk, TWELVE[:elected], "2026-09-02")
    assert article(refusal) == ARR2026[17]


@pytest.mark.parametrize(("elected", "lawful"), [(1, True), (5, True), (6, False)])
def test_above_five_applicants_elected_one_to_five_until_june_2026(
    elected: int, *, lawful: bool
) -> None:
    """申请人超过5人的，推选1至5名代表，没有推选书的规定 (ARR2007 8)."""
    walk = of_many(7, "2026-03-05")
    if lawful:
        assert elect(walk, TWELVE[:elected], "2026-03-06", signed=False).representatives
        return
    with pytest.raises(Refused) as refusal:
        elect(walk, TWELVE[:elected], "2026-03-06")
    assert article(refusal) == ARR2007[8]


def test_the_paper_that_elects_bears_the_mark_of_all() -> None:
    """推选书由全体申请人签名、盖章或者按指印 (ARR2026 17)."""
    with pytest.raises(Refused) as refusal:
        elect(of_many(12), TWELVE[:3], "2026-09-02", signed=False)
    assert article(refusal) == ARR2026[17].par(2)


def test_representatives_are_elected_from_among_those_represented() -> None:
    """由申请人推选代表人 (ARL 15)."""
    with pytest.raises(Refused) as refusal:
        elect(of_many(12), (TWELVE[0], CARL), "2026-09-02")
    assert article(refusal) == ARL[15].par(1)


@pytest.mark.parametrize(("elected", "lawful"), [(1, False), (2, True)])
def test_above_ten_third_persons_may_elect_as_applicants_do(elected: int, *, lawful: bool) -> None:
    """第三人超过10人的，可以推选代表人 (ARR2026 17)."""
    walk = accepted("2026-09-01")
    for person in TWELVE[:11]:
        walk.then(ThirdPersonJoined, "2026-09-02", third_person=person)
    head, who = walk.head("2026-09-03"), TWELVE[:elected]
    if lawful:
        walk.record(acts.elect(walk.case, head, Standing.THIRD, who, PAPER, signed_by_all=True))
        assert walk.case.participants.third_representatives == who
        return
    with pytest.raises(Refused) as refusal:
        acts.elect(walk.case, head, Standing.THIRD, who, PAPER, signed_by_all=True)
    assert article(refusal) == ARR2026[17].par(3)


def test_what_a_representative_does_binds_all_but_the_application_is_not_his_to_withdraw() -> None:
    """代表人的行为对所代表的申请人发生效力；撤回须经其同意 (ARL 15)."""
    walk = of_many(12).then(
        RepresentativesElected, "2026-09-02", representatives=(TWELVE[0], TWELVE[1])
    )
    case, on, own = walk.case, day("2026-09-03"), frozenset({TWELVE[0]})
    assert speaks_for(case, own, on) == set(TWELVE)
    with pytest.raises(Refused):
        withdraw_as_applicants(case, speaks_for(case, own, on, Power.WITHDRAW))
    with pytest.raises(Refused) as refusal:
        acts.consented(case, walk.head("2026-09-03"), Representing.WITHDRAWS, consent=False)
    assert article(refusal) == ARL[15].par(2)
    acts.consented(case, walk.head("2026-09-03"), Representing.WITHDRAWS, consent=True)
    assert speaks_for(case, None, on) is None
