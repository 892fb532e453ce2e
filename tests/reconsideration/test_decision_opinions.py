"""A decision and the opinion of the committee 咨询意见 (ARL 52; ARR2026 52; RULES 151)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import decision
from services.reconsideration.domain.decision import Asked
from services.reconsideration.domain.gates import must_consult, must_hold_hearing
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    OpinionRecorded,
    Outcome,
    Stance,
)
from shared.contracts.reconsideration.assigning import ComplexityFound
from shared.law.article import ARL, ARR2026, RULES
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    PAPER,
    Walk,
    examined,
)
from tests.reconsideration.toward_decision import REVOKE, refused


def asked(on: str = "2026-03-12") -> Walk:
    return examined().then(ConsultationRequested, on)


def test_no_decision_without_the_opinion_that_was_asked_for() -> None:
    """应当提请咨询的，记录咨询意见 (ARL 52)."""
    walk = asked()
    assert refused(walk, REVOKE) == ARL[52].par(2)
    walk.then(OpinionRecorded, "2026-04-01")
    assert decide(walk, REVOKE).case.outcome is Outcome.REVOKED


def test_an_authority_that_reviews_its_own_act_must_ask_the_committee() -> None:
    """省级人民政府对本机关行政行为的案件应当提请咨询 (ARL 52)."""
    assert must_consult(examined().but(respondent=AUTHORITY))
    assert not must_consult(examined().case)


def test_what_the_committee_was_asked_by_mistake_is_taken_back_until_it_has_spoken() -> None:
    """提请的情形选错的，咨询意见提出以前可以撤回；提出以后不得撤回 (ARL 52; RULES 151)."""
    walk = examined().then(ConsultationRequested, "2026-03-23", ground=ConsultationGround.GRAVE)
    assert must_hold_hearing(walk.case)
    walk.record(decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER))
    assert not must_hold_hearing(walk.case)
    assert not must_consult(walk.case)
    with pytest.raises(Refused) as twice:
        decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER)
    assert twice.value.article == ARL[52].par(2)
    with pytest.raises(Refused) as unasked:
        decision.record_opinion(walk.case, walk.head("2026-03-25"), PAPER, PAPER, Stance.AGREES)
    assert unasked.value.article == ARL[52].par(2)
    walk.then(ConsultationRequested, "2026-03-25").then(OpinionRecorded, "2026-03-30")
    with pytest.raises(Refused) as late:
        decision.withdraw_request(walk.case, walk.head("2026-03-31"), PAPER)
    assert late.value.article == RULES[151]


def test_the_committee_is_asked_once_and_not_on_a_ground_that_is_not_there() -> None:
    walk = asked()
    with pytest.raises(Refused, match="已提请"):
        decision.request_opinion(
            walk.case, walk.head("2026-03-20"), ConsultationGround.GRAVE, PAPER
        )
    with pytest.raises(Refused) as refusal:
        decision.request_opinion(
            examined().case, walk.head("2026-03-20"), ConsultationGround.PROVINCE, PAPER
        )
    assert refusal.value.article == ARL[52].par(2, 3)


def test_a_case_that_needs_an_opinion_can_be_decided_however_often_an_asking_fell() -> None:
    """应当咨询的，撤回的提请不占次数，第七次仍可以提请，意见提出后可以决定 (ARL 52; RULES 151)."""
    walk = examined().then(ComplexityFound, "2026-03-23", grave=False, technical=True)
    asked = ConsultationGround.TECHNICAL
    for nth in range(7):
        assert refused(walk, REVOKE) == ARL[52].par(2)
        at = walk.head("2026-03-23")
        walk.record(decision.request_opinion(walk.case, at, asked, UUID(int=90 + nth)))
        if nth < 6:
            at = walk.head("2026-03-23")
            walk.record(decision.withdraw_request(walk.case, at, PAPER))
    walk.then(OpinionRecorded, "2026-03-24")
    adopted = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    assert decide(walk, adopted).case.outcome is Outcome.REVOKED


def test_an_opinion_answers_the_question_that_is_asked_now() -> None:
    """撤回后重新提请的，此前在途的咨询意见不作为重新提请的答复；以前的页没有写明 (RULES 151)."""
    walk = examined()
    first, second = UUID(int=91), UUID(int=92)
    for question in (first, second):
        if walk.case.consultation_ground:
            walk.record(decision.withdraw_request(walk.case, walk.head("2026-03-24"), PAPER))
        at = walk.head("2026-03-24")
        ground = ConsultationGround.NEEDED
        walk.record(decision.request_opinion(walk.case, at, ground, question))
    opinion = (walk.case, walk.head("2026-03-25"), ANNA, PAPER, Stance.AGREES)
    with pytest.raises(Refused) as on_the_former:
        decision.record_opinion(*opinion, asked=Asked(by=AUTHORITY, question_id=first))
    assert on_the_former.value.article == RULES[151]
    for said in (Asked(), Asked(by=AUTHORITY, question_id=second)):
        case = walk.case.after(decision.record_opinion(*opinion, asked=said))
        assert case.stance is Stance.AGREES


def test_an_opinion_on_the_case_of_former_respondents_is_not_recorded() -> None:
    """提出意见以前已经变更、追加被申请人的，在途的意见不作数；减少的照旧 (RULES 151)."""
    walk = asked()
    now, other = walk.case.respondent, "620702-sifa"
    opinion = (walk.case, walk.head("2026-03-25"), ANNA, PAPER, Stance.AGREES)
    for before in ((other,), (other, now)):
        with pytest.raises(Refused) as replaced:
            decision.record_opinion(*opinion, asked=Asked(of=before))
        assert replaced.value.article == RULES[151]
    for before in ((now,), (now, other)):
        assert decision.record_opinion(*opinion, asked=Asked(of=before)).stance is Stance.AGREES
    more = walk.but(joint=(Joint(organ=other),))
    with pytest.raises(Refused):
        decision.record_opinion(more, *opinion[1:], asked=Asked(of=(now,)))


def test_an_opinion_nobody_asked_for_is_not_recorded() -> None:
    walk = examined()
    with pytest.raises(Refused) as refusal:
        decision.record_opinion(walk.case, walk.head("2026-04-01"), ANNA, PAPER, Stance.AGREES)
    assert refusal.value.article == ARL[52].par(2)


def test_since_july_2026_a_decision_says_whether_the_opinion_was_adopted_and_why_not() -> None:
    """说明咨询意见的采纳情况，不采纳的说明理由 (ARR2026 52)."""
    walk = asked().then(OpinionRecorded, "2026-04-01")
    assert refused(walk, REVOKE, on="2026-07-01") == ARR2026[52]
    contrary = Draft(outcome=Outcome.REVOKED, opinion_adopted=False)
    assert refused(walk, contrary, on="2026-07-01") == ARR2026[52]
    earlier = asked().then(OpinionRecorded, "2026-04-01")
    [*_, fact] = decide(walk, contrary, on="2026-07-01", departure_id=PAPER).facts
    assert fact.departure_id == PAPER  # type: ignore[attr-defined]
    assert decide(earlier, REVOKE, on="2026-06-30").case.state is State.DECIDED
