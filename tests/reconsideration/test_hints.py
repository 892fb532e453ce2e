"""提示: what is to be kept in mind of a case on hand (ARL 37; ARR2026 18)."""

from dataclasses import replace

from services.reconsideration.domain.participants import Agent
from services.reconsideration.pages.hints import hints
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import AgentSort
from shared.directory import load
from shared.law.article import ARL, ARR2026, Article
from tests.reconsideration.makers import ANNA, RESPONDENT, Walk, day, decided, examined

DIRECTORY = load()
SOUTH = "620721-gongan"


def told(walk: Walk, on: str = "2026-07-20") -> list[Article]:
    return [article for _, article in hints(walk.case, DIRECTORY, day(on))]


def with_agent(walk: Walk, sort: AgentSort) -> Walk:
    agent = Agent(agent_id=ANNA, standing=Standing.RESPONDENT, sort=sort)
    there = walk.case.participants
    return Walk.of(walk.but(participants=replace(there, agents=(*there.agents, agent))))


def test_a_respondent_that_named_nobody_of_its_staff_is_told_to_the_body() -> None:
    """被申请人应当指定一至二名工作人员作为代理人，不得仅委托律师 (ARR2026 18)."""
    walk = examined()
    assert told(walk) == [ARR2026[18].par(2)]
    assert told(with_agent(walk, AgentSort.LAWYER)) == [ARR2026[18].par(2)]
    assert told(with_agent(walk, AgentSort.STAFF)) == []
    assert told(walk, "2026-06-30") == []
    assert told(decided()) == []
    [(says, _)] = hints(walk.case, DIRECTORY, day("2026-07-20"))
    assert DIRECTORY.organ(RESPONDENT).name in says


def test_a_case_of_an_autonomous_area_is_judged_by_its_regulations_too() -> None:
    """民族自治地方的案件，同时依照其自治条例和单行条例审理 (ARL 37)."""
    walk = with_agent(examined(), AgentSort.STAFF)
    assert told(Walk.of(walk.but(respondent=SOUTH)))[0] == ARL[37].par(2)
