"""还缺什么: everything that keeps a decision from being made, told at once with its article."""

from collections.abc import Callable

import pytest

from services.reconsideration.domain import drafting
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.gates import lacking
from shared.contracts.reconsideration import ApplicationWithdrawn, Outcome, Standing, ViewsHeard
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    RecusalRequested,
    ReviewersAssigned,
)
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, submitted
from tests.reconsideration.makers import (
    PAPER,
    Walk,
    accepted,
    examined,
    received,
    replying,
)

ON = "2026-04-17"


def lacks(walk: Walk) -> list[str]:
    """The articles of what it lacks."""
    return [one.article.code for one in lacking(walk.case, walk.head(ON))]


def ready() -> Walk:
    """Replied to with evidence, which was examined, the applicant heard, reviewers named."""
    walk = examined().then(EvidenceSubmitted, "2026-03-20", standing=Standing.RESPONDENT)
    walk.then(EvidenceExamined, "2026-03-25")
    return walk.then(ReviewersAssigned, "2026-03-26")


def test_a_case_just_accepted_lacks_reviewers_a_reply_and_the_applicants_opinion() -> None:
    """缺人员、未送副本、未听取意见，一次说全 (ARL 36, 48, 49)."""
    found = lacks(accepted())
    assert ARL[48].code in found
    assert ARL[49].code in found
    assert len(found) == 3


def test_nothing_is_lacking_where_every_gate_is_passed() -> None:
    """该有的都有了，就没有缺的；不在审理中的也不说缺什么 (ARL 61)."""
    assert lacks(ready()) == []
    assert lacks(received()) == []


def test_a_grave_case_lacks_hearing_and_committee_a_withdrawal_its_answer() -> None:
    """重大案件缺听证和咨询意见；撤回未准、回避未定的，也在其中 (ARL 41, 50, 52; RULES 47)."""
    walk = ready().then(ComplexityFound, "2026-03-27", grave=True)
    assert {code[:6] for code in lacks(walk)} == {"ARL 50", "ARL 52"}
    walk.then(RecusalRequested, "2026-03-30").then(ApplicationWithdrawn, "2026-03-30")
    assert RULES[47].code in lacks(walk)
    assert ARL[41].par(item=1).code in lacks(walk)


def test_a_draft_that_its_findings_do_not_carry_any_more_is_lacking_too() -> None:
    """拟稿以后情况变了的，照样说明 (ARL 61)."""
    walk = submitted(ready(), Draft(outcome=Outcome.REVOKED))
    assert lacks(walk) == []
    walk.then(ComplexityFound, ON, grave=True)
    assert {code[:6] for code in lacks(walk)} == {"ARL 50", "ARL 52"}


@pytest.mark.parametrize(
    "walk", [accepted, replying, lambda: ready().then(ComplexityFound, ON, grave=True)]
)
def test_what_is_told_first_is_what_the_draft_is_refused_for(walk: Callable[[], Walk]) -> None:
    """页面说的，就是拟稿时不予准许的 (ARL 61)."""
    made = walk()
    told = lacking(made.case, made.head(ON))
    said = Draft(outcome=Outcome.UPHELD)
    found = drafting.record_findings(made.case, made.head(ON), (said.finding,))
    case: Case = made.case.after(found)
    head = case.head(by="fuyi-01", on=found.head.on, at=found.head.at)
    with pytest.raises(Refused) as refused:
        drafting.draft(case, head, said.drafted, PAPER)
    assert told[0].message == refused.value.message


def test_an_applicant_who_was_heard_is_not_lacking() -> None:
    """听取了申请人的意见，就不再列 (ARL 49)."""
    walk = accepted()
    assert ARL[49].code in lacks(walk)
    assert ARL[49].code not in lacks(walk.then(ViewsHeard, "2026-03-20"))


def test_a_reply_without_evidence_is_told_until_the_findings_say_how_that_stands() -> None:
    """只答复不举证的先说明，认定以后按认定 (ARL 48, 70)."""
    walk = examined().then(ReviewersAssigned, "2026-03-26")
    assert lacks(walk) == [ARL[70].code]
    said = Draft(outcome=Outcome.UPHELD)
    walk.record(drafting.record_findings(walk.case, walk.head(ON), (said.finding,)))
    assert lacks(walk) == []
