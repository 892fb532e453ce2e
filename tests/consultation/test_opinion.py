"""The committee is asked and gives its opinion (ARL 52)."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import CONSULTATION, State
from services.consultation.domain.panel import convene, give
from shared.contracts.consultation import (
    ConsultationCancelled,
    ConsultationReceived,
    OpinionOverdue,
)
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.law.article import ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry
from shared.law.procedure import Refused

DISPUTE, FILE, REQUEST, PAPER = (UUID(int=n) for n in range(1, 5))
THREE = ("member-1", "member-2", "member-3")


def head(case: Consultation, on: str, by: str = "secretary-1") -> Head:
    day = date.fromisoformat(on)
    return case.head(by=by, on=day, at=datetime.combine(day, time(9), CITY))


def received(on: str = "2026-03-20") -> tuple[Consultation, Fact]:
    blank = Consultation(procedure=CONSULTATION, dispute_id=DISPUTE, case_id=FILE)
    fact = ConsultationReceived(
        head=head(blank, on, CLOCK),
        request_case_id=REQUEST,
        authority="620702-government",
        ground=ConsultationGround.TECHNICAL,
        question_id=PAPER,
    )
    return blank.after(fact), fact


def seated(on: str = "2026-03-23") -> Consultation:
    case, _ = received()
    return case.after(convene(case, head(case, on), THREE))


def last_day(name: str, fact: Fact) -> date:
    until = CONSULTATION.by_name[name].until(fact, CALENDAR)
    assert until is not None
    return day_of_expiry(until)


def test_a_panel_is_seated_within_three_working_days() -> None:
    """三个工作日内组成咨询小组 (RULES 21)."""
    assert last_day("convene", received("2026-04-02")[1]) == date(2026, 4, 8)


def test_the_opinion_is_due_ten_working_days_after_the_panel_sat() -> None:
    """十个工作日内提出咨询意见 (RULES 22)."""
    case, _ = received()
    panel = convene(case, head(case, "2026-04-24"), THREE)
    assert last_day("give_opinion", panel) == date(2026, 5, 12)


@pytest.mark.parametrize(
    "members", [(), THREE[:1], THREE[:2], (*THREE, "member-4"), (*THREE[:2], "member-1")]
)
def test_a_panel_has_three_or_a_greater_odd_number_of_members(members: tuple[str, ...]) -> None:
    """咨询小组由三名以上单数委员组成 (RULES 21)."""
    case, _ = received()
    with pytest.raises(Refused) as refusal:
        convene(case, head(case, "2026-03-23"), members)
    assert refusal.value.article == RULES[21]


def test_no_opinion_without_a_panel() -> None:
    case, _ = received()
    with pytest.raises(Refused) as refusal:
        give(case, head(case, "2026-03-23"), Stance.AGREES, PAPER)
    assert refusal.value.article == RULES[21]


def test_an_opinion_names_the_reconsideration_that_asked_and_closes_the_file() -> None:
    case = seated()
    fact = give(case, head(case, "2026-03-30"), Stance.DISAGREES, PAPER)
    assert (fact.request_case_id, fact.stance) == (REQUEST, Stance.DISAGREES)
    assert case.after(fact).is_closed


def test_an_opinion_that_is_late_may_still_be_given() -> None:
    """逾期的，咨询意见仍应提出 (ARL 52)."""
    case = seated()
    late = CONSULTATION.by_name["give_opinion"].lapsed(head(case, "2026-04-07", CLOCK), "")
    assert isinstance(late, OpinionOverdue)
    case = case.after(late)
    assert case.state is State.SEATED
    assert case.after(give(case, head(case, "2026-04-08"), Stance.AMENDS, PAPER)).is_closed


def test_a_panel_that_is_late_may_still_be_seated() -> None:
    case, _ = received()
    late = CONSULTATION.by_name["convene"].lapsed(head(case, "2026-03-25", CLOCK), "")
    assert late.model_dump()["duty"] == "convene"
    case = case.after(late)
    assert case.after(convene(case, head(case, "2026-03-26"), THREE)).state is State.SEATED


def test_when_the_reconsideration_ends_nothing_is_asked_any_more() -> None:
    """终止行政复议的，咨询终结 (ARL 41)."""
    case = seated()
    case = case.after(
        ConsultationCancelled(head=head(case, "2026-03-25", CLOCK), request_case_id=REQUEST)
    )
    assert case.is_closed
    with pytest.raises(Refused) as refusal:
        case.after(give(case, head(case, "2026-03-26"), Stance.AGREES, PAPER))
    assert refusal.value.article == ARL[52].par(1)
