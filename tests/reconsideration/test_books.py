"""核对复议案卷: what a decision lacks is found, and an honest one meets every sentence."""

from typing import Any

import pytest

from services.reconsideration.domain.decision import deliver
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ConsultationRequested,
    DecisionMade,
    OpinionRecorded,
    Outcome,
    ViewsHeard,
)
from shared.contracts.reconsideration.assigning import (
    RecusalRequested,
    ReviewersAssigned,
)
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.judged import (
    Disposition,
    Finding,
    FindingsRecorded,
)
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended
from shared.contracts.reconsideration.settling import (
    MediationBegun,
)
from shared.law.calendar import CALENDAR
from tests.reconsideration.checking import ON, broken, drafted_on, revoked
from tests.reconsideration.deciding import RIGHT
from tests.reconsideration.makers import (
    ANNA,
    PAPER,
    Walk,
    day,
    examined,
    replying,
)
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    clock,
    door,
    go,
)

SAYS: dict[str, Any] = {"dispositions": (Disposition(outcome=Outcome.REVOKED),)}


def sealed_after(walk: Walk, *kinds: type[Fact], on: str = ON) -> Walk:
    """Reviewers, these steps, and a decision that says what the draft says."""
    walk.then(ReviewersAssigned, "2026-03-23")
    for kind in kinds:
        walk.then(kind, on)
    return walk.then(DecisionMade, ON, **SAYS)


ROAD = (FindingsRecorded, DecisionDrafted, DecisionSubmitted, DecisionApproved)


def test_an_honest_decision_meets_every_sentence() -> None:
    """认定、拟稿、送审、审批、用印、送达俱全的，没有不符 (ARL 61, 75)."""
    walk = revoked()
    served = {ANNA: day("2026-04-20")}
    walk.record(deliver(walk.case, walk.head("2026-04-20"), day("2026-04-20"), served, CALENDAR))
    assert broken(walk) == set()


@pytest.mark.parametrize("missing", ROAD)
def test_a_decision_that_left_out_a_step_is_found(missing: type[Fact]) -> None:
    """缺认定、拟稿、送审或者审批的决定，查得出来 (ARL 61)."""
    assert broken(sealed_after(examined(), *(one for one in ROAD if one is not missing))) == {
        "sealed"
    }
    assert broken(sealed_after(examined(), *ROAD)) == set()


def test_a_decision_dated_before_its_approval_is_found() -> None:
    """用印之日早于审批之日的，查得出来 (ARL 61)."""
    assert broken(sealed_after(examined(), *ROAD, on="2026-04-20")) == {"sealed"}


def test_a_decision_other_than_the_one_agreed_to_is_found() -> None:
    """用印的与同意的不是一份的，查得出来 (ARL 61)."""
    walk = examined().then(ReviewersAssigned, "2026-03-23")
    for kind in ROAD:
        walk.then(kind, ON)
    said = (Disposition(outcome=Outcome.UPHELD),)
    walk.then(DecisionMade, ON, outcome=Outcome.UPHELD, dispositions=said)
    assert broken(walk) == {"sealed"}


def test_a_decision_from_before_there_were_drafts_is_no_fault() -> None:
    """有拟稿以前作出的决定，不问拟稿 (ARL 61)."""
    assert broken(examined().then(DecisionMade, ON)) == set()


def test_a_decision_that_its_findings_do_not_carry_is_found() -> None:
    """认定要求另一种决定、变更对申请人更为不利的，查得出来 (ARL 63 to 72)."""
    for found in ({**RIGHT}, {"duty": "none"}):
        walk = examined().then(ReviewersAssigned, "2026-03-23")
        findings = (Finding.model_validate({"text_id": PAPER, **found}),)
        walk.then(FindingsRecorded, ON, findings=findings)
        assert broken(drafted_on(walk, Outcome.REVOKED)) == {"found"}
    worse = Finding.model_validate({"text_id": PAPER, **RIGHT, "proper": False, "worse": True})
    walk = examined().then(ReviewersAssigned, "2026-03-23")
    walk.then(FindingsRecorded, ON, findings=(worse,))
    assert broken(drafted_on(walk, Outcome.CHANGED)) == {"found"}


def test_a_decision_with_too_few_reviewers_or_an_undecided_recusal_is_found() -> None:
    """审理人员不足、回避没有决定的，作出的决定查得出来 (ARL 36; RULES 47)."""
    for named in ((), ("fuyi-07",)):
        walk = examined().then(FindingsRecorded, ON)
        if named:
            walk.then(ReviewersAssigned, ON, reviewers=named)
        assert broken(drafted_on(walk, Outcome.REVOKED)) == {"reviewers"}
    walk = examined().then(ReviewersAssigned, ON).then(FindingsRecorded, ON)
    walk.then(RecusalRequested, ON)
    assert broken(drafted_on(walk, Outcome.REVOKED)) == {"reviewers"}


def test_a_decision_while_something_was_open_is_found() -> None:
    """调解没有结束就作出的决定，查得出来 (ARL 73)."""
    walk = examined().then(ReviewersAssigned, ON).then(FindingsRecorded, ON)
    walk.then(MediationBegun, ON)
    assert broken(drafted_on(walk, Outcome.REVOKED)) == {"open"}


def test_a_decision_before_the_only_respondent_could_reply_is_found() -> None:
    """唯一的被申请人答复期限未满就作出的决定，查得出来 (ARL 48)."""
    walk = replying().then(ViewsHeard, "2026-03-20").then(ReviewersAssigned, ON)
    walk.then(FindingsRecorded, ON)
    assert broken(drafted_on(walk, Outcome.REVOKED)) == {"replied"}


def test_a_decision_that_does_not_tell_whether_an_opinion_was_adopted_is_found() -> None:
    """2026年7月起，有咨询意见而不写明采纳情况的决定，查得出来 (ARR2026 52)."""
    for on, missing in (("2026-06-30", set()), ("2026-07-01", {"adoption"})):
        walk = examined().then(ConsultationRequested, "2026-03-21")
        walk.then(OpinionRecorded, "2026-03-25").then(ReviewersAssigned, "2026-03-26")
        walk.then(FindingsRecorded, on)
        assert broken(drafted_on(walk, Outcome.REVOKED, on)) == missing


def test_a_decision_made_while_the_case_was_suspended_is_found() -> None:
    """中止期间作出决定的，查得出来 (ARL 39)."""
    walk = examined().then(ReconsiderationSuspended, "2026-04-01")
    assert broken(walk.then(DecisionMade, ON)) == {"suspended"}
