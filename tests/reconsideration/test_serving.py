"""Service of a decision on each party by its own manner, on its own day (ARL 75, 88; CPL 87-95)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import decision, lawful, remedies, serving, serving_again
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.serving import Serving
from shared.contracts.reconsideration import (
    DecisionDelivered,
    Outcome,
    ReconsiderationActOverdue,
    Standing,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.people import (
    AgentNamed,
    ApplicantSucceeded,
    Power,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed, Service
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL, Article
from shared.law.calendar import CALENDAR
from shared.law.day import day_of_expiry
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, decided


def done(
    walk: Walk,
    manner: Manner = Manner.DIRECT,
    on: str = "2026-04-20",
    *,
    today: str = "2026-12-01",
    **said: Any,  # noqa: ANN401 - fields of what is said
) -> Service:
    whom: dict[str, Any] = {"standing": Standing.APPLICANT, "person_id": ANNA, **said}
    return serving.service(
        walk.case,
        Serving(manner=manner, shown_on=day(on), **whom),
        PAPER,
        CALENDAR,
        today=day(today),
    )


def serve(walk: Walk, one: Service) -> Walk:
    head = walk.head(one.served_on.isoformat())
    return walk.record(serving.serve(walk.case, head, one, CALENDAR))


def refused(walk: Walk, manner: Manner, **said: Any) -> Article:  # noqa: ANN401 - as above
    with pytest.raises(Refused) as refusal:
        done(walk, manner, **said)
    return refusal.value.article


RESPONDENT: dict[str, Any] = {"standing": Standing.RESPONDENT, "person_id": None}


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


def test_a_public_notice_serves_when_thirty_days_are_over_and_not_before() -> None:
    """自发出公告之日起，经过三十日，即视为送达 (CPL 95)."""
    walk = decided()
    one = done(walk, Manner.NOTICE, "2026-04-20", condition_met=True)
    assert one.served_on == day("2026-05-20")
    early = refused(walk, Manner.NOTICE, condition_met=True, today="2026-05-19")
    assert early == CPL[95].par(1)
    serve(walk, one)
    assert isinstance(walk.facts[-1], DecisionServed)
    assert walk.facts[-1].sue_until == day("2026-06-04")


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


def again(walk: Walk, one: Service) -> ServedAgain:
    head = walk.head(one.served_on.isoformat())
    return serving_again.serve_again(walk.case, head, one, PAPER, CALENDAR)


def test_served_again_while_others_wait_its_own_days_run_from_the_service_that_counts() -> None:
    """其他各方尚待送达的，重新送达不等其送达，本人的起诉期限自重新送达起 (ARL 75; ALL 45)."""
    walk = decided()
    walk.case = walk.but(applicants=(ANNA, BERT))
    serve(walk, done(walk, on="2026-04-20"))
    new = again(walk, done(walk, on="2026-04-27"))
    assert (new.sue_until, new.first_served_on) == (day("2026-05-12"), day("2026-04-27"))
    assert (new.of_case_id, new.outcome) == (walk.case.case_id, walk.case.outcome)
    lawful.served_again(walk.case, new)
    walk.record(new)
    assert walk.case.served_days == {ANNA: day("2026-04-27")}
    serve(walk, done(walk, person_id=BERT, on="2026-04-24"))
    other = walk.facts[-1]
    assert isinstance(other, DecisionServed)
    assert other.first_served_on == day("2026-04-24"), "not the day of what was no service"
    serve(walk, done(walk, **RESPONDENT, on="2026-04-24"))
    days = {who: on for who, on in walk.case.served_days.items() if who}
    last = decision.deliver(walk.case, walk.head("2026-04-27"), day("2026-04-24"), days, CALENDAR)
    assert {one.person_id: one.served_on for one in last.remedies} == {
        ANNA: day("2026-04-27"),
        BERT: day("2026-04-24"),
    }
    lawful.served_on_all(walk.case, last)


def test_a_respondent_served_again_performs_from_the_service_that_counts() -> None:
    """误送被申请人的，履行期限自重新送达起算，不等申请人收到 (ARL 75, 77)."""
    walk = decided(outcome=Outcome.REVOKED, redo=True)
    serve(walk, done(walk, **RESPONDENT, on="2026-04-21"))
    new = again(walk, done(walk, **RESPONDENT, on="2026-05-06"))
    assert (new.respondent, new.sue_until) == (walk.case.respondent, None)
    assert new.perform_by == day("2026-07-06"), "sixty days, and the last is a rest day"
    assert walk.record(new).case.served_days == {None: day("2026-05-06")}


def test_only_who_was_served_is_served_again_and_not_before_that() -> None:
    """此前没有送达的不是重新送达，重新送达不早于前一次，起诉期限不少于十五日 (ARL 75; ALL 45)."""
    walk = decided()
    first = done(walk, on="2026-04-22")
    with pytest.raises(Refused, match="不是重新送达"):
        again(walk, first)
    serve(walk, first)
    with pytest.raises(Refused, match="不得早于该日"):
        again(walk, done(walk, on="2026-04-21"))
    new = again(walk, done(walk, on="2026-04-28"))
    short = new.model_copy(update={"sue_until": day("2026-05-12")})
    with pytest.raises(Refused, match="不足十五日"):
        lawful.served_again(walk.case, short)


def test_a_page_of_old_obliges_nobody_by_itself() -> None:
    """此前逐一送达的记录没有决定内容，到全部送达时才起算 (ARL 75)."""
    old = DecisionServed.model_validate_json(
        '{"kind": "reconsideration.decision_served.v1", "head": '
        + decided().head("2026-04-20").model_dump_json()
        + f', "standing": "respondent", "manner": "direct", "receipt_id": "{PAPER}"'
        + ', "shown_on": "2026-04-20", "served_on": "2026-04-20"}'
    )
    assert (old.outcome, old.obliges) == (None, False)


def announce(walk: Walk, on: str = "2026-04-21", person: UUID = ANNA, **said: bool) -> Walk:
    met = said.get("condition_met", True)
    head = walk.head(on)
    return walk.record(
        serving.announce(walk.case, head, person, PAPER, CALENDAR, condition_met=met)
    )


def test_a_notice_that_is_published_runs_thirty_days_and_is_no_service_yet() -> None:
    """发出公告之日起经过三十日视为送达，期满以前没有送达 (CPL 95)."""
    walk = announce(decided())
    last = walk.facts[-1]
    assert isinstance(last, DecisionAnnounced)
    assert (last.standing, last.served_on) == (Standing.APPLICANT, day("2026-05-21"))
    assert last.others_unserved is True, "the respondent is still to be served"
    assert list(serving.unserved(walk.case)) == [None, ANNA]
    serve(walk, done(walk, **RESPONDENT, on="2026-04-22"))
    assert walk.facts[-1].model_dump()["others_unserved"] is False
    one = done(walk, Manner.NOTICE, "2026-04-21", condition_met=True)
    assert one.served_on == day("2026-05-21")
    assert serving.serve(walk.case, walk.head("2026-05-21"), one, CALENDAR).others_unserved is False


def test_a_notice_is_published_once_after_the_decision_to_whom_nothing_else_reaches() -> None:
    """公告送达以下落不明或者其他方式无法送达为条件，在作出决定以后，不重复 (CPL 95)."""
    for on, said, article in (
        ("2026-04-16", {}, ARL[75]),
        ("2026-04-21", {"person": BERT}, CPL[95].par(1)),
        ("2026-04-21", {"condition_met": False}, CPL[95].par(1)),
    ):
        with pytest.raises(Refused) as refusal:
            announce(decided("2026-04-17"), on, **said)  # type: ignore[arg-type]
        assert refusal.value.article == article
    walk = announce(decided())
    with pytest.raises(Refused) as refusal:
        announce(walk, "2026-04-22")
    assert refusal.value.article == CPL[95].par(1)
    other = done(walk, Manner.NOTICE, "2026-04-20", condition_met=True)
    with pytest.raises(Refused) as refusal:
        serve(walk, other)
    assert refusal.value.article == CPL[95].par(1), "another day than that on file"
    found = serve(walk, done(walk, on="2026-04-27"))
    assert found.case.served_days[ANNA] == day("2026-04-27"), "found meanwhile, served in person"
    with pytest.raises(Refused):
        announce(found, "2026-04-28")


def runs(walk: Walk) -> dict[str, date]:
    """The last days of what runs for the service of the decision."""
    found: dict[tuple[str, str], date] = {}
    for fact in walk.facts:
        for row in ORDINARY.closes(fact):
            found.pop((row.name, row.subject_of(fact)), None)
        for row in ORDINARY.opens(fact):
            if until := row.until(fact, CALENDAR):
                found[row.name, row.subject_of(fact)] = day_of_expiry(until)
    return {name: on for (name, _), on in found.items() if name.startswith("deliver")}


def test_while_a_notice_runs_nobody_is_late_with_the_service() -> None:
    """公告期内送达期限不算逾期，期满后五个工作日内记载送达 (CPL 95; RULES 23, 143)."""
    walk = decided()
    serve(walk, done(walk, **RESPONDENT, on="2026-04-20"))
    assert runs(walk) == {"deliver": day("2026-04-24")}
    announce(walk)
    assert runs(walk) == {"deliver_announced": day("2026-05-28")}
    serve(walk, done(walk, Manner.NOTICE, "2026-04-21", condition_met=True))
    assert runs(walk) == {}


def test_while_others_are_still_to_be_served_the_notice_to_one_excuses_nobody() -> None:
    """还有其他人没有送达、也没有公告的，送达期限照旧 (ARL 75; RULES 23)."""
    walk = announce(decided())
    assert runs(walk) == {"deliver": day("2026-04-24"), "deliver_announced": day("2026-05-28")}
    serve(walk, done(walk, **RESPONDENT, on="2026-04-22"))
    assert runs(walk) == {"deliver_announced": day("2026-05-28")}


def test_of_two_notices_each_has_days_of_its_own_and_the_lapse_says_whose_they_were() -> None:
    """两名当事人公告送达的，一名逾期未记载，不影响另一名的期限 (CPL 95; RULES 143)."""
    row = ORDINARY.by_name["deliver_announced"]
    late = row.lapsed(decided().head("2026-05-28"), str(ANNA))
    assert isinstance(late, ReconsiderationActOverdue)
    assert (late.duty, late.person_id) == ("deliver_announced", ANNA)
    assert row.subject_of(late) == str(ANNA), "so that the days of the other run on"
