"""附带审查: who may ask and when, what the case does meanwhile, what the decision must follow."""

from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.domain import attached_acts as acts
from services.reconsideration.domain import drafting, pausing_acts
from shared.contracts.reconsideration import ApplicationDeclined, Condition, Outcome
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    Document,
    Drop,
    Flaw,
)
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ResumptionOrdered,
    Suspension,
    SuspensionCauseGone,
)
from shared.contracts.reconsideration.people import ApplicantSucceeded
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.procedure import Refused
from tests.reconsideration.deciding import RIGHT, Draft, drafted
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, accepted, examined, received
from tests.reconsideration.reviewing import ReviewWalk, asked, doubted, refused, still


def ask(
    walk: Walk,
    on: str,
    document: Document = Document.LOCAL,
    *,
    unknown: bool = False,
    persons: frozenset | None = None,
) -> object:
    return acts.request(
        walk.case, walk.head(on), document, PAPER, unknown_before=unknown, persons=persons
    )


def suspend(walk: Walk, on: str) -> object:
    return pausing_acts.suspend(walk.case, walk.head(on), Suspension.DOCUMENT, PAPER, agreed=None)


def resulted(walk: Walk, flaw: Flaw, on: str) -> Walk:
    """The result of the first document is on file, and the case goes on."""
    return (
        walk.then(AttachedResultRecorded, on, flaw=flaw)
        .then(SuspensionCauseGone, on, cause=Suspension.DOCUMENT)
        .then(ReconsiderationResumed, on, cause=Suspension.DOCUMENT)
    )


@pytest.mark.parametrize("document", list(Document)[:4])
def test_a_document_below_the_rules_is_attacked_together_with_the_act(document: Document) -> None:
    """国务院部门、县级以上政府及其部门、乡镇、授权组织的规范性文件，可以一并申请 (ARL 13)."""
    walk = received("2026-07-02")
    walk.record(ask(walk, "2026-07-02", document))
    assert [(one.nth, one.document, one.is_pending) for one in walk.case.attached] == [
        (1, document, True)
    ]


@pytest.mark.parametrize("document", [Document.RULE, Document.LAW])
def test_rules_and_laws_are_not_reviewed_at_the_asking_of_an_applicant(document: Document) -> None:
    """规范性文件不含规章 (ARL 13)."""
    walk = received("2026-07-02")
    assert refused(lambda: ask(walk, "2026-07-02", document)) == ARL[13].par(2)


def test_what_is_accepted_after_all_is_still_asked_to_review_the_document() -> None:
    """不予受理后又受理的，未处理的附带审查申请转入新案卷，已撤回的不转 (ARL 13, 35)."""
    old = received("2026-07-02")
    for document in (Document.LOCAL, Document.TOWN):
        old.record(ask(old, "2026-07-02", document))
    old.record(acts.drop(old.case, old.head("2026-07-03"), 1, Drop.WITHDRAWN, PAPER, persons=None))
    old.then(ApplicationDeclined, "2026-07-03", missing=Condition.INTEREST, reason_id=PAPER)
    new = received("2026-07-20")
    for one in acts.still_asked(old.case, new.case.applicants):
        new.record(acts.ask_again(new.case, new.head("2026-07-20"), one))
    assert [(one.nth, one.document, one.text_id) for one in new.case.attached] == [
        (1, Document.TOWN, PAPER)
    ]
    assert acts.still_asked(doubted(accepted("2026-07-02"), "2026-07-06").case, (ANNA,)) == ()


def test_what_one_applicant_asked_does_not_follow_another_into_its_file() -> None:
    """只有一名申请人提出附带审查的，其他申请人分案后，新案卷没有这项申请 (ARL 13; RULES 136)."""
    old = received("2026-07-02", applicants=(ANNA, BERT))
    asked = acts.request(
        *(old.case, old.head("2026-07-02"), Document.TOWN, PAPER),
        unknown_before=False,
        persons=frozenset({BERT}),
    )
    old.record(asked)
    assert [one.document for one in acts.still_asked(old.case, (BERT,))] == [Document.TOWN]
    assert acts.still_asked(old.case, (ANNA,)) == ()


def test_who_did_not_know_of_the_document_asks_until_the_decision() -> None:
    """申请时尚不知道的，可以在决定以前提出 (ARR2026 53)."""
    walk = accepted("2026-07-02")
    walk.record(ask(walk, "2026-08-03", unknown=True))
    assert walk.case.attached[0].since == date(2026, 8, 3)


def test_who_knew_of_it_and_applied_without_it_comes_too_late() -> None:
    """已经知道的，应当与行政复议申请一并提出 (ARL 13; ARR2026 53; ARR2007 26)."""
    assert refused(lambda: ask(accepted("2026-07-02"), "2026-08-03")) == ARR2026[53].par(1)
    assert refused(lambda: ask(accepted("2026-03-05"), "2026-04-07")) == ARR2007[26]


def test_nobody_but_an_applicant_asks_for_it() -> None:
    """附带审查由申请人提出，第三人不能 (ARL 13)."""
    walk = received("2026-07-02")
    assert refused(lambda: ask(walk, "2026-07-02", persons=frozenset({BERT}))) == ARL[13].par(1)
    assert ask(walk, "2026-07-02", persons=frozenset({ANNA}))


def test_the_authority_doubts_a_rule_too_that_no_applicant_may_attack() -> None:
    """机关自行认为依据不合法的，不限于规范性文件 (ARL 57)."""
    walk = accepted("2026-07-02")
    walk.record(acts.doubt(walk.case, walk.head("2026-07-06"), Document.RULE, PAPER))
    assert walk.case.attached[0].article == ARL[57]


def test_a_case_stands_still_for_a_document_only_where_one_is_to_be_reviewed() -> None:
    """因附带审查中止的，须有附带审查申请或者认为依据不合法 (ARL 39)."""
    walk = accepted("2026-07-02")
    assert refused(lambda: suspend(walk, "2026-07-06")) == ARL[39].par(1, 9)
    asked(walk, "2026-07-06")
    assert suspend(walk, "2026-07-06")


def test_every_document_that_waits_begins_with_the_suspension() -> None:
    """期限自行政复议中止之日起计算 (ARR2026 53)."""
    walk = still(doubted(asked(accepted("2026-07-02"), "2026-07-02"), "2026-07-03"), "2026-07-06")
    begun = [(one.nth, one.ex_officio, one.begun_on) for one in walk.case.attached]
    assert begun == [(1, False, date(2026, 7, 6)), (2, True, date(2026, 7, 6))]


def test_the_case_is_not_resumed_before_every_review_has_its_result() -> None:
    """附带审查尚无结果的，中止的原因没有消除，不得恢复 (ARL 39)."""
    walk = still(asked(accepted("2026-07-02"), "2026-07-02"), "2026-07-06")
    cause = Suspension.DOCUMENT
    at = walk.head("2026-07-20")
    assert refused(lambda: pausing_acts.find_cause_gone(walk.case, at, cause, PAPER)) == ARL[
        39
    ].par(2)
    assert refused(lambda: pausing_acts.resume(walk.case, at, cause, PAPER)) == ARL[39].par(2)
    walk.then(AttachedResultRecorded, "2026-07-20")
    assert pausing_acts.resume(walk.case, walk.head("2026-07-20"), cause, PAPER)


def test_a_case_that_the_superior_orders_on_goes_on_and_still_waits_to_be_decided() -> None:
    """上级责令恢复的应当恢复，附带审查没有结果仍不得决定 (ARL 40, 56)."""
    walk = still(asked(examined(), "2026-03-20"), "2026-03-20")
    walk.then(ResumptionOrdered, "2026-03-23", cause=Suspension.DOCUMENT)
    at = walk.head("2026-03-23")
    walk.record(pausing_acts.resume(walk.case, at, Suspension.DOCUMENT, PAPER))
    assert refused(lambda: drafted(walk, Draft(outcome=Outcome.UPHELD))) == ARL[56]


def test_what_was_asked_for_is_dealt_with_before_the_decision() -> None:
    """申请附带审查的，应当依法处理，未处理的不得决定 (ARL 56)."""
    walk = asked(examined(), "2026-03-20")
    assert refused(lambda: drafted(walk, Draft(outcome=Outcome.REVOKED))) == ARL[56]


def test_what_the_authority_doubted_is_dealt_with_before_the_decision() -> None:
    """机关认为依据不合法的，应当处理或者转送，未处理的不得决定 (ARL 57)."""
    walk = doubted(examined(), "2026-03-20")
    assert refused(lambda: drafted(walk, Draft(outcome=Outcome.REVOKED))) == ARL[57]


def test_who_dismisses_the_application_does_not_come_to_the_documents_behind_the_act() -> None:
    """不符合受理条件的，驳回申请，不审查依据 (ARL 33)."""
    walk = drafted(asked(examined(), "2026-03-20"), Draft(outcome=Outcome.APPLICATION_DISMISSED))
    assert walk.case.drafted


def test_an_unlawful_clause_is_no_ground_to_uphold_the_act() -> None:
    """认定不合法的条款不得作为依据，维持的不予准许 (ARL 59, 64)."""
    walk = resulted(
        still(asked(examined(), "2026-03-20"), "2026-03-20"), Flaw.CONFLICT, "2026-04-01"
    )
    kept = Draft(outcome=Outcome.UPHELD)
    assert refused(lambda: drafted(walk, kept)) == ARL[64].par(1, 3)


def test_an_act_that_rests_on_an_unlawful_clause_is_revoked() -> None:
    """适用的依据不合法的，撤销 (ARL 59, 64)."""
    walk = resulted(
        still(asked(examined(), "2026-03-20"), "2026-03-20"), Flaw.CONFLICT, "2026-04-01"
    )
    found = {**RIGHT, "basis": "unlawful"}
    assert drafted(walk, Draft(outcome=Outcome.REVOKED, found=found)).case.drafted


def test_a_lawful_clause_leaves_the_decision_to_the_other_findings() -> None:
    """认为相关条款合法的，一并告知，决定依其他认定 (ARL 59)."""
    walk = resulted(still(asked(examined(), "2026-03-20"), "2026-03-20"), Flaw.NONE, "2026-04-01")
    assert drafted(walk, Draft(outcome=Outcome.UPHELD)).case.drafted


def test_an_omission_rests_on_no_clause_that_could_fall() -> None:
    """不履行职责的案件没有适用的依据可撤，不因附带审查另行认定 (ARL 66)."""
    walk = resulted(still(asked(examined(), "2026-03-20"), "2026-03-20"), Flaw.POWERS, "2026-04-01")
    said = Draft(outcome=Outcome.PERFORMANCE_ORDERED, perform_within="15wd")
    assert drafted(walk, said).case.drafted


def test_a_result_that_comes_after_the_draft_bars_the_submission() -> None:
    """拟稿以后提出的附带审查，送审以前也要处理 (ARL 56; ARR2026 53)."""
    walk = asked(drafted(examined(), Draft(outcome=Outcome.UPHELD)), "2026-04-17")
    at = walk.head("2026-04-17")
    submit = lambda: drafting.submit(walk.case, at, adopted=None, departure_id=None)  # noqa: E731
    assert refused(submit) == ARL[56]


def test_what_is_no_basis_of_the_act_is_not_reviewed_and_holds_nothing_up() -> None:
    """不是行政行为所依据的文件，不予附带审查 (ARL 13)."""
    walk = asked(examined(), "2026-03-20")
    at = walk.head("2026-03-23")
    walk.record(acts.drop(walk.case, at, None, Drop.NO_BASIS, PAPER, persons=None))
    assert drafted(walk, Draft(outcome=Outcome.UPHELD)).case.drafted


def test_an_applicant_takes_back_what_it_asked_for_and_not_what_the_authority_found() -> None:
    """申请人可以撤回附带审查申请；机关自行认为不合法的，不能撤回 (ARL 13, 57)."""
    walk = doubted(asked(accepted("2026-07-02"), "2026-07-02"), "2026-07-03")
    anna = frozenset({ANNA})

    def drop(nth: int | None, persons: frozenset = anna) -> object:
        at = walk.head("2026-07-06")
        return acts.drop(walk.case, at, nth, Drop.WITHDRAWN, PAPER, persons=persons)

    assert refused(lambda: drop(2)) == ARL[57]
    assert refused(lambda: drop(None)) == ARL[13].par(1)  # there are two
    assert refused(lambda: drop(1, frozenset({BERT}))) == ARL[13].par(1)
    walk.record(drop(1))
    assert refused(lambda: drop(1)) == ARL[13].par(1)


def test_the_result_is_put_on_file_as_the_review_says_it() -> None:
    """结果由附带审查的一卷告知，转送的写明由其他机关处理 (ARL 59, 60)."""
    review = ReviewWalk().take().ask().reply().conclude(Flaw.POWERS)
    walk = still(asked(accepted("2026-07-02"), "2026-07-02"), "2026-07-06")
    fact = acts.record_result(walk.head("2026-07-20"), review.facts[-1])
    assert (fact.nth, fact.flaw, fact.by_other) == (1, Flaw.POWERS, False)
    walk.record(fact)
    assert walk.case.attached[0].is_unlawful
    with pytest.raises(Refused):
        pausing_acts.find_cause_gone(walk.case, walk.head("2026-07-20"), Suspension.DEATH, PAPER)


def test_an_applicant_withdraws_only_the_review_that_it_asked_for() -> None:
    """附带审查由提出的申请人撤回，别的申请人不能替他撤回；一并提出的谁都可以 (ARL 13)."""
    walk = received("2026-07-02", applicants=(ANNA, BERT))
    walk.record(ask(walk, "2026-07-02", persons=frozenset({ANNA})))
    assert walk.case.attached[0].asked_by == (ANNA,)

    def withdraw(of: Walk, who: UUID) -> object:
        head = of.head("2026-07-03")
        persons = frozenset({who})
        return acts.drop(of.case, head, 1, Drop.WITHDRAWN, PAPER, persons=persons)

    assert refused(lambda: withdraw(walk, BERT)) == ARL[13].par(1)
    assert withdraw(walk, ANNA)
    both = received("2026-07-02", applicants=(ANNA, BERT))
    both.record(ask(both, "2026-07-02"))
    assert both.case.attached[0].asked_by == ()
    assert withdraw(both, BERT)
    heir = UUID(int=91)
    after = walk.then(ApplicantSucceeded, "2026-07-02", applicant=ANNA, successors=(heir,))
    assert after.case.attached[0].asked_by == (heir,)
    assert withdraw(after, heir)
