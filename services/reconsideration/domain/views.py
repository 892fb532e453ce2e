"""听取意见: whose views were heard, and whose are still awaited (ARL 49)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import speaks_for
from shared.contracts.reconsideration import Standing
from shared.law.article import ARL
from shared.law.procedure import Refused

NAMES = {Standing.APPLICANT: "申请人", Standing.RESPONDENT: "被申请人", Standing.THIRD: "第三人"}


def heard_of(case: Case, standing: Standing, named: Collection[UUID]) -> tuple[UUID, ...]:
    """Who of a side a page of views tells of; the only one of a side need not be named.

    Where nobody is named and representatives were elected, they spoke (ARL 15).

    Args:
        case: The file.
        standing: The side; the respondent speaks as an organ, nobody of it is named.
        named: Who was heard: parties, or agents for those who entrusted them.

    Raises:
        Refused: Somebody is of another side, or a side of several is said without who it was.
    """
    group = _group(case, standing)
    if not named:
        if len(group) > 1 and not _representatives(case, standing):
            text = f"{NAMES[standing]}有{len(group)}名，应当写明听取了哪几名的意见"
            raise Refused(text, ARL[49])
        return each_of(case, standing)
    there = case.participants.agents
    agents = {one.agent_id for one in there if one.principal_id in group}
    if not {*group, *agents}.issuperset(named):
        raise Refused(f"写明的人不都是{NAMES[standing]}或者其代理人", ARL[49])
    return tuple(dict.fromkeys(named))


def awaited(case: Case, on: date) -> dict[Standing, tuple[UUID, ...]]:
    """Whose views are neither heard nor was it said why they could not be, by side.

    Whoever is represented was heard with the representative, and a principal with its agent
    (ARL 15, 17). The respondent says its views in its written reply (ARL 48).
    """
    spoken = speaks_for(case, frozenset(case.heard), on) or frozenset[UUID]()
    sides = {
        Standing.APPLICANT: () if case.applicant_heard else case.applicants,
        Standing.THIRD: () if case.third_heard else case.third_persons,
    }
    waiting = {side: tuple(p for p in group if p not in spoken) for side, group in sides.items()}
    return {side: group for side, group in waiting.items() if group}


def each_of(case: Case, standing: Standing) -> tuple[UUID, ...]:
    """Who speaks for a side: its representatives, where it elected any, or each of it (ARL 15)."""
    return _representatives(case, standing) or _group(case, standing)


def _representatives(case: Case, standing: Standing) -> tuple[UUID, ...]:
    """Those who take part: a third person who stays away represents nobody."""
    there = case.participants
    elected = {
        Standing.APPLICANT: there.representatives,
        Standing.THIRD: there.third_representatives,
    }
    group = _group(case, standing)
    return tuple(one for one in elected.get(standing, ()) if one in group)


def _group(case: Case, standing: Standing) -> tuple[UUID, ...]:
    groups = {Standing.APPLICANT: case.applicants, Standing.THIRD: case.third_persons}
    return groups.get(standing, ())
