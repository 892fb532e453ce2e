"""承受和没有承受人: third persons are succeeded, nobody waits for who is no more (RULES 145)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import (
    aftermath_acts,
    clerical,
    decision,
    heirless,
    lawful_after,
    people_acts,
    serving,
)
from services.reconsideration.domain.heirless import Lost
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.people_acts import TakingOver
from services.reconsideration.papers.outgoing import outgoing
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    DecisionExtended,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.aftermath import ClericalErrorsCorrected
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone, Ending
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantSucceeded,
    Kin,
    Succession,
    ThirdPersonAbsent,
    ThirdPersonJoined,
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
from tests.reconsideration.following import following, service
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, day, decided
from tests.reconsideration.test_drafting_doors import clock, door, examined  # noqa: F401 - fixtures
from tests.reconsideration.test_papers_served import FILE, TO_ANNA, TO_BERT, _then, made_of
from tests.reconsideration.test_refusal import article, declined
from tests.reconsideration.test_refusal import serve as serve_refusal
from tests.reconsideration.test_serving import RESPONDENT, announce, runs
from tests.reconsideration.test_serving import done as by_hand
from tests.reconsideration.test_serving import serve as serve_decision

HEIR = UUID(int=9)


def with_third(walk: Walk, on: str = "2026-03-06") -> Walk:
    """The same file, with Bert as third person."""
    there = Walk.of(walk.case)
    return there.then(ThirdPersonJoined, on)


def third_decided() -> Walk:
    walk = with_third(accepted())
    return Walk.of(
        walk.but(state=decided().case.state, decided_on=day("2026-04-17"), outcome=Outcome.UPHELD)
    )


def lost(person: Any = BERT, on: str = "2026-04-18") -> Lost:  # noqa: ANN401 - an id
    return Lost(person_id=person, ending=Ending.DIED, gone_on=day(on))


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


def test_a_refusal_waits_for_nobody_who_is_no_more() -> None:
    """不予受理决定书同样不再送达，撤销记载的，期限另算 (ARL 34; RULES 145)."""
    walk, file = declined()
    gone = lost(on="2026-07-09")
    said = (file.file, walk.case, file.head("2026-07-10"))
    fact = heirless.record_after(*said, gone, PAPER)
    row = file.file.procedure.by_name["serve_refusal"]
    assert (fact.unserved, row.is_closed_by(fact)) == ((ANNA,), False)
    file.record(fact).record(serve_refusal(walk, file, ANNA, "2026-07-10"))
    assert (file.file.refusal_for, file.file.heirless) == ((), (BERT,))
    back = (file.file, walk.case, file.head("2026-07-13"))
    found = heirless.find_after(*back, BERT, PAPER)
    assert (found.refusal_for, file.record(found).file.refusal_for) == ((BERT,), (BERT,))
    assert file.last_day("serve_refusal") == "2026-07-20"
    with pytest.raises(Refused) as has_it:
        heirless.record_after(
            *(file.file, walk.case, file.head("2026-07-14")), lost(ANNA, "2026-07-13"), PAPER
        )
    assert article(has_it) == ARL[34]


def test_a_correction_is_served_on_those_who_are_left() -> None:
    """补正通知书不再向没有承受人的人送达 (RULES 91, 145)."""
    walk, file = declined()
    file.then(AddresseeGone, "2026-07-10", person_id=BERT, unserved=(ANNA,))
    file.then(ClericalErrorsCorrected, "2026-07-13")
    assert clerical.served_with(file.file, walk.case) == (ANNA,)


def test_a_correction_ends_once_who_waited_last_for_it_is_no_more() -> None:
    """其他人均已送达的，补正的送达随之完毕；还有人未送达的，期限继续 (RULES 91, 145)."""
    walk, file = declined()
    file.then(ClericalErrorsCorrected, "2026-07-13")
    for person, on in ((ANNA, "2026-07-14"), (BERT, "2026-07-15")):
        head = file.head(on)
        assert clerical.left_to_nobody(file.file, walk.case, head) is None
        if person == ANNA:
            one = clerical.serve_correction(file.file, walk.case, head, [service(on, ANNA)])
            file.record(one)
    file.record(heirless.record_after(file.file, walk.case, head, lost(on="2026-07-14"), PAPER))
    last = clerical.left_to_nobody(file.file, walk.case, file.head("2026-07-15"))
    assert last is not None
    assert file.file.procedure.by_name["serve_correction"].is_closed_by(last)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert file.record(last).file.corrected_on is None


def test_a_wrong_entry_of_the_case_is_taken_back_after_the_end() -> None:
    """结案前误记的，结案以后也可以撤销，此后的文书照常向其送达 (RULES 91, 145)."""
    walk = third_decided().then(AddresseeGone, "2026-04-20")
    closed = replace(walk.case, state=State.DELIVERED)
    page = aftermath_acts.open_file(closed, walk.head("2026-04-21"), departments=())
    file = following(heirless=page.heirless)
    back = (file.file, closed, file.head("2026-07-21"))
    with pytest.raises(Refused) as twice:
        heirless.record_after(*back, lost(), PAPER)
    assert (article(twice), file.file.heirless) == (RULES[145], (BERT,))
    assert clerical.served_with(file.file, closed) == (None, ANNA)
    file.record(heirless.find_after(*back, BERT, PAPER))
    file.then(ClericalErrorsCorrected, "2026-07-22")
    assert clerical.served_with(file.file, closed) == (None, ANNA, BERT)
    matter = made_of(DecisionExtended)
    matter = _then(matter, (ThirdPersonJoined, "officer-7", {"third_person": BERT}))
    matter = _then(matter, (AddresseeGone, "officer-7", {}))
    assert (matter.third_ids, replace(matter, own=file.facts).third_ids) == ((), (BERT,))
    said = (file.file, closed, file.head("2026-07-23"))
    assert heirless.record_after(*said, lost(), PAPER).person_id == BERT, "it may die after all"


def test_no_paper_waits_for_who_is_no_more() -> None:
    """其他文书也不再等其送达 (RULES 130, 145)."""
    matter = made_of(DecisionExtended, applicants=(ANNA, BERT))
    [paper] = [one for one in outgoing(FILE, matter, heirless={BERT}) if one.sort == "extension"]
    assert [one.heirless for one in paper.to] == [False, True, False]
    assert (paper.to[0], paper.to[1].person_id) == (TO_ANNA, TO_BERT.person_id)
    third = _then(
        made_of(DecisionExtended),
        (ThirdPersonJoined, "officer-7", {"third_person": BERT}),
        (ApplicantSucceeded, "officer-7", {"applicant": BERT, "standing": Standing.THIRD,
                                           "successors": (HEIR,)}),
    )  # fmt: skip
    assert third.third_ids == (HEIR,)
    assert _then(third, (AddresseeGone, "officer-7", {"person_id": HEIR})).third_ids == ()
