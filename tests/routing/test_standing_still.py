"""停止计算: centre and level stand still while the party is awaited (RULES 28)."""

from uuid import UUID

import pytest

from services.routing.commands import departments
from services.routing.domain import closing
from services.routing.domain.centre_clocks import CENTRE_CLOCKS
from services.routing.domain.times import USUAL
from services.routing.store import WHISTLES
from shared.contracts.routing import (
    Finding,
    LevelHeld,
    LevelResumed,
    PartyAwaited,
    RoutingActOverdue,
    Rung,
    Tier,
)
from shared.law.day import NEVER
from shared.law.procedure import Refused
from shared.work import Work
from tests.routing.cases import moment
from tests.routing.day import ASSIST, LEAD, OTHER, POLICE, Day


def wait(day: Day, *codes: str) -> None:
    day.check_in(*(code for code in codes if day.open.tracks[code] == "called"))
    for code in codes:
        day.do(departments.wait, day.open.case_id, code, "合同", by="officer-1")


def go_on(day: Day, code: str) -> None:
    day.do(departments.go_on, day.open.case_id, code, by="officer-1")


def test_the_centre_s_time_to_close_stands_still_while_anybody_awaits_the_party() -> None:
    """只要还有一个部门在等待当事人，综治中心的办结期限就不恢复计算 (RULES 12, 28)."""
    day = Day()
    assert day.until("close") == moment("2026-11-28T00:00")
    wait(day, LEAD)
    day.at("2026-11-24T09:00")
    wait(day, ASSIST)
    assert day.until("close") == NEVER
    day.at("2026-11-25T09:00")
    go_on(day, LEAD)
    assert day.until("close") == NEVER
    day.at("2026-11-26T09:00")
    go_on(day, ASSIST)
    assert day.until("close") == moment("2026-12-03T00:00")  # 三个工作日没有计入


def test_a_party_that_never_comes_holds_the_centre_up_for_five_days_only() -> None:
    """等待期满，综治中心和本级的期限一并恢复，此前不作逾期 (RULES 28, 37)."""
    day = Day()
    wait(day, LEAD)
    assert day.until("level") is None
    day.at("2026-12-01T08:00")
    assert (day.until("close"), day.until("level")) == (
        moment("2026-12-05T00:00"),
        moment("2026-12-03T00:00"),
    )
    assert day.facts(RoutingActOverdue) == []
    assert day.ladder.level is Rung.TOWNSHIP


def test_the_level_goes_on_with_what_was_left_once_nobody_waits() -> None:
    """本级期限停止计算，恢复后接着走剩下的时间 (RULES 28, 37)."""
    day = Day()
    day.at("2026-11-24T09:00")
    wait(day, LEAD, ASSIST)
    [held] = day.facts(LevelHeld)
    assert (held.left, day.ladder.held) == ("1wd", True)
    day.at("2026-11-26T09:00")
    go_on(day, LEAD)
    assert day.facts(LevelResumed) == []
    go_on(day, ASSIST)
    assert day.until("level") == moment("2026-11-28T00:00")
    day.at("2026-11-28T09:00")
    assert day.ladder.level is Rung.LEADERSHIP


def test_whoever_is_ruled_out_while_it_waits_holds_nobody_up_any_more() -> None:
    """等待中的部门被裁定不承办的，期限恢复计算 (RULES 27, 28)."""
    day = Day()
    wait(day, ASSIST)
    day.at("2026-11-25T09:00").rule_out(ASSIST)
    assert day.until("close") == moment("2026-12-02T00:00")
    assert day.until("level") == moment("2026-11-28T00:00")


def test_a_whistle_that_is_returned_or_superseded_leaves_no_level_standing_still() -> None:
    """等待中退哨或者并入应急哨的，本级期限恢复计算 (RULES 8, 19, 37)."""
    returned = Day()
    wait(returned, LEAD)
    returned.close_all()
    assert returned.until("level") == moment("2026-11-26T00:00")
    danger = Day()
    wait(danger, LEAD)
    danger.ask(tier=Tier.EMERGENCY)
    assert danger.open.lead == POLICE
    assert (danger.ladder.held, danger.until("level")) == (False, moment("2026-11-26T00:00"))


def test_the_time_of_a_ruling_is_the_centre_s_own() -> None:
    """权属裁定是综治中心自己的事，其办结期限和本级期限照常计算 (RULES 27)."""
    day = Day()
    day.dispute(LEAD, OTHER)
    assert day.until("close") == moment("2026-11-28T00:00")
    assert day.until("level") == moment("2026-11-26T00:00")


def test_a_time_to_close_that_begins_anew_stands_still_as_the_old_one_did() -> None:
    """等待当事人期间提级的，重新起算的办结期限同样停止计算 (RULES 28, 37)."""
    day = Day()
    wait(day, LEAD)
    day.do(_raise, day.open.case_id)
    assert day.until("close") == NEVER
    day.at("2026-11-25T09:00")
    go_on(day, LEAD)
    assert day.until("close") == moment("2026-12-02T00:00")


def _raise(work: Work, case_id: UUID) -> None:
    """The level was over the moment that the department began to wait, and was heard first."""
    file = work.take(WHISTLES, case_id)
    head = work.head(file, by="clock")
    work.record(file, closing.raise_to(file, Rung.LEADERSHIP, file.centre, USUAL, head=head))


def test_a_lead_that_owes_nothing_any_more_holds_nobody_up() -> None:
    """主办反馈未解决、不再负办结期限的，不得以等待当事人停住综治中心和本级 (RULES 12, 28)."""
    day = Day()
    day.answer(LEAD, Finding.NOT_SOLVED)
    with pytest.raises(Refused, match="部门已经反馈，没有可以停止计算的期限"):
        day.do(departments.wait, day.open.case_id, LEAD, "合同", by="officer-1")
    assert day.until("close") == moment("2026-11-28T00:00")


def test_a_page_from_before_the_centre_s_time_could_stand_still_stops_it_not() -> None:
    """此前记录的等待当事人，综治中心的期限照常计算 (RULES 12, 28)."""
    day = Day()
    wait(day, LEAD)
    [page] = day.facts(PartyAwaited)
    older = page.model_copy(update={"of_centre": False})
    [pause] = next(clock.pauses for clock in CENTRE_CLOCKS if clock.name == "close")
    assert pause.begun_by(page) is not None
    assert pause.begun_by(older) is None
