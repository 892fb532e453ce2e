"""People's mediation from proposal to an end without agreement (PML 17 to 27)."""

from datetime import date

import pytest

from services.mediation.domain import conduct
from services.mediation.domain.mediation import BOTH
from services.mediation.domain.peoples import PEOPLES, State
from shared.contracts.fact import CLOCK
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementMade,
    ConsentGiven,
    EscalationReported,
    Ground,
    MediationActOverdue,
    MediationFailed,
    MediationRefused,
    MediatorAppointed,
    OtherRoute,
    SessionHeld,
    TermExpired,
    TermExtended,
)
from shared.law.article import PML, RULES
from shared.law.procedure import Refused
from tests.mediation.makers import agreed, consented, mediating, proposed


def test_one_side_alone_does_not_begin_a_mediation() -> None:
    """只有一方同意的，不得开始调解 (PML 17)."""
    walk = proposed().then(ConsentGiven, "2026-03-03", sides=(Side.APPLICANT,))
    assert walk.case.state is State.PROPOSED
    with pytest.raises(Refused) as no:
        conduct.undertake(walk.case, head=walk.head("2026-03-03"))
    assert no.value.article == PML[17]


def test_a_third_party_does_not_stand_in_for_the_opponent() -> None:
    """第三人同意不能代替对方同意 (PML 17)."""
    walk = proposed().then(ConsentGiven, "2026-03-03", sides=(Side.APPLICANT, Side.THIRD))
    assert not walk.case.both_consented


def test_the_consent_of_the_second_side_completes_that_of_the_first() -> None:
    """双方先后同意的，自后一方同意时起调解 (PML 17)."""
    walk = proposed().then(ConsentGiven, "2026-03-03", sides=(Side.APPLICANT,))
    page = conduct.consent(walk.case, BOTH, head=walk.head("2026-03-05"))
    assert page.sides == (Side.OPPONENT,)
    assert walk.record(page).case.both_consented


def test_nobody_consents_twice() -> None:
    """已经同意的，不重复记录 (PML 17)."""
    walk = proposed().then(ConsentGiven, "2026-03-03", sides=(Side.APPLICANT,))
    with pytest.raises(Refused):
        conduct.consent(walk.case, (Side.APPLICANT,), head=walk.head("2026-03-04"))


def test_a_clear_refusal_ends_it_and_every_other_route_is_told() -> None:
    """当事人一方明确拒绝调解的，不得调解 (PML 17)."""
    walk = proposed().then(MediationRefused, "2026-03-04")
    [page] = walk.facts[-1:]
    assert isinstance(page, MediationRefused)
    assert walk.case.is_closed
    assert set(page.routes) == set(OtherRoute)
    with pytest.raises(Refused):
        walk.then(ConsentGiven, "2026-03-05")


def test_once_mediating_a_party_ends_it_rather_than_refuses_it() -> None:
    """调解开始后当事人可以要求终止调解 (PML 23)."""
    walk = mediating()
    with pytest.raises(Refused):
        walk.then(MediationRefused, "2026-03-10")
    walk.then(MediationFailed, "2026-03-10", ground=Ground.PARTY_ENDED)
    assert walk.case.state is State.FAILED


def test_the_committee_owes_an_answer_on_consent_over_the_qingming_rest() -> None:
    """征询意愿五个工作日，跳过清明假期 (RULES 31)."""
    assert proposed("2026-04-01").last_day("ask_consent") == date(2026, 4, 9)


def test_silence_on_consent_is_no_refusal() -> None:
    """逾期未征得意愿的，不视为拒绝 (PML 17)."""
    walk = proposed("2026-04-01").lapse("ask_consent", "2026-04-09")
    assert walk.case.state is State.PROPOSED
    assert walk.then(ConsentGiven, "2026-04-10").case.both_consented


def test_a_mediator_is_appointed_or_chosen_and_may_be_replaced() -> None:
    """指定或者由当事人选择一名或者数名调解员 (PML 19, 23)."""
    walk = mediating().then(MediatorAppointed, "2026-03-06", mediators=("a-1", "a-2"), chosen=True)
    assert walk.case.mediators == ("a-1", "a-2")
    assert walk.case.state is State.MEDIATING
    with pytest.raises(Refused) as no:
        conduct.appoint((), chosen=False, head=walk.head("2026-03-06"))
    assert no.value.article == PML[19]


def test_there_is_no_session_before_there_is_a_mediator() -> None:
    """未确定调解员，不得记录调解 (PML 19, 27)."""
    walk = consented()
    with pytest.raises(Refused):
        conduct.hold_session(walk.case, BOTH, 0, walk.case.case_id, head=walk.head("2026-03-05"))
    with pytest.raises(Refused):
        walk.then(SessionHeld, "2026-03-05")


def test_danger_is_reported_at_any_time_before_an_agreement() -> None:
    """发现可能引起治安、刑事案件的，及时报告，调解不因此终止 (PML 25)."""
    for walk in (proposed(), consented(), mediating()):
        stood = walk.case.state
        assert walk.then(EscalationReported, "2026-03-09").case.state is stood
    with pytest.raises(Refused):
        agreed().then(EscalationReported, "2026-03-21")


def test_failure_tells_arbitration_administration_and_the_courts() -> None:
    """调解不成的，告知仲裁、行政、司法等途径 (PML 26)."""
    walk = mediating()
    page = conduct.fail(Ground.NO_AGREEMENT, head=walk.head("2026-03-30"))
    assert page.routes == (
        OtherRoute.ARBITRATION,
        OtherRoute.ADMINISTRATIVE,
        OtherRoute.JUDICIAL,
    )
    assert walk.record(page).case.is_closed


def test_the_term_of_thirty_days_ends_on_the_first_day_that_is_no_rest_day() -> None:
    """调解期限三十日；届满日为休息日的顺延 (RULES 33, CPL 85)."""
    # 2026-03-05 and thirty days is 4 April, in the rest of Qingming 清明, which ends on the 6th.
    assert consented("2026-03-05").last_day("term") == date(2026, 4, 7)


def test_the_term_by_itself_ends_no_mediation() -> None:
    """调解期限届满的，由调解员终止或者约定延长，不自动终止 (PML 23, 26)."""
    walk = mediating().lapse("term", "2026-04-02")
    assert walk.case.state is State.TERM_OVER
    assert isinstance(walk.facts[-1], TermExpired)
    assert walk.last_day("end") == date(2026, 4, 8)
    walk.lapse("end", "2026-04-08")
    assert walk.case.state is State.TERM_OVER


@pytest.mark.parametrize("kind", [AgreementMade, MediationFailed, TermExtended])
def test_after_the_term_there_may_be_agreement_failure_or_more_time(
    kind: type[AgreementMade | MediationFailed | TermExtended],
) -> None:
    """期满后仍可达成协议、终止调解或者约定延长 (RULES 33)."""
    walk = mediating().lapse("term", "2026-04-02").then(kind, "2026-04-03")
    assert walk.case.state is not State.TERM_OVER
    assert PEOPLES.by_name["end"] in PEOPLES.closes(walk.facts[-1])


def test_a_longer_term_ends_on_the_day_agreed_and_takes_the_place_of_the_first() -> None:
    """约定延长的，按约定之日届满 (RULES 33)."""
    walk = mediating()
    page = conduct.extend(walk.case, date(2026, 5, 15), head=walk.head("2026-03-30"))
    walk.record(page)
    assert walk.last_day("longer_term") == date(2026, 5, 15)
    assert PEOPLES.by_name["term"] in PEOPLES.closes(page)


def test_a_term_is_not_extended_into_the_past() -> None:
    """延长后的期限不得早于约定之日 (RULES 33)."""
    walk = mediating()
    with pytest.raises(Refused) as no:
        conduct.extend(walk.case, date(2026, 3, 30), head=walk.head("2026-03-30"))
    assert no.value.article == RULES[33]


def test_an_overdue_duty_changes_nothing_but_is_on_file() -> None:
    """逾期未办只作记录 (RULES 13)."""
    walk = consented().lapse("appoint", "2026-03-06")
    [page] = walk.facts[-1:]
    assert isinstance(page, MediationActOverdue)
    assert (page.duty, page.head.by) == ("appoint", CLOCK)
    assert walk.case.state is State.CONSENTED
