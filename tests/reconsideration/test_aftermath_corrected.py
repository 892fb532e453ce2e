"""补正: what a correction may put right, and on whom it is served (RULES 91)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import clerical, lawful_after
from services.reconsideration.domain.drafted import JointDraft
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    Condition,
    Outcome,
)
from shared.contracts.reconsideration.aftermath import (
    ClericalErrorsCorrected,
    Conclusion,
    CorrectionServed,
    DecisionTookEffect,
)
from shared.law.article import RULES
from shared.law.procedure import Refused
from tests.reconsideration.closing import article
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.following import Following, following, service
from tests.reconsideration.makers import (
    ANNA,
    PAPER,
    day,
    decided,
    examined,
    received,
)


def test_a_correction_puts_slips_right_and_changes_nothing() -> None:
    """补正只改笔误，不得改变决定的内容 (RULES 91)."""
    file = following()
    with pytest.raises(Refused) as refusal:
        clerical.correct(file.file, decided().case, file.head("2026-07-22"), PAPER, substance=True)
    assert article(refusal) == RULES[91]
    file.record(
        clerical.correct(file.file, decided().case, file.head("2026-07-22"), PAPER, substance=False)
    )
    assert file.last_day("serve_correction") == "2026-07-29"


def test_a_correction_is_served_on_all_before_the_next_one() -> None:
    """补正通知书送达原文书的每一名受送达人 (RULES 91)."""
    case = decided().case
    file = following().then(ClericalErrorsCorrected, "2026-07-22")
    head = file.head("2026-07-24")
    for partly in ([], [service("2026-07-23"), service("2026-07-23")]):
        with pytest.raises(Refused):
            clerical.serve_correction(file.file, case, head, partly)
    with pytest.raises(Refused):
        clerical.serve_correction(
            file.file, case, head, [service("2026-07-21"), service("2026-07-23", None)]
        )
    with pytest.raises(Refused):
        clerical.correct(file.file, case, head, PAPER, substance=False)
    all_of_them = [service("2026-07-23"), service("2026-07-24", None)]
    fact = clerical.serve_correction(file.file, case, head, all_of_them)
    assert file.record(fact).file.corrected_on is None
    assert isinstance(fact, CorrectionServed)


def test_a_correction_is_served_on_each_as_it_is_and_runs_until_the_last() -> None:
    """补正通知书可以分次送达，期限到已收到原文书的最后一名为止 (RULES 91)."""
    case = decided().case
    file = following().then(ClericalErrorsCorrected, "2026-07-22")
    row = file.file.procedure.by_name["serve_correction"]
    one = clerical.serve_correction(
        file.file, case, file.head("2026-07-23"), [service("2026-07-23")]
    )
    assert (one.others_unserved, row.is_closed_by(one)) == (True, False)
    assert lawful_after.correction_served_on_all(file.file, one) is None
    file.record(one)
    assert file.file.corrected_on == day("2026-07-22")
    with pytest.raises(Refused):  # 各一次
        clerical.serve_correction(
            file.file,
            case,
            file.head("2026-07-24"),
            [service("2026-07-24"), service("2026-07-24", None)],
        )
    with pytest.raises(Refused):
        clerical.correct(file.file, case, file.head("2026-07-24"), PAPER, substance=False)
    organ = [service("2026-07-24", None)]
    last = clerical.serve_correction(file.file, case, file.head("2026-07-24"), organ)
    assert (last.others_unserved, row.is_closed_by(last)) == (False, True)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert (file.record(last).file.corrected_on, file.file.correction_services) == (None, ())


def test_a_correction_waits_for_no_service_of_the_decision_on_others() -> None:
    """决定书最先送达以后即可补正；尚未收到决定书的，两份一并送达 (ARL 75; RULES 91)."""
    case = replace(decided().case, services=(service("2026-07-20"),))
    file = Following().then(DecisionTookEffect, "2026-07-20")
    fact = clerical.correct(file.file, case, file.head("2026-07-21"), PAPER, substance=False)
    file.record(fact)
    with pytest.raises(Refused) as both:
        clerical.serve_correction(
            file.file, case, file.head("2026-07-22"), [service("2026-07-22", None)]
        )
    assert (article(both), "一并送达" in both.value.message) == (RULES[91], True)
    first = [service("2026-07-22")]
    page = clerical.serve_correction(file.file, case, file.head("2026-07-22"), first)
    assert (page.others_unserved, page.with_decision) == (False, True)
    row = file.file.procedure.by_name["serve_correction"]
    assert row.is_closed_by(page), "nobody who has the decision waits for it"
    assert file.record(page).file.corrected_on == day("2026-07-21")
    had = replace(case, services=(*case.services, service("2026-08-03", None)))
    organ = [service("2026-08-03", None)]
    last = clerical.serve_correction(file.file, had, file.head("2026-08-03"), organ)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert file.record(last).file.corrected_on is None


def test_a_joint_decision_is_corrected_from_its_leading_file_alone() -> None:
    """合并作出的决定在主案补正，各案随之补正，各自送达 (ARR2026 43; RULES 91)."""
    case = decide(examined(), Draft(outcome=Outcome.UPHELD)).case
    assert case.drafted is not None
    leads = JointDraft(leading=case.case_id, together=(case.case_id, UUID(int=77)))
    follows = replace(leads, leading=UUID(int=77))
    first, other = (
        replace(case, drafted=replace(case.drafted, joint=one)) for one in (leads, follows)
    )
    file = following()
    head = file.head("2026-07-22")
    with pytest.raises(Refused, match="在主案补正") as elsewhere:
        clerical.correct(file.file, other, head, PAPER, substance=False)
    assert article(elsewhere) == RULES[91]
    fallen = clerical.correct(file.file, other, head, PAPER, substance=False, leads_still=False)
    assert fallen.head == head, "in the leading case it fell alone"
    assert clerical.correct(file.file, first, head, PAPER, substance=False).head == head
    file.record(clerical.correct_along(file.file, other, head, PAPER))
    with pytest.raises(Refused, match="尚未送达各方"):
        clerical.correct_along(file.file, other, file.head("2026-07-23"), PAPER)


def test_a_correction_of_a_refusal_is_served_on_the_applicants_alone() -> None:
    """不予受理决定书的补正通知书只送达申请人，被申请人没有收到过原文书 (RULES 91; ARL 34)."""
    refused = {"missing": Condition.INTEREST, "reason_id": PAPER}
    case = received("2026-07-06").then(ApplicationDeclined, "2026-07-20", **refused).case
    file = following(conclusion=Conclusion.DECLINED, refusal_for=(ANNA,))
    file.then(ClericalErrorsCorrected, "2026-07-22")
    head = file.head("2026-07-24")
    with_respondent = [service("2026-07-23"), service("2026-07-24", None)]
    with pytest.raises(Refused) as refusal:
        clerical.serve_correction(file.file, case, head, with_respondent)
    assert article(refusal) == RULES[91]
    fact = clerical.serve_correction(file.file, case, head, [service("2026-07-23")])
    assert [one.person_id for one in fact.services] == [ANNA]
    assert lawful_after.correction_served_on_all(file.file, fact) is None
    decision = following().then(ClericalErrorsCorrected, "2026-07-22")
    with pytest.raises(Refused):  # a decision had its respondent
        lawful_after.correction_served_on_all(decision.file, fact)
