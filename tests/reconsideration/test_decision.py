"""From acceptance to the decision (ARL chapters 4 and 5)."""

import pytest

from services.reconsideration.domain import decision, remedies
from services.reconsideration.domain.ordinary import ORDINARY, State
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    ConsultationGround,
    ConsultationRequested,
    CopySent,
    DecisionExtended,
    OpinionRecorded,
    Outcome,
    ReconsiderationTerminated,
    ReplyFiled,
    Standing,
    ViewsHeard,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.hearing_held import HearingHeld
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CalendarDays
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    PAPER,
    accepted,
    day,
    decided,
    examined,
    received,
    replying,
)
from tests.reconsideration.toward_decision import REVOKE, refused

DISMISS = Draft(outcome=Outcome.APPLICATION_DISMISSED)


def test_the_copy_goes_out_within_seven_working_days_over_qingming() -> None:
    """自受理之日起七日内发送副本 (ARL 48, 88)."""
    assert accepted("2026-04-01").last_day("send_copy") == day("2026-04-13")


def test_the_respondents_ten_working_days_run_from_receipt() -> None:
    """自收到副本之日起十日内答复 (ARL 48)."""
    assert replying("2026-03-10").last_day("reply") == day("2026-03-24")


def test_a_reply_that_did_not_come_cannot_come_later() -> None:
    """逾期不答复，视为没有证据、依据 (ARL 70)."""
    walk = replying().lapse("reply", "2026-03-24")
    assert (walk.case.state, walk.case.reply_forfeited) == (State.EXAMINING, True)
    with pytest.raises(Refused):
        walk.then(ReplyFiled, "2026-03-25")


def test_no_decision_before_acceptance() -> None:
    """受理后方可作出决定 (ARL 61)."""
    assert refused(received(), REVOKE) == ARL[61]


def test_no_decision_before_the_copy_is_sent_nor_while_the_reply_runs() -> None:
    assert refused(accepted().then(ViewsHeard, "2026-03-06"), REVOKE) == ARL[48]
    assert refused(accepted().then(CopySent, "2026-03-06"), REVOKE) == ARL[48]
    assert refused(replying().then(ViewsHeard, "2026-03-11"), REVOKE) == ARL[48]


def test_no_decision_before_the_applicant_is_heard() -> None:
    """应当听取当事人的意见 (ARL 49)."""
    walk = replying().then(ReplyFiled, "2026-03-20")
    assert refused(walk, REVOKE) == ARL[49]
    walk.then(ViewsHeard, "2026-03-21", standing=Standing.RESPONDENT)
    assert refused(walk, REVOKE) == ARL[49]
    walk.then(ViewsUnavailable, "2026-03-23")
    assert decide(walk, REVOKE).case.state is State.DECIDED


def test_a_grave_case_is_not_decided_without_a_hearing() -> None:
    """审理重大、疑难、复杂的案件，应当组织听证 (ARL 50)."""
    grave = examined().then(ConsultationRequested, "2026-03-12", ground=ConsultationGround.GRAVE)
    walk = grave.then(OpinionRecorded, "2026-04-01")
    assert refused(walk, REVOKE) == ARL[50].par(1)
    walk.then(ViewsHeard, "2026-04-07", manner=ViewsManner.HEARING)
    assert refused(walk, REVOKE) == ARL[50].par(1)  # an opinion heard is no hearing
    walk.then(HearingHeld, "2026-04-08")
    assert decide(walk, REVOKE).case.outcome is Outcome.REVOKED


def test_dismissing_the_application_awaits_no_reply_but_hears_the_applicant() -> None:
    """受理后发现不符合受理条件的，驳回申请 (ARL 33)."""
    walk = accepted()
    assert refused(walk, DISMISS) == ARL[49]
    assert decide(walk.then(ViewsHeard, "2026-03-06"), DISMISS).case.state is State.DECIDED


def test_an_extension_is_added_to_the_day_before_rolling_and_rolled_once() -> None:
    """延长期限最多三十日 (ARL 62; CPL 85)."""
    walk = accepted("2025-06-04")
    assert walk.last_day("decide") == day("2025-08-04")
    fact = decision.extend(walk.case, walk.head("2025-07-30"), 30, PAPER, CALENDAR)
    assert fact.until == day("2025-09-02")
    [longer] = ORDINARY.by_name["decide"].prolongings
    reckoning = CalendarDays(60).reckon(
        day("2025-06-04"), CALENDAR, extensions=[longer.granted_by(fact)]
    )
    assert reckoning.last_day == day("2025-09-02")


def test_extensions_come_to_thirty_days_in_all() -> None:
    walk = accepted().then(DecisionExtended, "2026-04-20", days=20)
    with pytest.raises(Refused) as refusal:
        decision.extend(walk.case, walk.head("2026-04-21"), 11, PAPER, CALENDAR)
    assert refusal.value.article == ARL[62].par(1)
    fact = decision.extend(walk.case, walk.head("2026-04-21"), 10, PAPER, CALENDAR)
    assert fact.until == day("2026-06-03")


def test_a_period_that_is_over_is_not_extended_but_the_decision_stays_owed() -> None:
    """逾期未决定的，申请人可以起诉，决定仍应作出 (ARL 34, 62; ALL 45)."""
    walk = examined().lapse("decide", "2026-05-06")
    with pytest.raises(Refused):
        decision.extend(walk.case, walk.head("2026-05-07"), 1, PAPER, CALENDAR)
    assert remedies.suit_day(day("2026-05-06"), CALENDAR) == day("2026-05-21")
    assert decide(walk, REVOKE, on="2026-05-08").case.state is State.DECIDED


@pytest.mark.parametrize(
    ("draft", "article"),
    [
        (Draft(outcome=Outcome.UPHELD, redo=True), ARL[64].par(1)),
        (Draft(outcome=Outcome.PERFORMANCE_ORDERED), ARL[66]),
        (Draft(outcome=Outcome.UPHELD, perform_within="30d"), ARL[77].par(1)),
        (
            Draft(outcome=Outcome.REQUEST_DISMISSED, perform_by=day("2026-06-01")),
            ARL[77].par(1),
        ),
    ],
)
def test_what_is_ordered_goes_with_the_kind_of_decision(draft: Draft, article: Article) -> None:
    assert refused(examined(), draft) == article


def test_after_the_decision_nothing_is_withdrawn() -> None:
    """在行政复议决定作出前 (ARL 74)."""
    with pytest.raises(Refused):
        decided().then(ApplicationWithdrawn, "2026-04-18")
    with pytest.raises(Refused):
        decided().then(ReconsiderationTerminated, "2026-04-18")
