"""四级七天、请求吹哨、退哨、签批、红色上报 (RULES 8, 18, 19, 37, 38), on the real calendar."""

from pathlib import Path

import pytest

from services.routing.commands import blowing, climbing
from services.routing.domain.whistle import State
from services.routing.store import ladder_of, routing_of
from shared.contracts.intake import ActKind, Risk, Urgency
from shared.contracts.routing import (
    LevelReached,
    LevelSolved,
    ReturnReason,
    Rung,
    Tier,
    WhistleKind,
    WhistleReturned,
    Why,
)
from shared.directory import DirectoryError, load
from shared.directory.build import OWN
from shared.errors import Malformed
from tests.routing.cases import CASE, moment
from tests.routing.cases import day as on
from tests.routing.day import ASSIST, LEAD, OTHER, POLICE, Day
from tests.routing.test_competence import raises_refusal

GRID = {"channel": "grid"}


def test_what_the_grid_finds_is_tried_by_the_grid_for_one_working_day() -> None:
    """网格发现的由网格先行化解一个工作日，不吹哨 (RULES 37)."""
    day = Day(**GRID)
    assert (day.ladder.level, day.whistles) == (Rung.GRID, [])
    assert day.until("level") == moment("2026-11-25T00:00")


def test_seven_working_days_over_four_levels_skip_the_national_holiday() -> None:
    """四级七天：一、二、二、二个工作日 (RULES 37)."""
    day = Day("2026-09-28T09:00", **GRID).at("2026-10-20T09:00")
    reached = [(one.level, one.head.on) for one in day.facts(LevelReached)]
    assert reached == [
        (Rung.GRID, on("2026-09-28")),
        (Rung.VILLAGE, on("2026-09-29")),
        (Rung.TOWNSHIP, on("2026-10-08")),
        (Rung.LEADERSHIP, on("2026-10-10")),
        (Rung.COUNTY, on("2026-10-13")),
    ]
    assert day.open.level is Rung.COUNTY


def test_what_is_solved_at_a_level_is_counted_there_and_nobody_is_called() -> None:
    """本级化解的，记在本级 (RULES 37)."""
    day = Day(**GRID)
    day.solve()
    [solved] = day.facts(LevelSolved)
    assert (solved.level, day.whistles) == (Rung.GRID, [])
    assert day.at("2026-12-31T09:00").whistles == []


def test_what_two_levels_could_not_solve_makes_the_township_blow() -> None:
    """逐级上报，到乡镇综治中心时吹哨 (RULES 37)."""
    day = Day(**GRID)
    assert day.give_up().level is Rung.VILLAGE
    day.give_up()
    assert (day.ladder.level, day.open.state) == (Rung.TOWNSHIP, State.BLOWN)
    assert (day.open.lead, day.open.centre) == (LEAD, "620702100-centre")


def test_from_the_whistle_on_a_level_ends_as_the_whistle_ends() -> None:
    """已经吹哨的以哨的办结为准 (RULES 37)."""
    with raises_refusal("RULES 37"):
        Day().give_up()


def test_a_dispute_of_a_county_or_the_city_begins_there() -> None:
    """没有乡镇的，自县级、市级起 (RULES 37)."""
    assert Day(place="620702", **GRID).ladder.level is Rung.COUNTY
    assert Day(place="620700").ladder.level is Rung.CITY


def test_danger_waits_for_no_level() -> None:
    """有危险的立即吹哨 (RULES 8, PML 25)."""
    day = Day(risk=Risk.RED, urgency=Urgency.EMERGENCY, **GRID)
    assert (day.ladder.level, day.open.whistle) == (Rung.TOWNSHIP, WhistleKind.EMERGENCY)
    assert day.open.lead == POLICE


def test_a_whistle_that_was_not_tried_below_is_returned_and_counted() -> None:
    """下一级尚未办理的退哨 (RULES 19)."""
    day = Day(**GRID)
    found = day.ask()
    assert (found.state, found.end) == (State.RETURNED, "not_tried_below")
    [page] = day.facts(WhistleReturned)
    assert (page.whistler, page.level) == ("620702100-centre", Rung.TOWNSHIP)
    assert day.ladder.level is Rung.GRID


def test_an_emergency_is_not_returned_for_that() -> None:
    """应急哨不因下一级尚未办理而退 (RULES 19)."""
    day = Day(**GRID)
    found = day.ask(tier=Tier.EMERGENCY)
    assert (found.state, day.ladder.level) == (State.BLOWN, Rung.TOWNSHIP)
    assert len(day.whistles) == 1


def test_a_second_whistle_over_the_same_dispute_is_a_duplicate() -> None:
    """同一纠纷已有未办结的哨的退哨 (RULES 19)."""
    day = Day()
    first = day.open
    found = day.ask()
    assert (found.end, day.facts(WhistleReturned)[0].other_id) == ("duplicate", first.case_id)
    assert day.file(first.case_id).state is State.BLOWN


def test_a_whistler_names_lead_assistants_and_tasks() -> None:
    """吹哨人可以指定主办、协办和任务 (RULES 9)."""
    day = Day()
    day.close_all()
    found = day.ask(lead=OTHER, assist=[LEAD, ASSIST])
    assert (found.lead, found.whistle) == (OTHER, WhistleKind.CONCENTRATED)
    call = next(p.fact for p in day.world.pages if getattr(p.fact, "department", "") == OTHER)
    assert (call.why, call.task_id is not None) == (Why.NAMED, True)


@pytest.mark.parametrize(
    ("lead", "assist"),
    [(LEAD, [LEAD]), (LEAD, [OTHER, OTHER]), ("620702-nosuch", []), ("620702100-centre", [])],
    ids=["leads and assists", "named twice", "is not known", "is no department"],
)
def test_a_whistle_names_each_department_once_and_only_departments(
    lead: str, assist: list[str]
) -> None:
    """主办不得同时为协办 (RULES 9)."""
    day = Day()
    day.close_all()
    with pytest.raises(Malformed):
        day.ask(lead=lead, assist=assist)


def test_a_whistle_to_a_merged_department_calls_its_successor(tmp_path: Path) -> None:
    """部门撤并的，召集接续其职责的部门 (RULES 9)."""
    merged = '\n[[merged]]\ncode = "620702-guihua"\ninto = "620702-ziran"\n'
    file = tmp_path / "directory.toml"
    file.write_text(OWN.read_text(encoding="utf-8") + merged, encoding="utf-8")
    day = Day()
    day.close_all()
    day.world.directory = load(file)
    assert day.ask(lead="620702-guihua", assist=[LEAD]).lead == "620702-ziran"
    day.close_all()
    with pytest.raises(Malformed, match="只写一次"):
        day.ask(lead="620702-guihua", assist=["620702-ziran"])


@pytest.mark.parametrize(
    ("code", "into", "says"),
    [
        ("620702-sifa", "620702-ziran", "仍在名录中"),
        ("620702-guihua", "620702-nosuch", "不在名录中"),
    ],
)
def test_a_merged_department_is_gone_and_its_successor_is_there(
    code: str, into: str, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "directory.toml"
    merged = f'\n[[merged]]\ncode = "{code}"\ninto = "{into}"\n'
    file.write_text(OWN.read_text(encoding="utf-8") + merged, encoding="utf-8")
    with pytest.raises(DirectoryError, match=says):
        load(file)


def test_a_statutory_matter_takes_no_whistle() -> None:
    """法定途径的事项由当事人申请，吹哨不是申请 (RULES 7)."""
    day = Day(matter="chufa", act=ActKind.PENALTY, respondent="620702-zhujian")
    with raises_refusal("RULES 7"):
        day.ask()


def test_above_a_red_risk_the_leader_signs_within_the_hour_before_anybody_is_called() -> None:
    """红色风险的哨由负责人签批后召集 (RULES 18)."""
    day = Day(risk=Risk.RED)
    day.close_all()
    found = day.ask()
    assert (found.state, found.tracks) == (State.PROPOSED, {})
    assert day.until("sign_off") == moment("2026-11-23T11:00")
    found = day.do(blowing.sign, found.case_id, by="leader-1")
    assert (found.state, found.lead) == (State.BLOWN, LEAD)
    assert found.tracks == {LEAD: "called", ASSIST: "called", POLICE: "informed"}


def test_what_the_leader_does_not_sign_is_returned() -> None:
    """负责人不同意的退哨 (RULES 18, 19)."""
    day = Day(risk=Risk.RED)
    day.close_all()
    found = day.ask()
    reason = ReturnReason.NOT_SIGNED
    found = day.do(blowing.give_back, found.case_id, reason, "不必", by="leader-1")
    assert (found.state, found.end) == (State.RETURNED, "not_signed")


def test_a_false_whistle_is_returned_after_it_was_blown() -> None:
    """情况不实的退哨，各部门不再负期限 (RULES 19)."""
    day = Day()
    found = day.do(
        blowing.give_back, day.open.case_id, ReturnReason.FALSE, "没有漏水", by="centre-1"
    )
    assert (found.state, day.until("answer", LEAD)) == (State.RETURNED, None)
    with pytest.raises(Malformed):
        day.do(blowing.give_back, found.case_id, ReturnReason.DUPLICATE, "重复", by="centre-1")


def test_a_red_risk_goes_up_within_the_hour() -> None:
    """红色一小时内上报 (RULES 38)."""
    day = Day()
    case_id = ladder_of(CASE)
    with raises_refusal("RULES 38"):
        day.do(climbing.report, case_id, by="centre-1")
    day.do(climbing.set_risk, case_id, Risk.RED, "聚集", centre=False, by="grid-1")
    assert day.until("red_report") == moment("2026-11-23T11:00")
    found = day.do(climbing.report, case_id, by="centre-1")
    assert (found.reported, day.until("red_report")) == (True, None)
    with raises_refusal("RULES 38"):
        day.do(climbing.report, case_id, by="centre-1")


def test_a_red_risk_that_is_not_reported_is_on_record() -> None:
    """逾期未上报的，记录在卷 (RULES 13, 38)."""
    day = Day(risk=Risk.RED).at("2026-11-23T12:00")
    assert "overdue" in day.kinds(ladder_of(CASE))


def test_a_dispute_that_is_solved_takes_no_further_whistle() -> None:
    day = Day(**GRID)
    day.solve()
    with raises_refusal("RULES 37"):
        day.ask()


def test_from_the_whistle_on_only_the_whistle_solves() -> None:
    """综治中心及以上不得径行记为已化解 (RULES 37)."""
    with raises_refusal("RULES 37"):
        Day().solve()


def test_the_ladder_writes_nothing_on_the_file_of_the_statutory_road() -> None:
    """逐级化解不影响法定期限 (RULES 37)."""
    day = Day(matter="wuye", willingness="refused")
    road = day.file(routing_of(CASE))
    day.at("2026-12-10T09:00")
    assert day.ladder.level is Rung.CITY
    assert day.file(routing_of(CASE)) == road
