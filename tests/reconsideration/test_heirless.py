"""承受和没有承受人: third persons are succeeded, nobody waits for who is no more (RULES 145)."""

from typing import Any

import pytest

from services.reconsideration.domain import (
    decision,
    heirless,
    people_acts,
    serving,
)
from services.reconsideration.domain.heirless import Lost
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.people_acts import TakingOver
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    Standing,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantSucceeded,
    Kin,
    Succession,
    ThirdPersonAbsent,
)
from shared.law.article import ARL, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.afterwards import (  # noqa: F401 - fixtures
    HEAD,
    LABELS,
    case,
    done,
    follows,
    held,
    served,
    to,
)
from tests.reconsideration.heirs import HEIR, lost, third_decided, with_third
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day
from tests.reconsideration.serving import RESPONDENT, announce, runs
from tests.reconsideration.serving import done as by_hand
from tests.reconsideration.serving import serve as serve_decision
from tests.reconsideration.test_drafting_doors import clock, door, examined  # noqa: F401 - fixtures
from tests.reconsideration.test_refusal import article


def taking_over(person: Any = BERT) -> TakingOver:  # noqa: ANN401 - an id
    return TakingOver(
        applicant_id=person,
        successors=(HEIR,),
        succession=Succession.RELATIVES,
        relation=Kin.CHILD,
    )


def why(walk: Walk, said: Lost, on: str) -> Article:
    with pytest.raises(Refused) as refusal:
        heirless.record(walk.case, walk.head(on), said, PAPER)
    return article(refusal)


def test_a_third_person_is_succeeded_by_who_carries_its_rights_on() -> None:
    """第三人死亡的，近亲属承受其地位：通知听证从头，已经陈述的有效，代理人随之终止 (RULES 144)."""
    walk = with_third(accepted()).then(ThirdPersonAbsent, "2026-03-07")
    walk.then(AgentNamed, "2026-03-07", standing=Standing.THIRD, principal=BERT, agent=ANNA)
    fact = people_acts.succeed(walk.case, walk.head("2026-03-09"), taking_over(), PAPER)
    assert (fact.standing, fact.applicant, fact.successors) == (Standing.THIRD, BERT, (HEIR,))
    walk.record(fact)
    assert walk.case.third_persons == walk.case.participants.third_ids == (HEIR,)
    assert (walk.case.applicants, walk.case.participants.agents) == ((ANNA,), ())
    with pytest.raises(Refused) as twice:
        people_acts.succeed(walk.case, walk.head("2026-03-10"), taking_over(), PAPER)
    assert "承受的是本案申请人、第三人的地位" in str(twice.value)


def test_an_applicant_who_inherits_from_a_third_person_stays_an_applicant() -> None:
    """承受第三人的人本来就是申请人的，不另作第三人 (RULES 144)."""
    walk = with_third(accepted())
    walk.then(
        ApplicantSucceeded, "2026-03-09", applicant=BERT, standing="third", successors=(ANNA,)
    )
    assert (walk.case.applicants, walk.case.participants.third_ids) == ((ANNA,), ())


def test_a_page_of_old_that_says_no_standing_is_of_an_applicant() -> None:
    """此前的承受都是申请人的 (ARL 14)."""
    walk = with_third(accepted()).then(ApplicantSucceeded, "2026-03-09", successors=(HEIR,))
    assert (walk.case.applicants, walk.case.third_persons) == ((HEIR,), (BERT,))


def test_a_third_person_without_successor_leaves_a_case_on_hand_and_an_applicant_does_not() -> None:
    """审理中的第三人没有承受人的，不再参加、不再送达；申请人如此的，终止 (ARL 41; RULES 145)."""
    walk = with_third(accepted())
    walk.then(AgentNamed, "2026-03-07", standing=Standing.THIRD, principal=BERT, agent=HEIR)
    assert why(walk, lost(ANNA, "2026-03-08"), "2026-03-09") == ARL[41].par(item=2)
    assert why(walk, lost(on="2026-03-10"), "2026-03-09") == RULES[145], "not in time to come"
    said = lost(on="2026-03-08")
    walk.record(heirless.record(walk.case, walk.head("2026-03-09"), said, PAPER))
    assert (walk.case.third_persons, walk.case.addressees) == ((), (ANNA,))
    assert walk.case.participants.in_file == (), "nor reads its agent the file"
    assert why(walk, said, "2026-03-10") == RULES[145]


def test_what_was_wrong_is_taken_back_and_all_is_as_it_was() -> None:
    """记载有误的，说明理由撤销，照常参加、送达 (RULES 145)."""
    walk = with_third(accepted())
    before = walk.case.participants
    walk.then(AddresseeGone, "2026-03-09")
    fact = heirless.find(walk.case, walk.head("2026-03-10"), BERT, PAPER)
    assert isinstance(fact, AddresseeFound)
    assert (fact.standing, walk.record(fact).case.participants) == (Standing.THIRD, before)
    with pytest.raises(Refused) as twice:
        heirless.find(walk.case, walk.head("2026-03-11"), BERT, PAPER)
    assert article(twice) == RULES[145]


def test_after_the_decision_nothing_is_served_on_who_is_no_more() -> None:
    """决定作出以后死亡、没有承受人的，不再送达；已经送达的不再记载 (ARL 75; RULES 145)."""
    walk = third_decided()
    serve_decision(walk, by_hand(walk, on="2026-04-20"))
    assert why(walk, lost(ANNA), "2026-04-21") == ARL[75].par(2), "it has the decision"
    walk.record(heirless.record(walk.case, walk.head("2026-04-21"), lost(), PAPER))
    assert list(serving.unserved(walk.case)) == [None]
    with pytest.raises(Refused) as late:
        serve_decision(walk, by_hand(walk, standing=Standing.THIRD, person_id=BERT))
    assert article(late) == RULES[145]
    serve_decision(walk, by_hand(walk, **RESPONDENT, on="2026-04-22"))
    days = {who: on for who, on in walk.case.served_days.items() if who}
    fact = decision.deliver(
        *(walk.case, walk.head("2026-04-22"), day("2026-04-22")), days, CALENDAR
    )
    assert [one.person_id for one in fact.remedies] == [ANNA]
    assert (fact.first_served_on, fact.without_applicants) == (day("2026-04-20"), False)


def test_without_any_applicant_left_the_decision_is_delivered_on_the_others() -> None:
    """申请人均无承受人的，决定书送达其他人即为送达，没有申请人的送达之日 (ARL 75; RULES 145)."""
    walk = third_decided()
    walk.record(heirless.record(walk.case, walk.head("2026-04-20"), lost(ANNA), PAPER))
    on = day("2026-04-21")
    fact = decision.deliver(walk.case, walk.head("2026-04-21"), on, {BERT: on}, CALENDAR)
    assert [one.person_id for one in fact.remedies] == [BERT]
    assert (fact.first_served_on, fact.without_applicants) == (None, True)


def test_with_the_last_but_whom_notices_run_for_nobody_is_late_with_the_service() -> None:
    """只剩公告送达的，送达期限即行终止；撤销记载的，重新起算 (ARL 75; RULES 23, 145)."""
    walk = announce(third_decided(), "2026-04-20")
    serve_decision(walk, by_hand(walk, **RESPONDENT, on="2026-04-20"))
    notice = {"deliver_announced": day("2026-05-27")}
    assert runs(walk) == notice, "of a decision that was made before it was on file"
    assert deliver_ends(walk.facts[-1]) is False, "the third person waits"
    walk.record(heirless.record(walk.case, walk.head("2026-04-21"), lost(), PAPER))
    assert (deliver_ends(walk.facts[-1]), runs(walk)) == (True, notice)
    found = heirless.find(walk.case, walk.head("2026-05-06"), BERT, PAPER)
    until = day("2026-05-12")  # 9 May is worked in the place of the holiday
    assert runs(walk.record(found)) == {**notice, "deliver": until}


def test_while_somebody_else_waits_the_service_of_the_decision_is_owed_as_before() -> None:
    """还有其他人待送达的，送达期限照旧，撤销记载的也不另起算 (ARL 75; RULES 23, 145)."""
    walk = third_decided()
    walk.record(heirless.record(walk.case, walk.head("2026-04-21"), lost(), PAPER))
    assert deliver_ends(walk.facts[-1]) is False
    found = heirless.find(walk.case, walk.head("2026-04-22"), BERT, PAPER)
    assert runs(walk.record(found)) == {}


def test_a_notice_to_who_is_no_more_is_recorded_by_nobody() -> None:
    """公告后记载无承受人的，不再记载公告期满；撤销的，自期满或者撤销之日起算 (RULES 143, 145)."""
    walk = announce(third_decided(), "2026-04-20")
    assert runs(walk) == {"deliver_announced": day("2026-05-27")}
    walk.record(heirless.record(walk.case, walk.head("2026-04-21"), lost(ANNA), PAPER))
    assert runs(walk) == {}
    for on, until in (("2026-04-22", "2026-05-27"), ("2026-06-01", "2026-06-08")):
        late = Walk.of(walk.case)
        late.record(heirless.find(late.case, late.head(on), ANNA, PAPER))
        assert runs(late) == {"deliver_announced": day(until)}


def deliver_ends(fact: Fact) -> bool:
    """Whether this page ends the five days for the service of the decision."""
    return ORDINARY.by_name["deliver"].is_closed_by(fact)
