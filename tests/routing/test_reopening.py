"""重新办理: who acts again when a callback was not good, with what clocks (RULES 39)."""

import pytest

from services.routing.domain.closing import Said
from services.routing.domain.whistle import Standing, State
from services.routing.figures.bars import bars_of
from services.routing.figures.parts import End
from shared.contracts.routing import CallRole, DepartmentCalled, Rung, Why
from shared.errors import Malformed
from tests.routing.cases import moment
from tests.routing.day import ASSIST, BAD, LEAD, OTHER, POLICE, Day
from tests.routing.test_callbacks import done
from tests.routing.test_competence import raises_refusal


def only(*codes: str) -> Said:
    """Not satisfied, and the centre says who acts again beside the lead."""
    return Said(reached=True, solved=False, satisfied=False, again=codes)


def finished() -> Day:
    """A lead and two who assist have done their part, and a callback is due."""
    day = Day()
    day.recall(OTHER)
    return done(day).at("2026-11-24T10:00")


def test_all_who_answered_act_again_unless_the_centre_chooses() -> None:
    """没有另定的，主办和全部反馈过的协办再次召集，报到和反馈期限从头算 (RULES 39)."""
    day = finished()
    day.call_back(BAD)
    assert set(day.open.tracks.values()) == {Standing.CALLED}
    for code in (LEAD, ASSIST, OTHER):
        assert day.until("check_in", code) == moment("2026-11-26T00:00")
        assert day.until("answer", code) == moment("2026-11-27T00:00")
    again = day.facts(DepartmentCalled)[-3:]
    assert [(one.department, one.role, one.why) for one in again] == [
        (LEAD, CallRole.LEAD, Why.REOPENED),
        (ASSIST, CallRole.ASSIST, Why.REOPENED),
        (OTHER, CallRole.ASSIST, Why.REOPENED),
    ]


def test_the_centre_chooses_in_the_same_act_who_must_act_again() -> None:
    """中心在回访时可以只定须再次办理的协办，其余的反馈仍然有效 (RULES 39)."""
    day = finished()
    day.call_back(only(OTHER))
    assert day.open.tracks == {
        LEAD: Standing.CALLED,
        ASSIST: Standing.ANSWERED,
        OTHER: Standing.CALLED,
    }
    assert (day.open.part(ASSIST).finding, day.open.part(OTHER).finding) == ("solved", "")
    alone = finished()
    alone.call_back(only())
    assert alone.open.silent == (LEAD,)


def test_only_who_assisted_and_answered_is_chosen_and_only_when_it_is_not_good() -> None:
    """不得选定主办、未召集的或者已裁定不承办的部门；满意的不再召集 (RULES 39)."""
    day = Day()
    day.recall(OTHER)
    day.rule_out(OTHER)
    done(day)
    for code in (LEAD, OTHER, POLICE):
        with raises_refusal("RULES 39"):
            day.call_back(only(ASSIST, code))
    assert day.open.state is State.FINISHED
    with pytest.raises(Malformed):
        Said(reached=True, solved=True, satisfied=True, again=[ASSIST])
    with pytest.raises(Malformed):
        Said(reached=False, again=[])


def test_the_lead_finishes_again_only_when_they_have_answered_again() -> None:
    """再次召集的协办反馈之前，主办不得办结 (RULES 24, 39)."""
    day = finished()
    day.call_back(only(ASSIST))
    day.answer(LEAD)
    with raises_refusal("RULES 24"):
        day.finish()
    day.answer(ASSIST)
    day.finish()
    assert day.open.state is State.FINISHED


def test_what_they_did_before_stays_on_record_beside_the_new_turn() -> None:
    """再次召集另起一条时间条，原有的反馈和时间条不变 (RULES 39, 61)."""
    day = finished()
    pages = [one.fact for one in day.world.pages if one.fact.head.case_id == day.open.case_id]
    before = bars_of(pages, day.world.clock.now())
    day.call_back(BAD)
    day.at("2026-11-25T10:00").answer(ASSIST)
    pages = [one.fact for one in day.world.pages if one.fact.head.case_id == day.open.case_id]
    after = bars_of(pages, day.world.clock.now())
    turns = [bar for bar in after.bars if bar.department == ASSIST]
    assert [(bar.turn, bar.end) for bar in turns] == [(1, End.DONE), (2, End.DONE)]
    assert turns[0] in before.bars
    assert turns[1].called_at == moment("2026-11-24T10:00")


def test_those_who_must_act_again_do_so_also_one_level_up() -> None:
    """提级办理的，同样由主办和所定的协办再次办理 (RULES 39)."""
    day = finished()
    day.call_back(BAD)
    done(day).call_back(only(ASSIST))
    assert (day.open.level, day.open.state) == (Rung.LEADERSHIP, State.BLOWN)
    assert day.open.silent == (LEAD, ASSIST)
