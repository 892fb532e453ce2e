"""A hearing 听证: asked for, set, notified, held, given up (ARL 50, 51, 61)."""

from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.domain import gates, recusal, unfinished
from services.reconsideration.domain import hearing_acts as acts
from services.reconsideration.domain.attending import Attendance
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.views import awaited
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    Condition,
    ConsultationGround,
    ConsultationRequested,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
    Standing,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, ConditionsFound, Verdict
from shared.contracts.reconsideration.assigning import ComplexityFound, ReviewersAssigned, Tie
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingGround,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
)
from shared.contracts.reconsideration.people import (
    ApplicantSucceeded,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day, decided, examined, replying

SEATS = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
OTHER = UUID(int=21)
BOTH = frozenset({Standing.APPLICANT, Standing.RESPONDENT})
CAME = Attendance(head_came=True, signed=BOTH)


def grave() -> Walk:
    """Replied, heard, and found grave: a hearing must be held."""
    return examined().then(ComplexityFound, "2026-03-23")


def plan(
    walk: Walk,
    on: str,
    hearing_on: str,
    ground: HearingGround = HearingGround.GRAVE,
    seats: Panel = SEATS,
) -> HearingSet:
    at = datetime.combine(day(hearing_on), time(9), CITY)
    return acts.plan(
        *(walk.case, walk.head(on), ground, at), seats=seats, letter_id=PAPER, calendar=CALENDAR
    )


def planned(applicant: str | None = "2026-03-25", respondent: str | None = "2026-03-25") -> Walk:
    """Set for Thursday, 2 April 2026, and notified on these days."""
    walk = grave()
    walk.record(plan(walk, "2026-03-24", "2026-04-02"))
    for who, on in ((Standing.APPLICANT, applicant), (Standing.RESPONDENT, respondent)):
        if on:
            walk.record(acts.notify(walk.case, walk.head(on), who))
    return walk


def hold(
    walk: Walk, on: str = "2026-04-02", came: Attendance = CAME, **more: object
) -> HearingHeld:
    more.setdefault("unsigned_reason_id", None)
    return acts.convene(
        *(walk.case, walk.head(on), came, PAPER),
        calendar=CALENDAR,
        **more,  # type: ignore[arg-type]
    )


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def decide(walk: Walk) -> Walk:
    """From the findings to the seal, on a copy of the file."""
    draft = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    return deciding.decide(Walk.of(walk.case), draft)


def consulted(walk: Walk) -> Walk:
    asked = walk.then(ConsultationRequested, "2026-04-03", ground=ConsultationGround.GRAVE)
    return asked.then(OpinionRecorded, "2026-04-10")


def test_a_grave_case_is_decided_on_the_minutes_of_a_hearing() -> None:
    """经过听证的，根据听证笔录作出决定 (ARL 50, 61)."""
    walk = consulted(planned())
    with pytest.raises(Refused) as refusal:
        decide(walk)
    assert article(refusal) == ARL[50].par(1)  # it is set, and not held
    held = planned()
    held.record(hold(held))
    assert decide(consulted(held)).case.state is State.DECIDED


def test_whoever_comes_to_the_hearing_is_heard() -> None:
    """听证中陈述的，不必另行听取意见 (ARL 49)."""
    walk = replying().then(ReplyFiled, "2026-03-20").then(HearingHeld, "2026-04-02")
    assert walk.case.applicant_heard


def test_a_third_person_who_does_not_come_to_the_hearing_is_heard_otherwise() -> None:
    """第三人没有参加听证的，另行听取意见，或者记明不能听取的原因 (ARL 49)."""
    walk, on = examined().then(ThirdPersonJoined, "2026-03-23"), day("2026-04-03")
    came = Walk.of(walk.case).then(HearingHeld, "2026-04-02", third_came=True)
    assert awaited(came.case, on) == {}
    walk.then(HearingHeld, "2026-04-02")
    with pytest.raises(Refused, match="尚未听取第三人的意见") as refusal:
        gates.check_heard(walk.case, on)
    assert article(refusal) == ARL[49]
    walk.then(ViewsUnavailable, "2026-04-03", standing=Standing.THIRD, persons=(BERT,))
    assert awaited(walk.case, on) == {}


@pytest.mark.parametrize(
    ("on", "hearing_on", "in_time"),
    [
        ("2026-03-26", "2026-04-02", True),  # five working days after the day of the notice
        ("2026-03-27", "2026-04-02", False),
        ("2026-03-30", "2026-04-07", True),  # 清明: 6 April rests
        ("2026-03-31", "2026-04-07", False),
    ],
)
def test_a_hearing_is_set_so_that_the_notice_can_be_five_days_before(
    on: str, hearing_on: str, *, in_time: bool
) -> None:
    """举行听证的五日前书面通知，五日为工作日 (ARL 51, 88)."""
    walk = grave()
    if in_time:
        assert plan(walk, on, hearing_on).hearing_at.date() == day(hearing_on)
        return
    with pytest.raises(Refused) as refusal:
        plan(walk, on, hearing_on)
    assert article(refusal) == ARL[51].par(1)


def test_nobody_is_heard_who_had_the_notice_too_late() -> None:
    """通知迟到的，不得举行，延期另行通知 (ARL 51)."""
    for late in (planned(applicant="2026-03-27"), planned(respondent="2026-03-27")):
        with pytest.raises(Refused) as refusal:
            hold(late)
        assert article(refusal) == ARL[51].par(1)
        late.record(acts.put_off(late.case, late.head("2026-03-30"), PAPER))
        late.record(plan(late, "2026-03-30", "2026-04-10"))
        assert late.case.hearing is not None
        assert late.case.hearing.notified == {}


def test_nor_one_who_had_none() -> None:
    for missing in (planned(applicant=None), planned(respondent=None)):
        with pytest.raises(Refused, match="没有都收到"):
            hold(missing)


def test_a_hearing_is_held_on_the_day_of_the_notice() -> None:
    """时间载明于通知 (ARL 51)."""
    with pytest.raises(Refused) as refusal:
        hold(planned(), on="2026-04-03")
    assert article(refusal) == ARL[51].par(1)


def test_the_notice_is_received_once_and_before_the_hearing() -> None:
    walk = planned(respondent=None)
    for who, on in ((Standing.APPLICANT, "2026-03-26"), (Standing.RESPONDENT, "2026-04-03")):
        with pytest.raises(Refused) as refusal:
            acts.notify(walk.case, walk.head(on), who)
        assert article(refusal) == ARL[51].par(1)


@pytest.mark.parametrize(
    "seats",
    [
        replace(SEATS, officers=("fuyi-02",)),
        replace(SEATS, officers=("fuyi-01", "fuyi-02")),
        replace(SEATS, recorder="fuyi-02"),
    ],
)
def test_one_presides_two_are_officers_and_another_keeps_the_minutes(seats: Panel) -> None:
    """一名主持人、两名以上听证员、一名记录员 (ARL 50)."""
    with pytest.raises(Refused) as refusal:
        plan(grave(), "2026-03-24", "2026-04-02", seats=seats)
    assert article(refusal) == ARL[50].par(3)
    with pytest.raises(Refused):
        hold(planned(), seats=seats)


def test_who_was_recused_does_not_sit_though_the_notice_named_him() -> None:
    """决定回避的，不参加听证 (RULES 47)."""
    walk = planned()
    walk.case = walk.but(recused=("fuyi-02",))
    with pytest.raises(Refused) as refusal:
        hold(walk)
    assert article(refusal) == RULES[47]
    held = hold(walk, seats=replace(SEATS, officers=("fuyi-03", "fuyi-05")))
    assert held.officers == ("fuyi-03", "fuyi-05")


def test_whoever_sits_in_the_hearing_is_recused_as_a_reviewer_is() -> None:
    """听证主持人、听证员、记录员的回避，同样可以申请，接替的人坐到其席位 (ARL 50; RULES 47)."""
    walk = planned().then(ReviewersAssigned, "2026-03-25", reviewers=("fuyi-07", "fuyi-08"))
    said = {"tie": Tie.INTEREST, "reason_id": PAPER}
    head = walk.head("2026-03-26")
    walk.record(
        recusal.request_recusal(
            walk.case, head, asked_by=Standing.APPLICANT, reviewer="fuyi-01", **said
        )
    )

    def settle(successor: str | None) -> Fact:
        replaced = {"reviewer": "fuyi-01", "replaced": True, "successor": successor}
        return recusal.decide_recusal(walk.case, walk.head("2026-03-27"), **replaced, **said)

    for taken in ("fuyi-02", "fuyi-07"):  # who has another seat, or handles the case
        with pytest.raises(Refused) as refusal:
            settle(taken)
        assert article(refusal) == RULES[47]
    left_open = walk.case.after(settle(None))
    assert (left_open.recused, left_open.recusals_pending) == (("fuyi-01",), 0)
    walk.record(settle("fuyi-05"))
    assert walk.case.reviewers == ("fuyi-07", "fuyi-08")
    assert hold(walk).host == "fuyi-05"


def test_a_notice_is_not_received_before_it_was_made() -> None:
    """收到听证通知之日不得早于作出通知之日 (ARL 51)."""
    with pytest.raises(Refused) as refusal:
        planned(applicant="2026-03-23")
    assert article(refusal) == ARL[51].par(1)
    assert planned(applicant="2026-03-24").case.hearing


def test_the_applicant_who_stays_away_without_reason_gives_up_the_hearing_not_the_case() -> None:
    """无正当理由拒不参加听证的，视为放弃听证权利 (ARL 51)."""
    walk = planned()
    walk.record(acts.waive(walk.case, walk.head("2026-04-02"), PAPER, CALENDAR))
    assert (walk.case.hearing_waived, walk.case.hearing_held) == (True, False)
    assert walk.case.state is State.EXAMINING
    assert decide(consulted(walk)).case.state is State.DECIDED


@pytest.mark.parametrize("applicant", [None, "2026-03-27"])
def test_who_had_no_notice_in_time_gives_nothing_up(applicant: str | None) -> None:
    """没有依法通知的，不得视为放弃 (ARL 51)."""
    walk = planned(applicant=applicant)
    with pytest.raises(Refused) as refusal:
        acts.waive(walk.case, walk.head("2026-04-02"), PAPER, CALENDAR)
    assert article(refusal) == ARL[51].par(1)


@pytest.mark.parametrize("staff", [True, False])
def test_that_the_head_of_the_respondent_stays_away_is_on_record_and_stops_nothing(
    *, staff: bool
) -> None:
    """负责人应当参加，不能参加的说明理由并委托工作人员；不来不影响听证 (ARL 51)."""
    signed = BOTH if staff else frozenset({Standing.APPLICANT})
    came = Attendance(head_came=False, explained=staff, staff_came=staff, signed=signed)
    fact = hold(planned(), came=came)
    assert (fact.head_came, fact.explained, fact.staff_came) == (False, staff, staff)


def test_each_who_came_signs_the_minutes_or_the_refusal_is_there_with_its_reason() -> None:
    """到场的各方签名，拒绝签名的记明理由 (RULES 76)."""
    only = frozenset({Standing.APPLICANT})
    unwilling = Attendance(head_came=True, signed=only, unsigned=frozenset({Standing.RESPONDENT}))
    left_out = Attendance(head_came=True, signed=only)
    for came in (left_out, unwilling):
        with pytest.raises(Refused) as refusal:
            hold(planned(), came=came)
        assert article(refusal) == RULES[76]
    fact = hold(planned(), came=unwilling, unsigned_reason_id=PAPER)
    assert fact.unsigned == (Standing.RESPONDENT,)


def test_who_did_not_come_signs_nothing() -> None:
    with pytest.raises(Refused):
        hold(planned(), came=replace(CAME, signed=BOTH | {Standing.THIRD}))


def test_an_applicant_asks_and_is_answered_unless_the_case_is_grave() -> None:
    """申请人请求的可以组织；重大、疑难、复杂的应当组织 (ARL 50)."""
    walk = examined()
    walk.record(acts.ask(walk.case, walk.head("2026-03-23"), PAPER))
    with pytest.raises(Refused):
        acts.ask(walk.case, walk.head("2026-03-24"), PAPER)
    important = walk.but(grave=True)
    with pytest.raises(Refused) as refusal:
        acts.deny(important, walk.head("2026-03-24"), PAPER)
    assert article(refusal) == ARL[50].par(1)
    walk.record(acts.deny(walk.case, walk.head("2026-03-24"), PAPER))
    with pytest.raises(Refused) as refusal:
        plan(walk, "2026-03-24", "2026-04-02", HearingGround.ASKED)
    assert article(refusal) == ARL[50].par(2)


UNMET = ConditionFound(condition=Condition.SCOPE, verdict=Verdict.UNMET, article="ARL 30(1)(5)")


def test_in_a_grave_case_that_is_to_be_dismissed_the_request_is_answered_without_a_hearing() -> (
    None
):
    """驳回申请不审行政行为，重大案件也可以答复不组织听证，不必等听证 (ARL 33, 50)."""
    walk = examined().then(HearingRequested, "2026-03-23").then(ComplexityFound, "2026-03-23")
    with pytest.raises(Refused) as refusal:
        acts.deny(walk.case, walk.head("2026-03-24"), PAPER)
    assert article(refusal) == ARL[50].par(1)
    walk.then(ConditionsFound, "2026-03-24", conditions=(UNMET,))
    with pytest.raises(Refused, match="请求听证"):
        unfinished.check_nothing_open(walk.case, day("2026-03-24"))
    walk.record(acts.deny(walk.case, walk.head("2026-03-24"), PAPER))
    walk.then(ConsultationRequested, "2026-03-24").then(OpinionRecorded, "2026-03-25")
    draft = Draft(outcome=Outcome.APPLICATION_DISMISSED, opinion_adopted=True)
    dismissed = deciding.decide(walk, draft, "2026-03-25")
    assert dismissed.case.outcome is Outcome.APPLICATION_DISMISSED


def test_a_hearing_that_was_put_off_is_dropped_once_the_application_is_to_be_dismissed() -> None:
    """延期以后发现应当驳回申请的，告知各方不再组织听证 (ARL 33, 50, 51)."""
    walk = planned().then(HearingPutOff, "2026-03-26")
    with pytest.raises(Refused) as refusal:
        acts.drop(walk.case, walk.head("2026-03-27"), PAPER)
    assert article(refusal) == ARL[50].par(1)
    walk.then(ConditionsFound, "2026-03-27", conditions=(UNMET,))
    assert acts.drop(walk.case, walk.head("2026-03-27"), PAPER).reason_id == PAPER


def test_a_hearing_that_is_set_answers_the_request() -> None:
    walk = examined().then(HearingRequested, "2026-03-23")
    walk.record(plan(walk, "2026-03-24", "2026-04-02", HearingGround.ASKED))
    assert (walk.case.hearing_asked_on, walk.case.hearing is not None) == (None, True)
    with pytest.raises(Refused):
        acts.deny(walk.case, walk.head("2026-03-25"), PAPER)


def test_only_an_applicant_of_the_case_asks_for_itself() -> None:
    """申请人请求听证 (ARL 50)."""
    walk = examined()
    with pytest.raises(Refused) as refusal:
        acts.ask(walk.case, walk.head("2026-03-23"), PAPER, frozenset({BERT}))
    assert article(refusal) == ARL[50].par(2)
    assert acts.ask(walk.case, walk.head("2026-03-23"), PAPER, frozenset({ANNA}))


def test_what_was_not_found_grave_is_not_heard_as_grave() -> None:
    with pytest.raises(Refused) as refusal:
        plan(examined(), "2026-03-24", "2026-04-02")
    assert article(refusal) == ARL[50].par(1)
    assert plan(examined(), "2026-03-24", "2026-04-02", HearingGround.NEEDED)


def test_a_hearing_is_set_once_until_it_is_put_off() -> None:
    walk = planned()
    with pytest.raises(Refused):
        plan(walk, "2026-03-26", "2026-04-10")
    assert walk.then(HearingPutOff, "2026-03-26").case.hearing is None
    assert plan(walk, "2026-03-26", "2026-04-10")


def test_a_hearing_that_was_asked_for_and_put_off_is_still_to_be_answered() -> None:
    """延期不是不组织：请求听证的，延期后另行通知举行，或者说明理由告知各方 (ARL 50, 51)."""
    walk = examined().then(HearingRequested, "2026-03-23")
    walk.record(plan(walk, "2026-03-24", "2026-04-02", HearingGround.ASKED))
    off = walk.then(HearingPutOff, "2026-03-30")
    assert off.case.hearing_asked_on == day("2026-03-23")
    with pytest.raises(Refused) as refusal:
        unfinished.check_nothing_open(off.case, day("2026-04-08"))
    assert article(refusal) == ARL[51].par(1)
    assert "2026-03-30延期" in refusal.value.message
    with pytest.raises(Refused):
        acts.deny(off.case, off.head("2026-03-31"), PAPER)
    again = plan(off, "2026-03-31", "2026-04-10", HearingGround.ASKED)
    assert off.but(hearing=None).hearing_put_off_on
    off.record(acts.drop(off.case, off.head("2026-03-31"), PAPER))
    assert (off.case.hearing_asked_on, off.case.hearing_put_off_on) == (None, None)
    unfinished.check_nothing_open(off.case, day("2026-04-08"))
    later = walk.then(HearingPutOff, "2026-03-30")
    later.record(again)
    assert (later.case.hearing_put_off_on, later.case.hearing_asked_on) == (None, None)


def test_only_a_hearing_that_was_put_off_is_given_up_and_no_grave_one() -> None:
    """应当组织听证的不能不组织；没有定过的是答复请求 (ARL 50)."""
    with pytest.raises(Refused) as none:
        acts.drop(examined().case, examined().head("2026-03-31"), PAPER)
    assert article(none) == ARL[51].par(1)
    off = planned().then(HearingPutOff, "2026-03-26")
    with pytest.raises(Refused) as must:
        acts.drop(off.case, off.head("2026-03-31"), PAPER)
    assert article(must) == ARL[50].par(1)


def test_an_opinion_that_was_heard_is_no_hearing() -> None:
    """听证不是听取意见的一种方式 (ARL 49, 51)."""
    with pytest.raises(Refused) as refusal:
        acts.refuse_as_views(ViewsManner.HEARING)
    assert article(refusal) == ARL[51].par(1)
    acts.refuse_as_views(ViewsManner.TELEPHONE)


@pytest.mark.parametrize(
    "kind",
    [
        *(HearingRequested, HearingDenied, HearingSet, HearingNotified),
        *(HearingPutOff, HearingDropped, HearingHeld, HearingWaived),
    ],
)
def test_nothing_is_heard_once_it_is_decided_and_both_editions_say_the_same(
    kind: type[Fact],
) -> None:
    """听证在作出决定之前，2024年起依法律而不依2007年条例 (ARL 50, 51; ARR2007 33)."""
    with pytest.raises(Refused):
        decided().then(kind, "2026-04-20")
    here, there = (
        [move.article for move in table.moves if move.on is kind]
        for table in (ORDINARY, ORDINARY_2007)
    )
    assert here == there
    assert {one.statute for one in there} == {ARL}


def test_who_takes_over_for_an_applicant_has_a_notice_of_its_own() -> None:
    """申请人死亡，由近亲属承受的，应当另行通知听证 (ARL 14, 51)."""
    walk = planned().then(ApplicantSucceeded, "2026-03-26")
    with pytest.raises(Refused) as refusal:
        acts.waive(walk.case, walk.head("2026-04-02"), PAPER, CALENDAR)
    assert refusal.value.article == ARL[51].par(1)


def test_a_third_person_who_takes_part_has_the_notice_too() -> None:
    """书面通知当事人，第三人参加的也是 (ARL 16, 51)."""
    walk = planned().then(ThirdPersonJoined, "2026-03-24")
    with pytest.raises(Refused, match="第三人没有都收到听证通知") as refusal:
        hold(walk)
    assert article(refusal) == ARL[51].par(1)
    late = Walk.of(walk.case)
    late.record(acts.notify(late.case, late.head("2026-03-27"), Standing.THIRD))
    with pytest.raises(Refused):
        hold(late)  # not five working days before
    walk.record(acts.notify(walk.case, walk.head("2026-03-25"), Standing.THIRD))
    assert hold(walk)


def test_another_third_person_has_a_notice_of_its_own_and_an_absent_one_needs_none() -> None:
    """后来参加的第三人另行通知；不参加的，不影响审理 (ARL 16, 51)."""
    walk = planned().then(ThirdPersonJoined, "2026-03-24")
    walk.record(acts.notify(walk.case, walk.head("2026-03-25"), Standing.THIRD))
    walk.then(ThirdPersonJoined, "2026-03-26", third_person=OTHER)
    with pytest.raises(Refused) as refusal:
        hold(walk)
    assert article(refusal) == ARL[51].par(1)
    for one in (BERT, OTHER):
        walk.then(ThirdPersonAbsent, "2026-03-26", third_person=one)
    assert hold(walk)
