"""吹哨报到 (RULES 4, 8 to 13), on the real calendar."""

from datetime import datetime
from uuid import uuid4

import pytest

from services.routing.domain.answering import answer, check_in
from services.routing.domain.closing import close, end_withdrawn
from services.routing.domain.duty_list import DutyList, Summons, summon
from services.routing.domain.times import USUAL
from services.routing.domain.whistle import WHISTLE, Standing, State
from services.routing.domain.whistle_clocks import CALLS
from shared.contracts.intake import Risk
from shared.contracts.routing import (
    AnswerLapsed,
    CheckInLapsed,
    Finding,
    Road,
    RoutingActOverdue,
    Tier,
    WhistleEnd,
    WhistleKind,
)
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.routing.cases import (
    DIRECTORY,
    answered,
    blown,
    call_for,
    checked_in,
    finished,
    moment,
    next_head,
)

LEAD, ASSIST = "620702-sifa", "620702-zhujian"
PLACE = "620702100"


def untils(tier: Tier, at: str) -> dict[str, datetime]:
    """Until when the lead has each of its periods."""
    _, pages = blown(tier=tier, at=at)
    call = next(page for page in pages if isinstance(page, CALLS))
    found = {row.name: row.until(call, CALENDAR) for row in WHISTLE.opens(call)}
    return {name: until for name, until in found.items() if until}


def test_an_ordinary_whistle_leaves_a_working_day_past_the_national_holiday() -> None:
    """一般的一个工作日内报到，国庆假期不计 (RULES 4)."""
    assert untils(Tier.ORDINARY, "2026-09-30T16:00") == {
        "check_in": moment("2026-10-09T00:00"),
        "answer": moment("2026-10-10T00:00"),
        "finish": moment("2026-10-13T00:00"),
    }


def test_an_urgent_whistle_leaves_two_full_hours() -> None:
    """紧急的两小时内报到，开始之时不计 (RULES 4, CPL 85)."""
    found = untils(Tier.URGENT, "2026-11-23T09:20")
    assert found["check_in"] == moment("2026-11-23T12:00")
    assert found["visit"] == moment("2026-11-24T10:00")


def test_danger_leaves_half_an_hour_also_on_a_rest_day() -> None:
    """应急的三十分钟内报到，休息日不例外 (RULES 4)."""
    found = untils(Tier.EMERGENCY, "2026-10-01T23:50")
    assert found["check_in"] == moment("2026-10-02T00:20")
    assert found["visit"] == moment("2026-10-02T02:00")


def test_every_called_department_has_clocks_of_its_own() -> None:
    """各部门期限分别计算 (RULES 4, 11)."""
    _, pages = blown(Summons(LEAD, (ASSIST,), inform=("620702-gongan",)))
    owed = [
        (row.name, row.subject_of(page))
        for page in pages
        for row in WHISTLE.opens(page)
        if row.until(page, CALENDAR)
    ]
    assert sorted(owed) == [
        ("answer", LEAD),
        ("answer", ASSIST),
        ("check_in", LEAD),
        ("check_in", ASSIST),
        ("close", ""),
        ("finish", LEAD),
    ]


def test_a_department_checks_in_once() -> None:
    """报到一次为限 (RULES 4)."""
    file = checked_in(blown()[0], LEAD)
    with pytest.raises(Refused) as no:
        checked_in(file, LEAD)
    assert no.value.article.code == "RULES 4"


def test_a_department_answers_only_after_it_came() -> None:
    """先报到，后反馈 (RULES 11)."""
    file, _ = blown()
    page = answer(file, LEAD, Finding.SOLVED, uuid4(), head=next_head(file))
    with pytest.raises(Refused) as no:
        file.after(page)
    assert no.value.article.code == "RULES 11"


@pytest.mark.parametrize("stranger", ["620702-jiaoyu", "620702-gongan"])
def test_whoever_was_not_called_or_only_informed_has_nothing_to_check_in_to(stranger: str) -> None:
    """未被召集的部门不得报到 (RULES 9)."""
    file, _ = blown(Summons(LEAD, inform=("620702-gongan",)))
    with pytest.raises(Refused) as no:
        check_in(file, stranger, head=next_head(file))
    assert no.value.article.code == "RULES 9"


def test_a_department_that_let_its_time_pass_still_owes_and_may_still_come() -> None:
    """逾期未报到不免除报到 (RULES 4)."""
    file, _ = blown()
    file = file.after(CheckInLapsed(head=next_head(file, "2026-11-24T09:00"), department=LEAD))
    assert file.tracks[LEAD] == Standing.CALLED
    assert checked_in(file, LEAD).tracks[LEAD] == Standing.CHECKED_IN


def test_a_late_answer_is_still_an_answer() -> None:
    """逾期未反馈不免除反馈 (RULES 11)."""
    file, _ = blown(Summons(LEAD))
    file = file.after(AnswerLapsed(head=next_head(file, "2026-11-25T09:00"), department=LEAD))
    file = answered(file, LEAD, Finding.SOLVED)
    assert file.tracks[LEAD] == Standing.ANSWERED
    assert file.part(LEAD).late == ("answer",)


def test_the_centre_closes_only_when_every_called_department_has_answered() -> None:
    """全部部门反馈后方可办结，被知会的不计 (RULES 12)."""
    file, _ = blown(Summons(LEAD, (ASSIST,), inform=("620702-gongan",)))
    file = answered(file, LEAD, Finding.NOT_SOLVED)
    with pytest.raises(Refused) as no:
        close(file, file.road, file.organs, head=next_head(file))
    assert no.value.article.code == "RULES 12"
    assert ASSIST in no.value.message
    file = answered(file, ASSIST, Finding.SOLVED)
    assert (
        file.after(close(file, file.road, file.organs, head=next_head(file))).state is State.CLOSED
    )


def test_a_civil_dispute_that_the_lead_could_not_solve_goes_on_to_mediation() -> None:
    """民间纠纷未解决的，移交人民调解 (RULES 12)."""
    file, _ = blown(Summons(LEAD))
    file = answered(file, LEAD, Finding.PARTLY)
    page = close(file, file.road, file.organs, head=next_head(file))
    assert (page.end, page.handed_to) == (WhistleEnd.HANDED_OVER, Road.PEOPLES_MEDIATION)
    assert page.organs == ("620702100-mediation",)


def test_a_matter_of_the_departments_that_was_not_solved_stays_unsolved() -> None:
    file, _ = blown(Summons(LEAD), road=Road.ADMINISTRATIVE_MEDIATION)
    file = answered(file, LEAD, Finding.NOT_SOLVED)
    assert close(file, file.road, file.organs, head=next_head(file)).end is WhistleEnd.UNSOLVED


def test_what_the_lead_found_decides_not_what_an_assisting_department_found() -> None:
    """以主办部门的结果为准 (RULES 12)."""
    file, _ = blown()
    file = answered(file, ASSIST, Finding.NOT_SOLVED)
    file = answered(file, LEAD, Finding.SOLVED)
    assert finished(file, LEAD).state is State.FINISHED


def test_what_the_lead_holds_to_be_solved_ends_only_by_evidence_and_a_callback() -> None:
    """办结须附依据并经回访，不得自行销号 (RULES 24, 36)."""
    file = answered(blown(Summons(LEAD))[0], LEAD, Finding.SOLVED)
    with pytest.raises(Refused) as no:
        close(file, file.road, file.organs, head=next_head(file))
    assert no.value.article.code == "RULES 36"


def test_the_lead_finishes_only_when_everybody_has_answered() -> None:
    """协办部门全部反馈之前，主办部门不得办结 (RULES 24)."""
    file = answered(blown()[0], LEAD, Finding.SOLVED)
    with pytest.raises(Refused) as no:
        finished(file, LEAD)
    assert (no.value.article.code, ASSIST in no.value.message) == ("RULES 24", True)
    assert finished(answered(file, ASSIST, Finding.PARTLY), LEAD).state is State.FINISHED


def test_a_dispute_taken_back_ends_the_whistle_and_nobody_may_still_come() -> None:
    """撤回的，哨随之终止 (RULES 3)."""
    file, _ = blown()
    file = file.after(end_withdrawn(file, head=next_head(file)))
    assert file.is_closed
    with pytest.raises(Refused):
        checked_in(file, LEAD)


def test_a_late_closing_is_on_record_and_the_whistle_stays_open() -> None:
    """逾期未办结 (RULES 13)."""
    file, _ = blown()
    file = file.after(RoutingActOverdue(head=next_head(file), duty="close"))
    assert file.state is State.BLOWN


def test_the_duty_list_names_one_lead_and_in_danger_the_police_lead() -> None:
    """职责清单定主办，应急以公安为主办 (RULES 9, PML 25)."""
    ordinary = summon("linli", PLACE, Risk.BLUE, Road.PEOPLES_MEDIATION, DutyList(DIRECTORY))
    danger = summon("linli", PLACE, Risk.BLUE, Road.POLICE, DutyList(DIRECTORY))
    assert (ordinary.lead, ordinary.assist) == (LEAD, (ASSIST,))
    assert danger.called == ("620702-gongan", LEAD, ASSIST)


def test_at_red_risk_the_police_are_told() -> None:
    """可能引起治安、刑事案件的，及时报告公安 (PML 25)."""
    red = summon("linli", PLACE, Risk.RED, Road.PEOPLES_MEDIATION, DutyList(DIRECTORY))
    assert red.inform == ("620702-gongan",)
    police = summon("zhian", PLACE, Risk.RED, Road.PEOPLES_MEDIATION, DutyList(DIRECTORY))
    assert police.inform == ()


def test_three_departments_make_a_concentrated_whistle_and_danger_an_emergency_one() -> None:
    """多部门为攻坚哨，有危险为应急哨 (RULES 8)."""

    def kind_of(tier: Tier, summons: Summons) -> WhistleKind:
        return call_for(summons, tier, Road.COURT).kind_of(USUAL)

    assert kind_of(Tier.ORDINARY, Summons("a", ("b",))) is WhistleKind.DAILY
    assert kind_of(Tier.URGENT, Summons("a", ("b", "c"))) is WhistleKind.CONCENTRATED
    assert kind_of(Tier.EMERGENCY, Summons("a")) is WhistleKind.EMERGENCY
