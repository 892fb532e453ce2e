"""What a case learns of who acts for a party 法定代理人、委托代理人 (ARL 14, 17; ARR2026 18)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import Agent
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    StatutoryAgentJoined,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _named(case: "Case", fact: AgentNamed) -> dict[str, object]:
    """Who is entrusted anew, once the term was over, stands there once."""
    others = (one for one in case.participants.agents if not _is_of(one, fact))
    new = Agent(
        agent_id=fact.agent,
        standing=fact.standing,
        principal_id=fact.principal,
        sort=fact.sort,
        powers=fact.powers,
        until=fact.until,
        organ=fact.organ,
        text_id=fact.text_id,
    )
    return _agents(case, (*others, new))


def _changed(case: "Case", fact: AgentChanged) -> dict[str, object]:
    agents = tuple(
        replace(one, powers=fact.powers, until=fact.until, text_id=fact.text_id)
        if _is_of(one, fact)
        else one
        for one in case.participants.agents
    )
    return _agents(case, agents)


def _ended(case: "Case", fact: AgentEnded) -> dict[str, object]:
    agents = tuple(one for one in case.participants.agents if not _is_of(one, fact))
    return _agents(case, agents)


def _is_of(agent: Agent, fact: AgentNamed | AgentChanged | AgentEnded) -> bool:
    same = (agent.agent_id, agent.principal_id) == (fact.agent, fact.principal)
    return same and agent.organ == fact.organ and agent.sort is not None


def _statutory(case: "Case", fact: StatutoryAgentJoined) -> dict[str, object]:
    new = Agent(
        agent_id=fact.agent,
        standing=fact.standing,
        principal_id=fact.applicant,
        text_id=fact.text_id,
    )
    others = (
        one
        for one in case.participants.agents
        if one.sort is not None or one.principal_id != fact.applicant
    )
    return _agents(case, (*others, new))


def _agents(case: "Case", agents: tuple[Agent, ...]) -> dict[str, object]:
    return {"participants": replace(case.participants, agents=agents)}


LESSONS: Final[Lessons] = {
    AgentNamed: _named,
    AgentChanged: _changed,
    AgentEnded: _ended,
    StatutoryAgentJoined: _statutory,
}
