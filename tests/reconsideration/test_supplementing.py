"""补正: asked for once, in which days, and what follows where nothing comes (ARL 31)."""

import pytest

from services.reconsideration.domain.acceptance import extend_supplement
from services.reconsideration.domain.ordinary import State
from shared.contracts.reconsideration import (
    ApplicationSupplemented,
    ApplicationWithdrawn,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNotified,
)
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    PAPER,
    Walk,
    day,
    received,
)


def supplementing() -> Walk:
    """The notice went out on the 4th and was received on the 9th."""
    walk = received("2026-03-02").then(SupplementNotified, "2026-03-04")
    return walk.then(SupplementNoticeReceived, "2026-03-09")


def test_the_ten_days_to_supplement_run_from_receipt_of_the_notice() -> None:
    """自收到补正通知之日起十日 (ARL 31)."""
    assert supplementing().last_day("supplement") == day("2026-03-23")


def test_a_supplement_is_asked_for_once() -> None:
    """一次性载明需要补正的事项 (ARL 31)."""
    walk = supplementing().then(ApplicationSupplemented, "2026-03-12")
    with pytest.raises(Refused) as refusal:
        walk.then(SupplementNotified, "2026-03-13")
    assert refusal.value.article == ARL[31].par(1)


def test_a_supplement_starts_the_review_anew_and_its_silence_too_is_acceptance() -> None:
    """收到补正材料后，依照第三十条处理 (ARL 31)."""
    walk = supplementing().then(ApplicationSupplemented, "2026-03-12")
    assert walk.last_day("review_again") == day("2026-03-19")
    assert walk.lapse("review_again", "2026-03-19").case.state is State.ACCEPTED


def test_who_does_not_supplement_in_time_has_given_up() -> None:
    """无正当理由逾期不补正的，视为放弃 (ARL 31)."""
    walk = supplementing().lapse("supplement", "2026-03-23")
    assert walk.case.state is State.ABANDONED
    assert walk.case.is_closed


def test_a_good_reason_gives_a_later_day_and_never_an_earlier_one() -> None:
    """可以延长合理的补正期限 (ARL 31)."""
    walk = supplementing()
    with pytest.raises(Refused):
        extend_supplement(walk.case, walk.head("2026-03-20"), day("2026-03-23"), PAPER, CALENDAR)
    walk.then(SupplementExtended, "2026-03-20", until=day("2026-04-10"))
    assert walk.last_day("supplement_extended") == day("2026-04-10")


def test_a_second_extension_is_later_than_the_first_and_never_over_already() -> None:
    """再次延长的，晚于已经延长的期限，也不得早于决定之日 (ARL 31)."""
    walk = supplementing().then(SupplementExtended, "2026-03-20", until=day("2026-04-10"))
    for on, until in (("2026-04-02", "2026-03-24"), ("2026-04-02", "2026-04-10")):
        with pytest.raises(Refused) as refusal:
            extend_supplement(walk.case, walk.head(on), day(until), PAPER, CALENDAR)
        assert refusal.value.article == ARL[31].par(2)
    early = supplementing()
    with pytest.raises(Refused):
        extend_supplement(early.case, early.head("2026-03-30"), day("2026-03-27"), PAPER, CALENDAR)
    longer = extend_supplement(
        walk.case, walk.head("2026-04-02"), day("2026-04-20"), PAPER, CALENDAR
    )
    assert walk.record(longer).last_day("supplement_extended") == day("2026-04-20")


def test_before_acceptance_an_applicant_simply_takes_the_application_back() -> None:
    assert supplementing().then(ApplicationWithdrawn, "2026-03-12").case.is_closed
