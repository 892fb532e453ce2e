"""A hearing 听证 that is asked for, answered, put off or given up (ARL 33, 50, 51)."""

import pytest

from services.reconsideration.domain import hearing_acts as acts
from services.reconsideration.domain import unfinished
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    Condition,
    ConsultationRequested,
    OpinionRecorded,
    Outcome,
)
from shared.contracts.reconsideration.admissibility import ConditionFound, ConditionsFound, Verdict
from shared.contracts.reconsideration.assigning import ComplexityFound
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
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration import deciding
from tests.reconsideration.deciding import Draft
from tests.reconsideration.hearings import article, consulted, decide, plan, planned
from tests.reconsideration.makers import ANNA, BERT, PAPER, day, decided, examined


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
