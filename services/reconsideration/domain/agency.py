"""代理人: who may be entrusted, by whom, with what, and until when (ARL 17; ARR2026 18)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.parties import Side, agents
from services.reconsideration.domain.participants import Agent
from services.reconsideration.domain.people_acts import hold, refuse_failed
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    AgentSort,
    Power,
)
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused

Principals = frozenset[UUID | None] | None
"""For whom somebody speaks who has an agent: None among them for the respondent; None, officers."""

_SIDES: Final = {Standing.APPLICANT: Side.APPLICANT, Standing.THIRD: Side.THIRD_PARTY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrusting:
    """委托, as the paper 授权委托书 says it and as it was checked."""

    standing: Standing
    principal_id: UUID | None = None
    """None for the respondent."""
    sort: AgentSort
    powers: tuple[Power, ...]
    until: date | None = None
    oral: bool = False
    identified: bool = True
    """Both proofs of identity were handed in."""
    organ: str | None = None
    """Which of several respondents; None for the one named first."""


def name(
    case: Case, head: Head, said: Entrusting, agent_id: UUID, paper_id: UUID, *, persons: Principals
) -> AgentNamed:
    """委托代理人 (ARL 17; ARR2026 18; ARR2007 10).

    Args:
        case: The file.
        head: Head of the new page.
        said: What is entrusted.
        agent_id: Who is.
        paper_id: The paper, or the record of what was said.
        persons: Those of a party that does it itself.

    Raises:
        Refused: They are too many, the papers are not there, the respondent would be represented by
            lawyers alone, or the principal is no party of this case.
    """
    _of_this_case(case, said, persons)
    organ = _other(case, said.standing, said.organ)
    there = _in_term(case, said.principal_id, organ, head.on)
    if any(one.agent_id == agent_id for one in there):
        raise Refused("已经是代理人；变更权限的，书面告知行政复议机构", ARL[17].par(2))
    if said.until and said.until < head.on:
        raise Refused(f"委托期限已于{said.until}届满", ARL[17].par(2))
    sorts = Counter((*(one.sort for one in there), said.sort))
    if said.standing is Standing.RESPONDENT:
        _respondents(head.on, sorts)
    else:
        _parties(said, head.on, sorts)
    return AgentNamed(
        head=head,
        agent=agent_id,
        standing=said.standing,
        principal=said.principal_id,
        sort=said.sort,
        powers=said.powers,
        until=said.until,
        oral=said.oral,
        text_id=paper_id,
        organ=organ,
    )


def _parties(said: Entrusting, on: date, sorts: Counter[AgentSort | None]) -> None:
    """One or two agents of a party, with the papers (ARL 17)."""
    ruling = agents(
        _SIDES[said.standing],
        on,
        count=sorts.total(),
        staff=None,
        lawyers=None,
        paper=True,
        identity=said.identified,
        oral=said.oral,
    )
    hold(ruling, ARL[17].par(2))


def _other(case: Case, standing: Standing, organ: str | None) -> str:
    """Which other joint respondent's agent it is; empty for any other principal."""
    of_respondent = standing is Standing.RESPONDENT
    if organ and (not of_respondent or organ not in case.respondents):
        raise Refused("写明的机关不是本案的被申请人", ARL[19].par(2))
    return "" if organ in {None, case.respondent} else str(organ)


def _of_this_case(case: Case, said: Entrusting, persons: Principals) -> None:
    principals = {
        Standing.APPLICANT: case.applicants,
        Standing.THIRD: case.participants.third_ids,
        Standing.RESPONDENT: (None,),
    }[said.standing]
    if said.principal_id not in principals:
        raise Refused("委托人应当是本案的申请人或者第三人", ARL[17].par(1))
    if persons is not None and said.principal_id not in persons:
        raise Refused("当事人只能为自己委托代理人", ARL[17].par(1))


def _respondents(on: date, sorts: Counter[AgentSort | None]) -> None:
    """被申请人的代理人: one or two of its staff, lawyers beside them only (ARR2026 18)."""
    staff, lawyers = sorts[AgentSort.STAFF], sorts[AgentSort.LAWYER]
    if ARR2026.in_force(on) and staff + lawyers < sorts.total():
        raise Refused("被申请人的代理人为其工作人员，可以另有律师", ARR2026[18].par(2))
    ruling = agents(
        Side.RESPONDENT,
        on,
        count=None,
        staff=staff,
        lawyers=lawyers,
        paper=None,
        identity=None,
        oral=None,
    )
    refuse_failed(ruling, ARR2026[18].par(2))


def change(
    case: Case,
    head: Head,
    agent_id: UUID,
    principal_id: UUID | None,
    *,
    powers: Sequence[Power],
    until: date | None,
    paper_id: UUID,
    persons: Principals,
    organ: str | None = None,
) -> AgentChanged:
    """变更代理权限; `organ` says which of several respondents' (ARL 17).

    Raises:
        Refused: Nobody entrusted them, it is somebody else's agent, or the term is over.
    """
    entrusted = _entrusted(case, agent_id, principal_id, persons, organ)
    if entrusted.is_over(head.on):
        raise Refused(f"委托期限已于{entrusted.until}届满，应当另行委托", ARL[17].par(2))
    if until and until < head.on:
        raise Refused(f"委托期限已于{until}届满，应当解除", ARL[17].par(2))
    return AgentChanged(
        head=head,
        agent=agent_id,
        principal=principal_id,
        powers=tuple(powers),
        until=until,
        text_id=paper_id,
        organ=entrusted.organ,
    )


def end(
    case: Case,
    head: Head,
    agent_id: UUID,
    principal_id: UUID | None,
    paper_id: UUID,
    *,
    persons: Principals,
    organ: str | None = None,
) -> AgentEnded:
    """解除代理; `organ` says which of several respondents' (ARL 17).

    Raises:
        Refused: Nobody entrusted them, it is somebody else's agent, or the respondent's lawyers
            would be left alone.
    """
    ended = _entrusted(case, agent_id, principal_id, persons, organ)
    there = _in_term(case, principal_id, ended.organ, head.on)
    left = [one for one in there if one is not ended]
    if principal_id is None and left and ended in there:
        _respondents(head.on, Counter(one.sort for one in left))
    return AgentEnded(
        head=head,
        agent=agent_id,
        principal=principal_id,
        text_id=paper_id,
        organ=ended.organ,
    )


def _in_term(case: Case, principal_id: UUID | None, organ: str, on: date) -> list[Agent]:
    """Those who still act for a principal: whose term is over is none of its agents any more."""
    there = case.participants.agents_of(principal_id, organ)
    return [one for one in there if not one.is_over(on)]


def _entrusted(
    case: Case,
    agent_id: UUID,
    principal_id: UUID | None,
    persons: Principals,
    organ: str | None,
) -> Agent:
    if persons is not None and principal_id not in persons:
        raise Refused("代理权限由委托人变更、解除", ARL[17].par(2))
    standing = Standing.APPLICANT if principal_id else Standing.RESPONDENT
    for one in case.participants.agents_of(principal_id, _other(case, standing, organ)):
        if one.agent_id == agent_id:
            return one
    raise Refused("不是本案的委托代理人", ARL[17].par(2))


def unstaffed(case: Case, on: date) -> tuple[str, ...]:
    """Respondents that named nobody of their staff as agent, as they must (ARR2026 18)."""
    there = case.participants.agents
    return tuple(one for one in case.respondents if names_no_staff(there, one, case.respondent, on))


def names_no_staff(agents: Iterable[Agent], organ: str, first: str, on: date) -> bool:
    """Whether one respondent named nobody of its staff; until June 2026 no regulation asked it.

    Args:
        agents: All that act in the case.
        organ: The respondent.
        first: The one named first, of whose agents no organ is said.
        on: The day on which somebody looks at it.
    """
    return ARR2026.in_force(on) and not any(
        one.standing is Standing.RESPONDENT
        and one.sort is AgentSort.STAFF
        and (one.organ or first) == organ
        and not one.is_over(on)
        for one in agents
    )
