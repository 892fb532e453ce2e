"""A hearing 听证: set, notified, held, signed (ARL 50, 51, 61)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import gates, recusal
from services.reconsideration.domain import hearing_acts as acts
from services.reconsideration.domain.attending import Attendance
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.views import awaited
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ReplyFiled,
    Standing,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.assigning import ReviewersAssigned, Tie
from shared.contracts.reconsideration.hearing_held import (
    HearingHeld,
)
from shared.contracts.reconsideration.people import (
    ApplicantSucceeded,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.hearings import SEATS, article, consulted, decide, grave, plan, planned
from tests.reconsideration.makers import BERT, PAPER, Walk, day, examined, replying

OTHER = UUID(int=21)
BOTH = frozenset({Standing.APPLICANT, Standing.RESPONDENT})
CAME = Attendance(head_came=True, signed=BOTH)


def hold(
    walk: Walk, on: str = "2026-04-02", came: Attendance = CAME, **more: object
) -> HearingHeld:
    more.setdefault("unsigned_reason_id", None)
    return acts.convene(
        *(walk.case, walk.head(on), came, PAPER),
        calendar=CALENDAR,
        **more,  # type: ignore[arg-type]
    )


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


def test_an_opinion_that_was_heard_is_no_hearing() -> None:
    """听证不是听取意见的一种方式 (ARL 49, 51)."""
    with pytest.raises(Refused) as refusal:
        acts.refuse_as_views(ViewsManner.HEARING)
    assert article(refusal) == ARL[51].par(1)
    acts.refuse_as_views(ViewsManner.TELEPHONE)


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
