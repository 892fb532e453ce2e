"""The agreement: when it binds, its performance, its confirmation (PML 28 to 33)."""

from datetime import date

import pytest

from services.mediation.domain import agreement
from services.mediation.domain.agreement import Hands
from services.mediation.domain.mediation import BOTH, Confirmation
from services.mediation.domain.peoples import PEOPLES, State
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    ConfirmationApplied,
    ConfirmationRuled,
    Form,
    SessionHeld,
)
from shared.law.article import CPL, PML
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.mediation.makers import COURT, PAPER, agreed, consented, day, mediating


def test_an_oral_agreement_binds_from_the_day_on_which_the_parties_agree() -> None:
    """口头调解协议自达成协议之日起生效 (PML 30)."""
    walk = mediating()
    page = agreement.agree(
        walk.case, Form.ORAL, PAPER, perform_by=None, head=walk.head("2026-03-20")
    )
    assert page.effective_on == date(2026, 3, 20)
    assert walk.record(page).case.state is State.AGREED


def test_a_written_agreement_binds_from_the_last_hand_put_to_it() -> None:
    """协议书自当事人、调解员签名并加盖印章之日起生效，以最后者为准 (PML 29)."""
    hands = Hands(
        parties_on=day("2026-03-20"), mediator_on=day("2026-03-19"), sealed_on=day("2026-03-23")
    )
    assert hands.effective_on == date(2026, 3, 23)


def test_there_is_no_agreement_without_a_mediator() -> None:
    """调解协议须经调解达成 (PML 28)."""
    walk = consented()
    with pytest.raises(Refused) as no:
        agreement.agree(walk.case, Form.ORAL, PAPER, perform_by=None, head=walk.head("2026-03-20"))
    assert no.value.article == PML[28]


def test_performance_is_not_due_before_the_agreement() -> None:
    """履行期限不得早于协议生效之日 (PML 29)."""
    walk = mediating()
    with pytest.raises(Refused) as no:
        agreement.agree(
            walk.case,
            Form.ORAL,
            PAPER,
            perform_by=day("2026-03-19"),
            head=walk.head("2026-03-20"),
        )
    assert no.value.article == PML[29]


def test_performance_is_due_on_the_day_that_the_agreement_states() -> None:
    """按照协议载明的期限履行 (PML 29, 31)."""
    walk = agreed("2026-03-20", perform_by=day("2026-05-12"))
    assert walk.last_day("perform") == date(2026, 5, 12)


def test_an_agreement_that_states_no_day_opens_no_period_of_performance() -> None:
    """协议未载明履行期限的，不设履行期限 (PML 29)."""
    walk = agreed()
    deadline = PEOPLES.by_name["perform"]
    assert deadline in PEOPLES.opens(walk.facts[-1])
    assert deadline.until(walk.facts[-1], CALENDAR) is None


def test_when_the_day_has_passed_the_committee_follows_up() -> None:
    """履行期满，委员会应当回访督促 (PML 31)."""
    walk = agreed("2026-03-20", perform_by=day("2026-04-03")).lapse("perform", "2026-04-03")
    assert walk.case.state is State.AGREED
    assert walk.last_day("follow_up") == date(2026, 4, 13)


def test_what_was_performed_in_time_but_found_later_is_on_file_with_both_days() -> None:
    """履行之日与查明之日分别记录 (PML 31)."""
    walk = agreed("2026-03-20", perform_by=day("2026-04-03")).lapse("perform", "2026-04-03")
    page = agreement.perform(walk.case, day("2026-04-01"), head=walk.head("2026-04-09"))
    assert (page.performed_on, page.head.on) == (date(2026, 4, 1), date(2026, 4, 9))
    assert walk.record(page).case.is_closed


@pytest.mark.parametrize("wrong", ["2026-03-19", "2026-04-10"])
def test_nothing_is_performed_before_the_agreement_or_after_it_was_found(wrong: str) -> None:
    """履行之日应当在生效之日与查明之日之间 (PML 31)."""
    walk = agreed("2026-03-20")
    with pytest.raises(Refused):
        agreement.perform(walk.case, day(wrong), head=walk.head("2026-04-09"))


def test_who_does_not_perform_may_be_sued() -> None:
    """不履行协议的，对方可以起诉 (PML 32)."""
    walk = agreed()
    page = agreement.not_perform(walk.case, partly=True, head=walk.head("2026-04-09"))
    walk.record(page)
    assert not page.enforceable
    assert agreement.ways_after_breach(walk.case) == (("向人民法院提起诉讼", PML[32]),)


def test_who_does_not_perform_a_confirmed_agreement_may_be_enforced_against() -> None:
    """经司法确认有效的，可以申请强制执行 (PML 33)."""
    walk = agreed().then(ConfirmationApplied, "2026-03-25")
    walk.then(ConfirmationRuled, "2026-04-20", confirmed=True)
    page = agreement.not_perform(walk.case, partly=False, head=walk.head("2026-05-06"))
    walk.record(page)
    assert page.enforceable
    assert agreement.ways_after_breach(walk.case) == (("向人民法院申请强制执行", PML[33].par(2)),)


def test_late_performance_still_ends_the_file() -> None:
    """逾期履行完毕的，结束监督 (PML 31)."""
    walk = agreed().then(AgreementNotPerformed, "2026-04-09")
    assert not walk.case.is_closed
    assert walk.then(AgreementPerformed, "2026-06-01").case.state is State.PERFORMED


def test_confirmation_is_open_for_thirty_days_from_effect_rolled_past_a_rest_day() -> None:
    """司法确认申请期三十日，届满日为休息日的顺延 (PML 33, CPL 85)."""
    # 1 April and thirty days is 1 May; the rest ends on the 5th.
    assert agreed("2026-04-01").last_day("confirmation") == date(2026, 5, 6)


def test_confirmation_is_asked_for_by_both_together() -> None:
    """由双方当事人共同申请 (PML 33, CPL 205)."""
    walk = agreed()
    with pytest.raises(Refused) as no:
        agreement.apply_for_confirmation(
            walk.case, (Side.APPLICANT,), COURT, head=walk.head("2026-03-25")
        )
    assert no.value.article == PML[33].par(1)
    page = agreement.apply_for_confirmation(walk.case, BOTH, COURT, head=walk.head("2026-03-25"))
    assert walk.record(page).case.confirmation is Confirmation.APPLIED


def test_after_thirty_days_confirmation_is_closed_and_the_agreement_binds_as_before() -> None:
    """逾期未共同申请的，不得再申请司法确认；协议效力不受影响 (PML 31, 33)."""
    walk = agreed("2026-03-20").lapse("confirmation", "2026-04-20")
    assert walk.case.state is State.AGREED
    with pytest.raises(Refused) as no:
        agreement.apply_for_confirmation(walk.case, BOTH, COURT, head=walk.head("2026-04-21"))
    assert no.value.article == PML[33].par(1)


def test_a_court_rules_once_and_only_when_asked() -> None:
    """人民法院对申请裁定一次 (CPL 206)."""
    walk = agreed()
    with pytest.raises(Refused) as no:
        agreement.rule_on_confirmation(walk.case, confirmed=True, head=walk.head("2026-04-20"))
    assert no.value.article == CPL[206]
    walk.then(ConfirmationApplied, "2026-03-25")
    walk.then(ConfirmationRuled, "2026-04-20", confirmed=False)
    assert walk.case.confirmation is Confirmation.REJECTED
    with pytest.raises(Refused):
        agreement.rule_on_confirmation(walk.case, confirmed=True, head=walk.head("2026-04-21"))
    with pytest.raises(Refused):
        agreement.apply_for_confirmation(walk.case, BOTH, COURT, head=walk.head("2026-04-21"))


def test_after_an_agreement_nothing_is_mediated_any_more() -> None:
    """达成协议后不再记录调解 (PML 28)."""
    with pytest.raises(Refused):
        agreed().then(SessionHeld, "2026-03-25")
    with pytest.raises(Refused):
        agreed().then(AgreementMade, "2026-03-25")
