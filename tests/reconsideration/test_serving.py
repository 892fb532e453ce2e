"""Service of a decision on each party by its own manner, on its own day (ARL 75, 88; CPL 87-95)."""

import pytest

from services.reconsideration.domain import decision, remedies, serving
from shared.contracts.reconsideration import (
    DecisionDelivered,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantSucceeded,
    Power,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, day, decided
from tests.reconsideration.serving import RESPONDENT, done, refused, serve


@pytest.mark.parametrize(
    ("manner", "article"),
    [
        (Manner.FAMILY, CPL[88].par(2)),
        (Manner.RECEIVER, CPL[88].par(2)),
        (Manner.NAMED_RECEIVER, CPL[88].par(2)),
        (Manner.REFUSED, CPL[89]),
        (Manner.ELECTRONIC, CPL[90].par(2)),
        (Manner.NOTICE, CPL[95].par(1)),
        (Manner.ENTRUSTED, CPL[91]),
        (Manner.PASSED_ON, CPL[94]),
    ],
)
def test_what_a_manner_also_asks_for_must_have_been_there(manner: Manner, article: Article) -> None:
    """留置有见证或者录像，电子送达经同意，各有条件 (CPL 88 to 95)."""
    assert refused(decided(), manner) == article
    assert done(decided(), manner, condition_met=True).manner is manner


@pytest.mark.parametrize("manner", [Manner.ON_THE_SPOT, Manner.DIRECT, Manner.POST])
def test_signed_for_it_is_served_on_the_day_that_the_receipt_shows(manner: Manner) -> None:
    """受送达人在送达回证上的签收日期为送达日期 (CPL 87)."""
    one = done(decided(), manner, "2026-04-21")
    assert (one.shown_on, one.served_on) == (day("2026-04-21"), day("2026-04-21"))


def test_an_agent_signs_who_acts_for_this_party_and_may_receive() -> None:
    """受送达人有代理人的，可以送交其代理人签收 (CPL 88)."""
    for powers, may in (((Power.ACT,), False), ((Power.ACT, Power.RECEIVE), True)):
        walk = decided()
        named = AgentNamed.model_validate(
            {
                "head": walk.head("2026-04-17"),
                "agent": BERT,
                "standing": Standing.APPLICANT,
                "principal": ANNA,
                "sort": "lawyer",
                "powers": powers,
                "text_id": PAPER,
            }
        )
        walk.case = walk.but(**walk.case.learnt(named))
        said = {"receiver_id": BERT, "condition_met": True}
        if may:
            assert done(walk, Manner.AGENT, **said).receiver_id == BERT
        else:
            assert refused(walk, Manner.AGENT, **said) == CPL[88].par(2)
    assert refused(decided(), Manner.AGENT, condition_met=True) == CPL[88].par(2)


def test_the_respondent_is_an_organ_and_has_no_family() -> None:
    """同住成年家属签收只适用于公民 (CPL 88)."""
    said = {**RESPONDENT, "condition_met": True}
    assert refused(decided(), Manner.FAMILY, **said) == CPL[88].par(2)
    assert refused(decided(), Manner.PASSED_ON, **said) == CPL[94]
    assert done(decided(), Manner.RECEIVER, **said).person_id is None


def test_to_tell_later_is_no_service_of_a_decision() -> None:
    """补充告知不是送达 (CPL 87)."""
    assert refused(decided(), Manner.LATER) == CPL[87].par(1)


def test_whoever_is_no_party_is_not_served() -> None:
    """送达申请人、第三人、被申请人 (ARL 75)."""
    assert refused(decided(), Manner.DIRECT, person_id=BERT) == ARL[75].par(2)


def test_nobody_is_served_before_the_decision_or_twice() -> None:
    """决定作出以后送达，重新送达另行办理 (ARL 75)."""
    walk = decided("2026-04-17")
    with pytest.raises(Refused):
        serve(walk, done(walk, on="2026-04-16"))
    serve(walk, done(walk))
    with pytest.raises(Refused) as refusal:
        serve(walk, done(walk))
    assert refusal.value.article == ARL[75].par(2)


def test_each_has_its_own_day_to_sue_and_the_file_knows_who_is_left() -> None:
    """起诉期限自各自收到决定书之日起十五日 (ALL 45)."""
    walk = decided()
    assert list(serving.unserved(walk.case)) == [None, ANNA]
    serve(walk, done(walk, on="2026-04-20"))
    assert list(serving.unserved(walk.case)) == [None]
    last = walk.facts[-1]
    assert isinstance(last, DecisionServed)
    assert last.sue_until == remedies.suit_day(day("2026-04-20"), CALENDAR)
    serve(walk, done(walk, **RESPONDENT, on="2026-04-22"))
    assert list(serving.unserved(walk.case)) == []
    assert walk.facts[-1].model_dump()["sue_until"] is None


def test_a_third_person_who_stays_away_is_served_all_the_same() -> None:
    """第三人不参加，决定书仍送达第三人 (ARL 16, 75)."""
    walk = decided()
    joined = ThirdPersonJoined.model_validate(
        {"head": walk.head("2026-04-17"), "third_person": BERT, "called": True, "text_id": PAPER}
    )
    walk.case = walk.but(**walk.case.learnt(joined))
    assert list(serving.unserved(walk.case)) == [None, ANNA, BERT]
    one = done(walk, standing=Standing.THIRD, person_id=BERT)
    assert one.standing is Standing.THIRD


def test_the_page_of_the_delivery_tells_the_days_that_the_receipts_show() -> None:
    """送达日期与送达回证一致 (ARL 75)."""
    walk = decided()
    serve(walk, done(walk, on="2026-04-20"))
    with pytest.raises(Refused) as refusal:
        decision.deliver(
            *(walk.case, walk.head("2026-04-22"), day("2026-04-22")),
            {ANNA: day("2026-04-22")},
            CALENDAR,
        )
    assert refusal.value.article == ARL[75].par(2)
    fact = decision.deliver(
        *(walk.case, walk.head("2026-04-22"), day("2026-04-22")),
        {ANNA: day("2026-04-20")},
        CALENDAR,
    )
    assert isinstance(fact, DecisionDelivered)
    assert [one.served_on for one in fact.remedies] == [day("2026-04-20")]


def test_who_takes_over_after_the_service_is_served_anew_and_the_decision_is_delivered() -> None:
    """送达后申请人死亡的，决定书送达承受其地位的人，起诉期限自其收到之日起 (ARL 14, 75; ALL 45)."""
    walk = decided()
    serve(walk, done(walk, on="2026-04-20"))
    walk.then(ApplicantSucceeded, "2026-04-21")
    assert list(serving.unserved(walk.case)) == [None, BERT]
    serve(walk, done(walk, person_id=BERT, on="2026-04-22"))
    serve(walk, done(walk, **RESPONDENT, on="2026-04-23"))
    days = {who: on for who, on in walk.case.served_days.items() if who}
    fact = decision.deliver(
        *(walk.case, walk.head("2026-04-23"), day("2026-04-23")), days, CALENDAR
    )
    assert [(one.person_id, one.served_on) for one in fact.remedies] == [(BERT, day("2026-04-22"))]


def test_each_page_tells_its_hearers_what_follows_from_this_service() -> None:
    """一经送达即发生效力：各自的起诉期限、履行期限自各自送达起算 (ARL 75, 77; ALL 45)."""
    walk = decided(outcome=Outcome.REVOKED, redo=True, perform_within="60d")
    joined = ThirdPersonJoined.model_validate(
        {"head": walk.head("2026-04-17"), "third_person": BERT, "called": True, "text_id": PAPER}
    )
    walk.case = walk.but(**walk.case.learnt(joined))
    serve(walk, done(walk, standing=Standing.THIRD, person_id=BERT, on="2026-04-20"))
    third = walk.facts[-1]
    serve(walk, done(walk, on="2026-04-22"))
    applicant = walk.facts[-1]
    serve(walk, done(walk, **RESPONDENT, on="2026-04-21"))
    respondent = walk.facts[-1]
    for one in (third, applicant, respondent):
        assert isinstance(one, DecisionServed)
        assert (one.outcome, one.redo) == (Outcome.REVOKED, True)
    assert isinstance(third, DecisionServed)
    assert (third.first_served_on, third.obliges) == (None, False), "no applicant's days run"
    assert isinstance(applicant, DecisionServed)
    assert (applicant.first_served_on, applicant.obliges) == (day("2026-04-22"), False)
    assert isinstance(respondent, DecisionServed)
    assert (respondent.respondent, respondent.obliges) == (walk.case.respondent, True)
    assert respondent.perform_by == day("2026-06-22"), "sixty days, and the last is a rest day"
    days = {who: on for who, on in walk.case.served_days.items() if who}
    head = walk.head("2026-04-22")
    last = decision.deliver(walk.case, head, day("2026-04-21"), days, CALENDAR)
    assert last.first_served_on == day("2026-04-22"), "of the applicants, not of the third person"


def test_of_several_applicants_the_page_knows_the_first_day_of_all() -> None:
    """数名申请人先后收到的，最先收到之日记在各页 (ALL 45)."""
    walk = decided()
    walk.case = walk.but(applicants=(ANNA, BERT))
    serve(walk, done(walk, on="2026-04-22"))
    serve(walk, done(walk, person_id=BERT, on="2026-04-24"))
    told = [one.first_served_on for one in walk.facts[-2:] if isinstance(one, DecisionServed)]
    assert told == [day("2026-04-22")] * 2
