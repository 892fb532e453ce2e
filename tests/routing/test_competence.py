"""权属异议、裁定、先例、召回 (RULES 26, 27, 46), on the real calendar."""

import pytest

from services.routing.domain.precedent import precedent_of
from services.routing.domain.whistle import Standing
from shared.contracts.routing import CallRole, DepartmentCalled, Why
from shared.errors import Malformed
from shared.law.day import NEVER
from shared.law.procedure import Refused
from tests.routing.cases import moment
from tests.routing.day import ASSIST, LEAD, OTHER, POLICE, WHY, Day, urgent


def raises_refusal(article: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda no: no.article.code == article)


def test_an_objection_stops_the_department_s_clocks_and_starts_the_centre_s() -> None:
    """异议期间部门的期限停止计算，综治中心一个工作日内裁定 (RULES 26, 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    assert day.open.tracks[LEAD] == Standing.OBJECTED
    assert (day.until("check_in", LEAD), day.until("answer", LEAD)) == (None, NEVER)
    assert day.until("ruling", LEAD) == moment("2026-11-25T00:00")
    assert day.until("answer", ASSIST) == moment("2026-11-26T00:00")


def test_who_must_do_it_after_all_checks_in_anew_and_goes_on_with_what_was_left() -> None:
    """裁定应当承办的，自裁定起重新计算报到；反馈期限扣除裁定所用的时间 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.at("2026-11-24T15:00").uphold(LEAD)
    assert day.open.tracks[LEAD] == Standing.CALLED
    assert day.until("check_in", LEAD) == moment("2026-11-26T00:00")
    assert day.until("answer", LEAD) == moment("2026-11-27T00:00")


def test_an_urgent_objector_that_must_do_it_has_its_two_hours_from_the_ruling() -> None:
    """紧急的，裁定后两小时内报到 (RULES 4, 27)."""
    day = urgent()
    day.dispute(LEAD, OTHER)
    day.at("2026-11-23T13:10").uphold(LEAD)
    assert day.until("check_in", LEAD) == moment("2026-11-23T16:00")
    assert day.until("visit", LEAD) == moment("2026-11-24T14:00")


def test_whoever_stands_in_for_the_lead_leads_with_clocks_of_its_own() -> None:
    """改由其他部门主办的，其期限自召集起算，前手的耽搁不算在它头上 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.at("2026-11-24T15:00").rule_out(LEAD, OTHER)
    assert (day.open.lead, day.open.tracks[LEAD]) == (OTHER, Standing.RULED_OUT)
    assert day.until("answer", OTHER) == moment("2026-11-27T00:00")
    assert day.until("finish", OTHER) == moment("2026-12-01T00:00")
    assert day.until("answer", LEAD) is None
    call = day.facts(DepartmentCalled)[-1]
    assert (call.role, call.why, call.instead_of) == (CallRole.LEAD, Why.RULING, LEAD)


def test_an_assisting_department_may_come_to_lead_and_then_owes_the_finish() -> None:
    """由协办部门改任主办的，办结期限自改任起算 (RULES 27)."""
    day = Day()
    day.check_in(ASSIST)
    day.dispute(LEAD, ASSIST)
    day.rule_out(LEAD, ASSIST)
    assert day.open.lead == ASSIST
    assert day.until("finish", ASSIST) == moment("2026-11-28T00:00")
    assert "lead_named" in day.kinds()


def test_a_lead_is_not_ruled_out_without_another_one() -> None:
    """始终有一个主办部门 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    with raises_refusal("RULES 27"):
        day.rule_out(LEAD)


def test_an_assisting_department_may_be_ruled_out_without_another_one() -> None:
    day = Day()
    day.dispute(ASSIST, OTHER)
    day.rule_out(ASSIST)
    assert day.open.silent == (LEAD,)


def test_whoever_checked_in_does_not_push_back() -> None:
    """首接负责，报到后不得推诿 (RULES 26)."""
    day = Day()
    day.check_in(LEAD)
    with raises_refusal("RULES 26"):
        day.dispute(LEAD, OTHER)


def test_who_let_the_check_in_lapse_has_no_objection_any_more() -> None:
    """逾期未报到的，不得再提异议；沉默不是异议 (RULES 26)."""
    day = Day().at("2026-11-25T08:00")
    with raises_refusal("RULES 26"):
        day.dispute(LEAD, OTHER)


def test_a_department_objects_once() -> None:
    """每哨一次 (RULES 26)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.uphold(LEAD)
    with raises_refusal("RULES 26"):
        day.dispute(LEAD, ASSIST)


def test_three_departments_do_not_push_a_matter_around_in_a_circle() -> None:
    """甲指乙、乙指丙、丙不得再指甲 (RULES 26)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.rule_out(LEAD, OTHER)
    day.dispute(OTHER, POLICE)
    day.rule_out(OTHER, POLICE)
    with raises_refusal("RULES 26"):
        day.dispute(POLICE, LEAD)
    assert day.open.lead == POLICE


def test_an_objection_names_another_department_that_exists() -> None:
    day = Day()
    with raises_refusal("RULES 26"):
        day.dispute(LEAD, LEAD)
    with pytest.raises(Malformed, match="名录中没有机构"):
        day.dispute(LEAD, "620702-nosuch")


def test_a_ruling_is_kept_as_a_precedent_the_newest_in_the_place_of_the_older() -> None:
    """裁定存为先例 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.rule_out(LEAD, OTHER)
    kept = day.file(precedent_of("620702", "linli", LEAD))
    assert (kept.upheld, kept.instead, kept.rulings) == (False, OTHER, 1)
    assert kept.basis == WHY["basis"]


def test_a_department_that_was_ruled_out_may_be_called_back_with_its_history() -> None:
    """召回，原有记录保留，期限自召回起算 (RULES 46)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.rule_out(LEAD, OTHER)
    day.at("2026-11-30T10:00").recall(LEAD)
    assert day.open.tracks[LEAD] == Standing.CALLED
    assert day.open.part(LEAD).objected == OTHER
    assert day.until("check_in", LEAD) == moment("2026-12-02T00:00")
    assert day.open.lead == OTHER


def test_who_is_under_the_whistle_is_not_called_a_second_time() -> None:
    day = Day()
    with raises_refusal("RULES 46"):
        day.recall(ASSIST)


def test_a_centre_that_does_not_rule_is_late_itself_and_the_department_waits_on() -> None:
    """逾期未裁定的，记录在卷；部门不因此逾期 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    day.at("2026-12-04T09:00")
    own = [p for p in day.world.pages if getattr(p.fact, "department", "") == LEAD]
    assert "routing.ruling_lapsed.v1" in [p.fact.kind for p in own]
    assert not {"routing.answer_lapsed.v1", "routing.check_in_lapsed.v1"} & {
        p.fact.kind for p in own
    }
    day.uphold(LEAD)
    assert day.until("answer", LEAD) == moment("2026-12-09T00:00")
