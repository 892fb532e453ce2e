"""Suspension and resumption (ARL 39, 40)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain import decision
from services.reconsideration.domain import pausing_acts as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.contracts.reconsideration import (
    ReconsiderationActOverdue,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    Suspension,
    SuspensionCauseGone,
)
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    PAPER,
    Walk,
    day,
    decided,
    received,
    replying,
)
from tests.reconsideration.reviewing import asked

EACH = pytest.mark.parametrize(
    ("cause", "item"), [(cause, item) for item, cause in enumerate(Suspension, 1)]
)


def suspended(
    cause: Suspension = Suspension.DEATH, on: str = "2026-03-20", walk: Walk | None = None
) -> Walk:
    return (walk or replying()).then(ReconsiderationSuspended, on, cause=cause)


def suspend(
    walk: Walk, cause: Suspension, on: str, *, agreed: bool | None = None
) -> ReconsiderationSuspended:
    return acts.suspend(walk.case, walk.head(on), cause, PAPER, agreed=agreed)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


@EACH
def test_each_of_the_ten_causes_suspends(cause: Suspension, item: int) -> None:
    """有下列情形之一的，行政复议中止 (ARL 39)."""
    walk = asked(replying(), "2026-03-20")  # the ninth is a document that somebody attacked
    state = walk.case.state
    walk.record(suspend(walk, cause, "2026-03-20", agreed=True))
    assert [(one.cause, one.since) for one in walk.case.suspended_for] == [
        (cause, day("2026-03-20"))
    ]
    assert walk.case.suspensions[0].left_out.article == ARL[39].par(1, item)
    assert walk.case.state is state


@pytest.mark.parametrize("agreed", [False, None])
def test_for_talks_both_parties_must_agree_to_suspend(*, agreed: bool | None) -> None:
    """调解、和解的，申请人和被申请人同意中止 (ARL 39)."""
    with pytest.raises(Refused) as refusal:
        suspend(replying(), Suspension.TALKS, "2026-03-20", agreed=agreed)
    assert article(refusal) == ARL[39].par(1, 6)


def test_before_acceptance_and_after_the_decision_nothing_is_suspended() -> None:
    """行政复议期间 (ARL 39)."""
    for walk in (received(), decided()):
        with pytest.raises(Refused) as refusal:
            walk.then(ReconsiderationSuspended, "2026-04-20")
        assert article(refusal) == ARL[39].par(1)


def test_a_case_is_not_suspended_twice_for_one_cause_but_may_be_for_another() -> None:
    """几种情形可以同时存在 (ARL 39)."""
    walk = suspended(Suspension.OTHER_CASE)
    with pytest.raises(Refused):
        suspend(walk, Suspension.OTHER_CASE, "2026-03-25")
    walk.record(suspend(walk, Suspension.DEATH, "2026-03-25"))
    assert len(walk.case.suspended_for) == 2


def test_the_case_goes_on_only_when_every_cause_is_gone() -> None:
    """原因消除后恢复审理 (ARL 39)."""
    walk = suspended(Suspension.OTHER_CASE).then(ReconsiderationSuspended, "2026-03-25")
    with pytest.raises(Refused):  # which of the two?
        acts.resume(walk.case, walk.head("2026-04-01"), None, PAPER)
    for cause, goes_on in ((Suspension.DEATH, False), (Suspension.OTHER_CASE, True)):
        walk.record(acts.resume(walk.case, walk.head("2026-04-01"), cause, PAPER))
        assert (not walk.case.suspended_for) is goes_on


def test_what_is_not_suspended_is_not_resumed() -> None:
    with pytest.raises(Refused) as refusal:
        acts.resume(replying().case, replying().head("2026-03-20"), None, PAPER)
    assert article(refusal) == ARL[39].par(2)


def test_a_case_is_not_resumed_before_the_cause_is_gone_nor_before_it_was_suspended() -> None:
    """原因消除后，应当及时恢复 (ARL 39)."""
    walk = suspended()
    with pytest.raises(Refused):
        acts.resume(walk.case, walk.head("2026-03-19"), None, PAPER)
    walk.then(SuspensionCauseGone, "2026-03-30")
    with pytest.raises(Refused) as refusal:
        acts.resume(walk.case, walk.head("2026-03-29"), None, PAPER)
    assert article(refusal) == ARL[39].par(2)
    assert acts.resume(walk.case, walk.head("2026-03-30"), None, PAPER).cause is Suspension.DEATH


def test_that_the_cause_is_gone_is_found_once() -> None:
    walk = suspended()
    walk.record(acts.find_cause_gone(walk.case, walk.head("2026-03-30"), None, PAPER))
    assert walk.case.suspended_for[0].gone_on == day("2026-03-30")
    with pytest.raises(Refused):
        acts.find_cause_gone(walk.case, walk.head("2026-03-31"), None, PAPER)


@pytest.mark.parametrize("name", ["resume", "terminate"])
def test_of_two_causes_each_has_days_of_its_own_and_the_lapse_says_whose_they_were(
    name: str,
) -> None:
    """两种情形中止的，一种逾期未恢复、未终止，不影响另一种的期限 (ARL 39, 41; RULES 66, 67)."""
    row = ORDINARY.by_name[name]
    late = row.lapsed(suspended().head("2026-04-07"), Suspension.DEATH)
    assert isinstance(late, ReconsiderationActOverdue)
    assert (late.duty, late.cause) == (name, Suspension.DEATH)
    assert row.subject_of(late) == Suspension.DEATH, "so that the days of the other run on"


def test_once_the_cause_is_gone_five_working_days_are_left_to_resume() -> None:
    """及时恢复 (ARL 39; RULES 66)."""
    assert suspended().then(SuspensionCauseGone, "2026-03-30").last_day("resume") == day(
        "2026-04-07"
    )


@EACH
def test_while_it_lasts_nothing_else_is_done_and_the_refusal_names_the_cause(
    cause: Suspension, item: int
) -> None:
    """中止期间停止审理 (ARL 39)."""
    walk = suspended(cause)
    with pytest.raises(Refused) as refusal:
        acts.refuse_while_suspended(walk.case, day("2026-03-21"))
    assert article(refusal) == ARL[39].par(1, item)


def test_nothing_is_dated_back_into_a_suspension_that_is_over() -> None:
    walk = suspended().then(ReconsiderationResumed, "2026-04-01")
    for on in ("2026-03-20", "2026-04-01"):  # worked on both days
        acts.refuse_while_suspended(walk.case, day(on))
    with pytest.raises(Refused) as refusal:
        acts.refuse_while_suspended(walk.case, day("2026-03-25"))
    assert article(refusal) == ARL[39].par(1, 1)


def test_what_starts_a_period_is_not_dated_before_the_resumption() -> None:
    """期限自恢复审理之日起计算 (ARL 39)."""
    walk = suspended().then(ReconsiderationResumed, "2026-04-01")
    acts.refuse_before_resumption(walk.case, day("2026-04-01"))
    with pytest.raises(Refused):
        acts.refuse_before_resumption(walk.case, day("2026-03-15"))


def test_an_extension_after_a_suspension_counts_from_the_moved_end() -> None:
    """中止的时间不计入审理期限，延长接在其后 (ARL 39, 62)."""
    walk = suspended().then(ReconsiderationResumed, "2026-04-01")  # twelve days left out
    fact = decision.extend(walk.case, walk.head("2026-04-20"), 10, PAPER, CALENDAR)
    # 5 March and 60 days is 4 May; twelve more 16 May; ten more 26 May
    assert fact.until == day("2026-05-26")


def test_only_an_organ_above_orders_a_suspended_case_resumed_and_once() -> None:
    """无正当理由中止的，上级行政机关责令恢复审理 (ARL 40)."""
    walk = suspended(Suspension.OTHER)
    city = "620700-government"

    def order(case: Case, organ: str) -> ResumptionOrdered:
        head = walk.head("2026-04-01")
        return acts.order_resumption(case, head, None, organ, PAPER, above={city})

    with pytest.raises(Refused) as refusal:
        order(walk.case, "620725-government")
    assert article(refusal) == ARL[40]
    walk.record(order(walk.case, city))
    assert walk.last_day("resume") == day("2026-04-09")  # past the rest days of 清明
    with pytest.raises(Refused) as refusal:
        order(walk.case, city)
    assert article(refusal) == ARL[40]


def test_the_causes_and_grounds_of_the_statute_go_before_those_of_the_regulation_of_2007() -> None:
    """2024年1月1日起，中止、终止的情形依法律，不依2007年条例 (ARL 39, 41; ARR2007 41, 42)."""
    here, there = (
        {move.on: move.article for move in table.moves} for table in (ORDINARY, ORDINARY_2007)
    )
    for kind in (ReconsiderationSuspended, ReconsiderationResumed, ReconsiderationTerminated):
        assert here[kind] == there[kind]
        assert there[kind].statute is ARL
    walk = replying()
    walk.case = replace(walk.case, procedure=ORDINARY_2007)
    walk.record(suspend(walk, Suspension.TALKS, "2026-03-20", agreed=True))  # not in 2007
    assert walk.case.suspended_for
