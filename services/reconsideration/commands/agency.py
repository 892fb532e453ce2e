"""Agents 代理人: entrusted, changed, ended, as the body is told (ARL 17; ARR2026 18)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.people import Who, kept, record
from services.reconsideration.domain import agency
from services.reconsideration.domain.agency import Entrusting, Principals
from services.reconsideration.domain.case import Case
from shared.contracts.reconsideration.people import AgentChanged, AgentEnded, AgentNamed, Power
from shared.work import Work


def name_agent(
    work: Work,
    case_id: UUID,
    said: Entrusting,
    who: Who,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Principals = None,
) -> Case:
    """委托代理人, by the paper `text` (ARL 17)."""
    case, head = turn(work, case_id, by, on, AgentNamed)
    agent_id = kept(work, case, said.standing, who)
    paper_id = paper(work, case, "power_of_attorney", text)
    return record(work, case, agency.name(case, head, said, agent_id, paper_id, persons=persons))


def change_agent(
    work: Work,
    case_id: UUID,
    agent_id: UUID,
    principal_id: UUID | None = None,
    *,
    powers: Sequence[Power],
    until: date | None = None,
    text: str,
    by: str,
    on: date | None = None,
    persons: Principals = None,
) -> Case:
    """变更代理权限 (ARL 17)."""
    case, head = turn(work, case_id, by, on, AgentChanged)
    fact = agency.change(
        case,
        head,
        agent_id,
        principal_id,
        powers=powers,
        until=until,
        paper_id=paper(work, case, "agent_change", text),
        persons=persons,
    )
    return work.record(case, fact)


def end_agent(
    work: Work,
    case_id: UUID,
    agent_id: UUID,
    principal_id: UUID | None = None,
    *,
    text: str,
    by: str,
    on: date | None = None,
    persons: Principals = None,
) -> Case:
    """解除代理 (ARL 17)."""
    case, head = turn(work, case_id, by, on, AgentEnded)
    paper_id = paper(work, case, "agent_end", text)
    return record(
        work, case, agency.end(case, head, agent_id, principal_id, paper_id, persons=persons)
    )
