"""办结、回访、重新办理、提级, and what holds a department up (RULES 12, 24, 25, 28, 29, 36, 39)."""

from dataclasses import replace

import pytest

from services.routing.commands import centre, departments, following
from services.routing.domain.closing import Said
from services.routing.domain.ladder import Ladder
from services.routing.domain.ladder import State as LadderState
from services.routing.domain.whistle import Standing, State
from services.routing.store import ladder_of
from shared.contracts.routing import (
    CalledBack,
    Chair,
    Finding,
    LevelHeld,
    LevelLapsed,
    LevelSolved,
    RoutingActOverdue,
    Rung,
    SiteVisited,
    Tier,
    WhistleClosed,
)
from shared.errors import Malformed
from shared.law.day import NEVER
from shared.law.period import CalendarDays, WorkingDays
from shared.law.procedure import Refused
from tests.routing.cases import CASE, moment
from tests.routing.day import ASSIST, BAD, GOOD, LEAD, NOBODY, OTHER, Day, urgent
from tests.routing.test_competence import raises_refusal


def done(day: Day) -> Day:
    """Everybody has answered, and the lead has finished."""
    for code, stands in day.open.tracks.items():
        if stands in ("called", "checked_in"):
            day.answer(code)
    day.finish(day.open.lead)
    return day


def test_the_lead_s_finish_opens_the_callback_and_a_good_one_closes() -> None:
    """主办办结后一个工作日内回访，满意的办结，记在所处层级 (RULES 24, 36, 37)."""
    day = done(Day())
    assert day.open.state is State.FINISHED
    assert day.until("callback") == moment("2026-11-25T00:00")
    day.call_back(GOOD)
    [closed] = day.facts(WhistleClosed)
    assert (closed.end, closed.level) == ("solved", Rung.TOWNSHIP)
    assert day.ladder.state == "settled_here"


def test_while_a_callback_is_awaited_the_level_s_time_stands_still() -> None:
    """待回访期间不再上报 (RULES 37)."""
    day = done(Day())
    assert day.until("level") is None
    day.at("2026-12-01T09:00")
    assert day.ladder.level is Rung.TOWNSHIP
    assert "overdue" in day.kinds()


def test_a_finish_on_the_last_day_of_a_level_keeps_it_from_lapsing() -> None:
    """最后一日办结的，待回访期间本级不届满；重新办理时至少还有一个工作日 (RULES 37)."""
    day = done(Day().at("2026-11-25T16:00"))
    day.at("2026-11-26T10:00")
    assert (day.ladder.level, day.open.state) == (Rung.TOWNSHIP, State.FINISHED)
    day.call_back(BAD)
    assert day.until("level") == moment("2026-11-28T00:00")


def test_a_level_that_lapsed_at_the_same_hour_takes_no_callback_away() -> None:
    """级别期限与办结同时发生的，待回访的哨不因此重新召集 (RULES 36, 37)."""
    day = done(Day())
    held = day.facts(LevelHeld)
    assert len(held) == 1
    ladder = day.world.memory.files[ladder_of(CASE)]
    assert isinstance(ladder.value, Ladder)
    ladder.value = replace(ladder.value, state=LadderState.GOING_UP)
    lapse = LevelLapsed(head=held[0].head)
    day.do(following.lapse, lapse)
    assert (day.ladder.level, day.ladder.held) == (Rung.LEADERSHIP, True)
    assert (day.open.state, day.open.level) == (State.FINISHED, Rung.TOWNSHIP)
    day.call_back(GOOD)
    assert day.open.end == "solved"


def test_who_is_not_satisfied_has_it_done_once_more_by_lead_and_assistants() -> None:
    """不满意的重新办理一次，各部门的期限重新计算 (RULES 39)."""
    day = done(Day())
    day.at("2026-11-24T10:00").call_back(BAD)
    assert (day.open.state, day.open.reopened) == (State.BLOWN, True)
    assert day.open.tracks == {LEAD: Standing.CALLED, ASSIST: Standing.CALLED}
    assert day.until("finish", LEAD) == moment("2026-12-01T00:00")
    assert day.until("answer", ASSIST) == moment("2026-11-27T00:00")
    assert day.until("close") == moment("2026-12-01T00:00")


def test_who_is_still_not_satisfied_takes_it_one_level_up() -> None:
    """仍不满意的提级办理 (RULES 39)."""
    day = done(Day())
    day.call_back(BAD)
    done(day).call_back(BAD)
    assert (day.open.level, day.ladder.level) == (Rung.LEADERSHIP, Rung.LEADERSHIP)
    assert (day.open.state, day.open.tracks[LEAD]) == (State.BLOWN, Standing.CALLED)


def test_at_the_city_there_is_no_further_up() -> None:
    """市级仍不满意的，按未解决办结 (RULES 39)."""
    day = Day(place="620700")
    for _ in range(2):
        done(day).call_back(BAD)
    assert (day.open.state, day.open.end) == (State.CLOSED, "unsolved")
    assert day.ladder.state == "no_longer_tried"


def test_whoever_cannot_be_reached_three_times_is_not_counted() -> None:
    """三次联系不到的可以办结 (RULES 36)."""
    day = done(Day())
    day.call_back(NOBODY)
    with raises_refusal("RULES 36"):
        day.call_back(NOBODY)  # 同一天只记一次
    day.at("2026-11-24T10:00").call_back(NOBODY)
    assert day.open.state is State.FINISHED
    day.at("2026-11-25T10:00").call_back(NOBODY)
    assert (day.open.state, day.open.end) == (State.CLOSED, "unreached")
    assert (day.ladder.state, day.facts(LevelSolved)) == ("no_longer_tried", [])
    assert [one.attempt for one in day.facts(CalledBack)] == [1, 2, 3]
    assert all(one.satisfied is None for one in day.facts(CalledBack))


def test_the_time_to_call_back_runs_on_to_the_day_of_the_next_attempt() -> None:
    """联系不到的，改日再行回访的期限接续计算，不作中心逾期；不再联系的仍为逾期 (RULES 36)."""
    day = done(Day())
    assert day.until("callback") == moment("2026-11-25T00:00")
    day.call_back(NOBODY)
    assert day.until("callback") == moment("2026-11-26T00:00")
    day.at("2026-11-25T10:00").call_back(NOBODY)
    assert day.until("callback") == moment("2026-11-27T00:00")
    assert day.facts(RoutingActOverdue) == []
    day.at("2026-11-27T09:00")
    assert [one.duty for one in day.facts(RoutingActOverdue)] == ["callback"]
    day.call_back(NOBODY)
    assert (day.open.end, day.facts(CalledBack)[-1].again) == ("unreached", None)


def test_a_callback_says_both_or_neither() -> None:
    with pytest.raises(Malformed):
        Said(reached=True, solved=True)
    with pytest.raises(Malformed):
        Said(reached=False, satisfied=True)


def test_nobody_is_called_back_before_the_lead_has_finished() -> None:
    day = Day()
    with pytest.raises(Refused) as no:
        day.call_back(GOOD)
    assert no.value.article.code == "RULES 36"


def test_what_the_lead_could_not_solve_is_not_finished_as_solved() -> None:
    """未解决的不得以已解决办结 (RULES 24)."""
    day = Day()
    day.answer(ASSIST)
    day.answer(LEAD, Finding.NOT_SOLVED)
    with raises_refusal("RULES 24"):
        day.finish()


def test_a_matter_of_the_departments_that_is_not_solved_goes_up_with_a_new_whistle() -> None:
    """部门事项未解决的报上一级，由上一级吹哨 (RULES 12, 37)."""
    day = Day("2026-11-23T09:20", matter="wuye")
    for code in list(day.open.tracks):
        day.answer(code, Finding.NOT_SOLVED)
    day.close()
    first, second = day.whistles
    assert (first.state, first.end) == (State.CLOSED, "unsolved")
    assert (second.state, second.level) == (State.BLOWN, Rung.LEADERSHIP)
    assert day.ladder.level is Rung.LEADERSHIP


def test_while_the_party_is_awaited_neither_answer_nor_finish_comes_closer() -> None:
    """等待当事人期间，反馈和办结期限停止计算 (RULES 28)."""
    day = Day()
    day.check_in(LEAD)
    day.do(departments.wait, day.open.case_id, LEAD, "合同", by="officer-1")
    assert (day.until("answer", LEAD), day.until("finish", LEAD)) == (NEVER, NEVER)
    assert day.until("wait", LEAD) == moment("2026-12-01T00:00")
    with raises_refusal("RULES 28"):
        day.answer(LEAD)
    day.at("2026-11-25T09:00")
    day.do(departments.go_on, day.open.case_id, LEAD, by="officer-1")
    assert day.until("answer", LEAD) == moment("2026-11-28T00:00")


def test_a_party_that_never_comes_does_not_hold_a_department_up_for_ever() -> None:
    """等待期满，期限恢复计算 (RULES 28)."""
    day = Day()
    day.check_in(LEAD)
    day.do(departments.wait, day.open.case_id, LEAD, "合同", by="officer-1")
    day.at("2026-12-01T08:00")
    assert "wait_lapsed" in day.kinds()
    assert day.until("answer", LEAD) == moment("2026-12-03T00:00")


def test_more_time_is_asked_for_in_time_once_and_no_more_than_five_working_days() -> None:
    """延期须在期限届满前申请，每哨一次，不超过五个工作日 (RULES 29)."""
    day = Day()
    case_id = day.open.case_id

    def ask(more: WorkingDays | CalendarDays) -> None:
        day.do(departments.ask_for_more, case_id, LEAD, more, "检测", by="officer-1")

    with raises_refusal("RULES 29"):
        ask(WorkingDays(6))
    with pytest.raises(Malformed):
        ask(CalendarDays(3))
    with raises_refusal("RULES 29"):
        day.do(centre.grant, case_id, LEAD, by="centre-1")
    ask(WorkingDays(3))
    day.do(centre.grant, case_id, LEAD, by="centre-1")
    assert day.until("answer", LEAD) == moment("2026-12-01T00:00")
    assert day.until("finish", LEAD) == moment("2026-12-03T00:00")
    assert day.until("answer", ASSIST) == moment("2026-11-26T00:00")
    with raises_refusal("RULES 29"):
        ask(WorkingDays(1))


def test_time_that_was_denied_is_not_added() -> None:
    day = Day()
    case_id = day.open.case_id
    day.do(departments.ask_for_more, case_id, LEAD, WorkingDays(2), "检测", by="officer-1")
    day.do(centre.deny, case_id, LEAD, "无须检测", by="centre-1")
    assert day.until("answer", LEAD) == moment("2026-11-26T00:00")


def test_an_urgent_lead_comes_to_the_place_within_a_day() -> None:
    """紧急的，主办部门二十四小时内到场 (RULES 20)."""
    day = urgent()
    assert day.until("visit", LEAD) == moment("2026-11-24T10:00")
    assert day.until("visit", ASSIST) is None
    day.check_in(LEAD)
    said = {"record": "到场", "pictures": ["0" * 64], "by": "officer-1"}
    day.do(departments.visit, day.open.case_id, LEAD, **said)
    assert day.until("visit", LEAD) is None
    with pytest.raises(Malformed, match="SHA-256"):
        day.do(departments.visit, day.open.case_id, LEAD, **(said | {"pictures": ["no"]}))


def test_a_visit_lies_between_the_department_s_own_call_and_now() -> None:
    """到场时间不得早于本部门的召集，也不得晚于现在 (RULES 20)."""
    day = urgent().at("2026-11-23T11:00")
    day.recall(OTHER)
    day.check_in(LEAD, OTHER)

    def visit(code: str, at: str) -> None:
        said = {"record": "到场", "pictures": [], "at": moment(at), "by": "officer-1"}
        day.do(departments.visit, day.open.case_id, code, **said)

    for code, at in (
        (LEAD, "2026-11-23T09:19"),
        (LEAD, "2026-11-23T11:01"),
        (OTHER, "2026-11-23T10:30"),
    ):
        with raises_refusal("RULES 20"):
            visit(code, at)
    visit(LEAD, "2026-11-23T10:30")
    visit(OTHER, "2026-11-23T11:00")
    assert [one.head.moment for one in day.facts(SiteVisited)] == [
        moment("2026-11-23T10:30"),
        moment("2026-11-23T11:00"),
    ]


def test_a_complex_matter_is_met_on_and_then_planned() -> None:
    """复杂的三个工作日内会商、七个工作日内形成方案，先会商后方案 (RULES 25)."""
    day = Day(channel="grid")
    day.give_up()
    day.give_up()
    day.close_all()
    day.ask(tier=Tier.COMPLEX, lead=LEAD, assist=[ASSIST])
    assert day.until("meeting") == moment("2026-11-27T00:00")
    assert day.until("plan") == moment("2026-12-03T00:00")
    case_id = day.open.case_id
    with raises_refusal("RULES 25"):
        day.do(centre.make_plan, case_id, [LEAD], "方案", by="centre-1")
    day.do(centre.meet, case_id, [LEAD, ASSIST], "纪要", "方案", chair=Chair.LEADER, by="centre-1")
    assert (day.until("meeting"), day.until("plan")) == (None, None)


def test_a_partial_result_is_told_and_the_clock_runs_on() -> None:
    """阶段反馈不停止期限 (RULES 11)."""
    day = Day()
    day.check_in(LEAD)
    day.do(departments.progress, day.open.case_id, LEAD, "先关闸", by="officer-1")
    assert day.until("answer", LEAD) == moment("2026-11-26T00:00")
