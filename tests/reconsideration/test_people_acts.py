"""Third persons, representatives, succession, joined cases (ARL 14 to 16; ARR2026 17, 43)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import assigning, decision, recusal, staying
from services.reconsideration.domain import people_acts as acts
from services.reconsideration.domain.assigning import Choice
from services.reconsideration.domain.conduct.parties import Representing
from services.reconsideration.domain.pausing_acts import Found, terminate
from services.reconsideration.domain.people_acts import TakingOver
from services.reconsideration.domain.standing import speaks_for, withdraw_as_applicants
from shared.contracts.reconsideration import ApplicationWithdrawn, Outcome, Standing
from shared.contracts.reconsideration.assigning import SimplifiedGround
from shared.contracts.reconsideration.pausing import Termination, Unsucceeded
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    Kin,
    Power,
    RepresentativesElected,
    Succession,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, ARR2007, ARR2026, Article
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
    decided,
    examined,
    received,
)

CARL = UUID(int=6)
TWELVE = tuple(UUID(int=100 + n) for n in range(12))


def of_many(count: int, on: str = "2026-09-01") -> Walk:
    return accepted(on, applicants=TWELVE[:count])


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


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


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


def succeed(walk: Walk, on: str, **said: object) -> ApplicantSucceeded:
    fields: dict[str, object] = {
        "applicant_id": ANNA,
        "successors": (BERT,),
        "succession": Succession.RELATIVES,
        "relation": Kin.SPOUSE,
    }
    return acts.succeed(
        walk.case,
        walk.head(on),
        TakingOver(**(fields | said)),  # type: ignore[arg-type]  # by name
        PAPER,
    )


def test_the_relatives_of_a_dead_applicant_take_his_place() -> None:
    """申请人死亡，近亲属参加行政复议 (ARL 14, 39)."""
    walk = accepted("2026-09-01", applicants=(ANNA, TWELVE[0]))
    walk.record(succeed(walk, "2026-09-10", successors=(BERT, CARL)))
    assert walk.case.applicants == (BERT, CARL, TWELVE[0])


def test_a_co_applicant_who_is_the_heir_is_not_counted_twice() -> None:
    """承受人本来就是申请人的 (ARL 14)."""
    walk = accepted("2026-09-01", applicants=(ANNA, BERT))
    walk.record(succeed(walk, "2026-09-10"))
    assert walk.case.applicants == (BERT,)


@pytest.mark.parametrize(
    ("on", "cited"), [("2026-09-10", ARR2026[11]), ("2026-03-10", ARL[14].par(2))]
)
def test_relatives_say_what_they_were_to_the_deceased(on: str, cited: Article) -> None:
    """近亲属的范围 (ARR2026 11)."""
    walk = accepted("2026-03-05")
    with pytest.raises(Refused) as refusal:
        succeed(walk, on, relation=None)
    assert article(refusal) == cited


@pytest.mark.parametrize(
    "said", [{"applicant_id": CARL}, {"successors": (ANNA,)}, {"successors": (BERT, ANNA)}]
)
def test_only_an_applicant_of_the_case_is_succeeded_and_by_others(said: dict[str, object]) -> None:
    """承受的是申请人的地位 (ARL 14)."""
    with pytest.raises(Refused) as refusal:
        succeed(accepted(), "2026-03-10", **said)
    assert article(refusal) == ARL[14].par(2)


def test_somebody_acts_for_an_organisation_that_ended_from_application_to_service() -> None:
    """组织终止，权利义务承受人参加 (ARL 14); 决定作出后、送达前也须有人受送达 (ARL 75)."""
    for walk, on in ((received(), "2026-03-03"), (decided(), "2026-04-18")):
        walk.record(succeed(walk, on, succession=Succession.SUCCESSOR, relation=None))
        assert walk.case.applicants == (BERT,)


def test_what_the_deceased_represented_and_whom_he_entrusted_ends_with_him() -> None:
    """被代理人死亡，委托终止；代表人的身份不由他人承受 (ARL 15, 17)."""
    walk = of_many(12).then(
        RepresentativesElected, "2026-09-02", representatives=(TWELVE[0], TWELVE[1])
    )
    walk.then(AgentNamed, "2026-09-02", agent=CARL, principal=TWELVE[0])
    walk.record(succeed(walk, "2026-09-10", applicant_id=TWELVE[0]))
    there = walk.case.participants
    assert (there.representatives, there.agents, there.in_file) == ((TWELVE[1],), (), ())
    assert walk.case.applicants[0] == BERT


def leave(walk: Walk, who: tuple[UUID, ...], on: str, **found: object) -> ApplicantsLeft:
    said = Found(applicants=frozenset(who), **found)  # type: ignore[arg-type]  # by name
    return acts.leave(walk.case, walk.head(on), said, PAPER, CALENDAR, basis_id=PAPER)


@pytest.mark.parametrize("ground", [Termination.WITHDRAWN, Termination.NO_RELATIVES])
def test_one_of_several_leaves_and_for_the_others_the_case_goes_on(ground: Termination) -> None:
    """部分申请人有终止情形的，对其他申请人继续审理 (ARL 41)."""
    walk = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:2])
    state = walk.case.state
    said = {"ground": ground, "unsucceeded": Unsucceeded.NONE}
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", **said))
    assert (walk.case.applicants, walk.case.state) == (TWELVE[1:], state)
    assert (walk.case.withdrawn, walk.case.participants.withdrawing) == (True, TWELVE[1:2])


def test_who_has_not_withdrawn_is_not_put_out_by_the_withdrawal_of_another() -> None:
    """没有撤回的申请人，不得以撤回使其退出，他人的撤回也不能 (ARL 41)."""
    bare = of_many(12)
    one = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1])
    for walk, who in ((bare, TWELVE[:1]), (one, TWELVE[1:2]), (one, TWELVE[:2])):
        with pytest.raises(Refused) as refusal:
            leave(walk, who, "2026-09-10")
        assert article(refusal) == ARL[41].par(item=1)
    everyone = Found(applicants=frozenset(TWELVE))
    with pytest.raises(Refused) as refusal:
        terminate(one.case, one.head("2026-09-10"), everyone, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=1)


def test_the_withdrawal_ends_with_the_last_who_withdrew_and_a_settlement_is_weighed() -> None:
    """和解后撤回的，先认定和解内容不损害他人；准予以后没有尚待答复的撤回 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    for harmless in (None, False):
        with pytest.raises(Refused) as refusal:
            leave(walk, TWELVE[:1], "2026-09-10", harmless=harmless)
        assert article(refusal) == ARL[74].par(1)
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert (walk.case.withdrawn, walk.case.settled) == (False, False)
    assert [(one.person_id, one.settled) for one in walk.case.gone] == [(TWELVE[0], True)]


def test_the_settlement_of_one_is_not_that_of_another_who_withdrew() -> None:
    """一人和解撤回、另一人只是撤回的，各按各的准予，和解的后果只及于和解的人 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    walk.then(ApplicationWithdrawn, "2026-09-03", applicants=TWELVE[1:2])
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:2], "2026-09-10", harmless=True)
    assert article(refusal) == ARL[74].par(2)
    walk.record(leave(walk, TWELVE[1:2], "2026-09-10"))
    assert (walk.case.withdrawn, walk.case.settled) == (True, True)
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert [(one.person_id, one.settled) for one in walk.case.gone] == [
        (TWELVE[1], False),
        (TWELVE[0], True),
    ]
    assert (walk.case.withdrawn, walk.case.settled) == (False, False)


def test_once_who_settled_has_left_the_rest_withdrew_without_a_settlement() -> None:
    """和解撤回的已经准予退出，其余的撤回不再认定和解 (ARL 41, 74)."""
    walk = of_many(12)
    walk.then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1], settled=True)
    walk.then(ApplicationWithdrawn, "2026-09-03", applicants=TWELVE[1:2])
    walk.record(leave(walk, TWELVE[:1], "2026-09-10", harmless=True))
    assert (walk.case.withdrawn, walk.case.settled) == (True, False)
    assert leave(walk, TWELVE[1:2], "2026-09-11").applicants == TWELVE[1:2]


def test_who_takes_the_place_of_one_who_withdrew_has_not_withdrawn() -> None:
    """撤回尚未答复，本人死亡由近亲属参加的，近亲属没有撤回 (ARL 14, 41)."""
    walk = of_many(12).then(ApplicationWithdrawn, "2026-09-02", applicants=TWELVE[:1])
    walk.record(succeed(walk, "2026-09-10", applicant_id=TWELVE[0]))
    assert not walk.case.withdrawn


@pytest.mark.parametrize(
    ("ground", "item"), [(Termination.NO_RELATIVES, 2), (Termination.NO_SUCCESSOR, 3)]
)
def test_a_living_applicant_is_not_put_out_for_having_no_heirs(
    ground: Termination, item: int
) -> None:
    """写明没有承受人还是放弃，并附证明材料，才能使其退出 (ARL 41)."""
    walk = of_many(12)
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:1], "2026-09-10", ground=ground)
    assert article(refusal) == ARL[41].par(item=item)
    said = Found(applicants=frozenset(TWELVE[:1]), ground=ground, unsucceeded=Unsucceeded.WAIVED)
    with pytest.raises(Refused) as refusal:
        acts.leave(walk.case, walk.head("2026-09-10"), said, PAPER, CALENDAR)
    assert article(refusal) == ARL[41].par(item=item)
    fact = acts.leave(walk.case, walk.head("2026-09-10"), said, PAPER, CALENDAR, basis_id=PAPER)
    assert (fact.unsucceeded, fact.basis_id) == (Unsucceeded.WAIVED, PAPER)


@pytest.mark.parametrize("who", [TWELVE, (CARL,), ()])
def test_where_all_leave_the_case_is_terminated_and_strangers_do_not_leave(
    who: tuple[UUID, ...],
) -> None:
    """全体申请人有终止情形的，决定终止 (ARL 41)."""
    with pytest.raises(Refused) as refusal:
        leave(of_many(12), who, "2026-09-10")
    assert article(refusal) == ARL[41]


def test_the_ground_must_be_there_for_who_leaves() -> None:
    """限于行政拘留和限制人身自由的行政强制措施 (ARL 41)."""
    walk = of_many(12)
    with pytest.raises(Refused) as refusal:
        leave(walk, TWELVE[:1], "2026-09-10", ground=Termination.CRIMINAL, liberty=False)
    assert article(refusal) == ARL[41].par(item=4)


def test_a_withdrawal_permitted_for_some_does_not_end_the_case_of_the_others() -> None:
    """准予部分申请人撤回后，不得以该撤回终止其他申请人的案件 (ARL 41)."""
    walk = of_many(2).then(ApplicationWithdrawn, "2026-09-02")
    walk.then(ApplicantsLeft, "2026-09-03", applicants=TWELVE[:1], ground=Termination.WITHDRAWN)
    with pytest.raises(Refused) as refusal:
        terminate(walk.case, walk.head("2026-09-04"), Found(), PAPER, CALENDAR)
    assert refusal.value.article == ARL[41].par(item=1)
