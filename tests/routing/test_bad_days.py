"""What must not happen on a bad day: late hearing, doubled requests, danger, silence of a lead."""

from uuid import uuid4

import pytest

from services.routing import roads
from services.routing.commands import departments, following
from services.routing.commands.asking import sign as asking_sign
from services.routing.commands.climbing import set_risk
from services.routing.domain.whistle import State
from services.routing.store import MOST_WHISTLES, ladder_of, routing_of
from shared.contracts.intake import ActKind, Risk
from shared.contracts.routing import (
    DepartmentOverdue,
    Finding,
    LevelReached,
    Road,
    RoadNotified,
    Rung,
    Tier,
    WhistleFinished,
)
from shared.errors import Malformed
from shared.law.day import NEVER
from tests.routing.cases import CASE, moment
from tests.routing.day import ASSIST, BAD, LEAD, OTHER, POLICE, WHY, Day
from tests.routing.test_callbacks import done
from tests.routing.test_competence import raises_refusal

GRID = {"channel": "grid"}


def test_returned_requests_take_no_whistle_s_place() -> None:
    """退哨不占吹哨的次数，不会使逐级化解停住 (RULES 19, 37)."""
    day = Day(**GRID)
    for _ in range(MOST_WHISTLES + 3):
        assert day.ask().end == "not_tried_below"
    day.at("2026-12-20T09:00")
    assert (day.ladder.level, day.open.state) == (Rung.CITY, State.BLOWN)


def test_a_request_that_is_sent_again_is_no_duplicate() -> None:
    """同一请求重发，仍是同一个哨 (RULES 19)."""
    day = Day()
    day.close_all()
    request = uuid4()
    first = day.ask(request=request)
    assert day.ask(request=request) == first
    again = uuid4()
    returned = day.ask(request=again)
    assert (returned.end, day.ask(request=again)) == ("duplicate", returned)


def test_the_centre_closes_neither_what_nobody_signed_nor_what_waits_for_a_callback() -> None:
    """未签批的、待回访的，不得径行办结 (RULES 18, 36)."""
    red = Day(risk=Risk.RED)
    red.close_all()
    red.ask()
    with raises_refusal("RULES 18"):
        red.close()
    finished = Day()
    finished.answer(ASSIST)
    finished.answer(LEAD, Finding.PARTLY)
    finished.finish()
    with raises_refusal("RULES 36"):
        finished.close()


def test_a_finish_that_is_heard_after_the_second_callback_holds_nothing() -> None:
    """迟到的消息按现状处理，不使新的一级停住 (RULES 37)."""
    day = done(Day())
    day.call_back(BAD)
    done(day)
    late = day.facts(WhistleFinished)[-1]
    day.call_back(BAD)
    day.do(following.hold, late)
    assert (day.ladder.level, day.ladder.held) == (Rung.LEADERSHIP, False)
    day.at("2026-12-01T09:00")
    assert day.ladder.level is Rung.COUNTY


def test_the_lead_is_not_late_while_others_owe_their_answers() -> None:
    """等待协办反馈的时间不算在主办部门头上 (RULES 24)."""
    day = Day()
    day.answer(LEAD)
    assert day.until("finish", LEAD) == NEVER
    day.at("2026-12-09T09:00")
    assert [one.department for one in day.facts(DepartmentOverdue)] == []
    day.answer(ASSIST)
    assert day.until("finish", LEAD) == moment("2026-12-16T00:00")


def test_a_lead_that_could_not_solve_it_owes_no_finish() -> None:
    """主办反馈未解决的，由综治中心办结 (RULES 12)."""
    day = Day()
    day.answer(ASSIST)
    day.answer(LEAD, Finding.NOT_SOLVED)
    assert day.until("finish", LEAD) is None


def test_a_lead_that_says_solved_and_does_no_more_does_not_hold_the_dispute_for_ever() -> None:
    """反馈已解决而逾期不办结的，可以改由他人主办，也可以按未解决办结 (RULES 12, 27)."""
    day = Day()
    day.answer(ASSIST)
    day.answer(LEAD)
    with raises_refusal("RULES 27"):
        day.rule_out(LEAD, OTHER)
    day.at("2026-11-30T09:00").rule_out(LEAD, OTHER)
    assert day.open.lead == OTHER
    other = Day()
    other.answer(ASSIST)
    other.answer(LEAD)
    other.at("2026-11-30T09:00").close()
    assert other.whistles[0].state is State.CLOSED


def test_danger_takes_the_place_of_an_open_whistle_and_the_police_lead() -> None:
    """出现危险的，改吹应急哨，由公安机关主办，不作重复退回 (RULES 8, 9)."""
    day = Day()
    found = day.ask(tier=Tier.EMERGENCY)
    assert (found.lead, found.state) == (POLICE, State.BLOWN)
    assert [one.end for one in day.whistles] == ["superseded", ""]
    assert day.ask(tier=Tier.EMERGENCY).end == "duplicate"


def test_in_danger_the_police_are_told_even_where_another_lead_is_named() -> None:
    """红色风险和应急的，知会公安机关 (RULES 10)."""
    day = Day(risk=Risk.RED)
    found = day.ask(tier=Tier.EMERGENCY, lead=LEAD)
    assert (found.lead, found.tracks[POLICE]) == (LEAD, "informed")


def test_a_whistle_that_the_centre_returned_is_not_blown_again_by_the_clock() -> None:
    """情况不实退哨后，不因期满自动重吹；本级可以记为化解 (RULES 19, 37)."""
    day = Day()
    day.close_all()
    day.at("2026-11-27T09:00")
    assert (len(day.whistles), day.ladder.level) == (1, Rung.LEADERSHIP)
    assert day.solve().state == "settled_here"


def test_a_whistle_is_never_asked_for_below_the_level_that_the_dispute_has_reached() -> None:
    """吹哨不低于已到达的层级，提级不倒退 (RULES 37)."""
    day = Day(place="620702")
    day.close_all()
    found = day.ask(level=Rung.TOWNSHIP)
    assert (found.level, found.centre) == (Rung.COUNTY, "620702-centre")
    done(day).call_back(BAD)
    done(day).call_back(BAD)
    levels = [one.level for one in day.facts(LevelReached)]
    assert levels == [Rung.COUNTY, Rung.CITY]


def test_what_is_signed_late_stands_at_the_level_reached_meanwhile() -> None:
    """签批时已上报的，由到达的层级承担 (RULES 18, 37)."""
    day = Day(risk=Risk.RED)
    day.close_all()
    found = day.ask()
    day.at("2026-11-27T09:00")
    signed = day.do(asking_sign, found.case_id, place="620702", by="leader-1")
    assert (signed.state, signed.level) == (State.BLOWN, Rung.LEADERSHIP)


def test_a_road_that_is_corrected_to_departments_calls_them() -> None:
    """更正为部门办理的，随即吹哨 (RULES 59)."""
    day = Day(matter="xinfang")
    assert (day.ladder, day.whistles) == (None, [])
    correct(day, Road.ADMINISTRATIVE_MEDIATION, "PLAN 23", matter="wuye")
    assert (day.ladder.level, day.open.state) == (Rung.TOWNSHIP, State.BLOWN)


def test_a_road_that_is_corrected_to_a_statutory_one_calls_nobody_any_more() -> None:
    """更正为法定途径的，不再逐级化解，哨移交 (RULES 7, 59)."""
    day = Day()
    known = {"act": ActKind.PENALTY, "respondent": "620702-zhujian"}
    correct(day, Road.RECONSIDERATION, "ARL 11", **known)
    assert (day.open.state, day.open.end) == (State.CLOSED, "handed_over")
    assert day.ladder.state == "no_longer_tried"


def test_whoever_has_gone_to_court_is_not_whistled_for() -> None:
    """当事人已经起诉的，不再吹哨 (RULES 7)."""
    day = Day()
    day.close_all()
    told = {"organ": "620702-fayuan", "on": None, "by": "w-1"}
    day.do(roads.take_elsewhere, routing_of(CASE), Road.COURT, **told)
    with raises_refusal("RULES 7"):
        day.ask()


def test_when_every_level_has_tried_in_vain_the_parties_are_told_what_is_open() -> None:
    """各级均未化解的，告知其他途径 (RULES 37, 60)."""
    day = Day().at("2027-01-20T09:00")
    assert day.ladder.state == "no_longer_tried"
    assert [one.road for one in day.facts(RoadNotified)] == [Road.COURT]


def test_whoever_checked_in_once_does_not_push_back_in_the_second_round() -> None:
    """重新办理时仍是首接负责；上一轮的逾期不妨碍本轮申请延期 (RULES 26, 29)."""
    day = done(Day())
    day.call_back(BAD)
    with raises_refusal("RULES 26"):
        day.dispute(LEAD, OTHER)
    assert (day.open.part(LEAD).late, day.open.part(LEAD).finding) == ((), "")


def test_a_department_waits_for_the_party_once() -> None:
    """等待当事人每哨一次 (RULES 28)."""
    day = Day()
    day.check_in(LEAD)
    case_id = day.open.case_id
    day.do(departments.wait, case_id, LEAD, "合同", by="o-1")
    day.do(departments.go_on, case_id, LEAD, by="o-1")
    with raises_refusal("RULES 28"):
        day.do(departments.wait, case_id, LEAD, "合同", by="o-1")


def test_no_number_of_a_person_and_no_unknown_organ_gets_into_a_page() -> None:
    """事实不写证件号码、电话号码；机构须在名录中."""
    day = Day()
    said = {**WHY, "basis": "问赵某13700000000", "competent": OTHER, "by": "o-1"}
    with pytest.raises(Malformed, match="依据只写条文"):
        day.do(departments.dispute, day.open.case_id, LEAD, **said)
    for code in ("620702-nosuch", "620702-window-1"):
        with pytest.raises(Malformed):
            day.recall(code)


def test_red_is_taken_back_by_the_centre_and_its_hour_runs_once() -> None:
    """红色由综治中心降级；重复定为红色不重新计时 (RULES 38)."""
    day = Day(risk=Risk.RED)
    case_id = ladder_of(CASE)
    for risk in (Risk.RED, Risk.BLUE):
        with raises_refusal("RULES 38"):
            day.do(set_risk, case_id, risk, "理由", centre=False, by="grid-1")
    assert day.do(set_risk, case_id, Risk.BLUE, "平息", centre=True, by="c-1").risk is Risk.BLUE


def correct(day: Day, road: Road, article: str, **found: object) -> None:
    """Correct the road of the dispute, as a window does."""
    said = {"article": article, "reason": "查明", "found": found, "by": "w-1"}
    day.do(roads.correct, routing_of(CASE), road, **said)
