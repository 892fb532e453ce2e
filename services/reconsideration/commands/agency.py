"""Agents 代理人: entrusted, changed, ended, as the body is told (ARL 17; ARR2026 18)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.people import Who, kept, record
from services.reconsideration.domain import agency
from services.reconsideration.domain.agency import Entrusting, Principals
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint_acts import acting_as
from shared.contracts.reconsideration import Standing
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
    department: str = "",
) -> Case:
    """委托代理人, by the paper `text`; `department` names those of its own (ARL 17)."""
    case, head = turn(work, case_id, by, on, AgentNamed)
    if said.standing is Standing.RESPONDENT:
        said = replace(said, organ=acting_as(case, said.organ, department))
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
    organ: str | None = None,
    department: str = "",
) -> Case:
    """变更代理权限; `department` changes those of its own (ARL 17)."""
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
        organ=organ if principal_id else acting_as(case, organ, department),
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
    organ: str | None = None,
    department: str = "",
) -> Case:
    """解除代理; `department` ends those of its own (ARL 17)."""
    case, head = turn(work, case_id, by, on, AgentEnded)
    paper_id = paper(work, case, "agent_end", text)
    whose = organ if principal_id else acting_as(case, organ, department)
    fact = agency.end(case, head, agent_id, principal_id, paper_id, persons=persons, organ=whose)
    return record(work, case, fact)
