"""本人推选代表人: each chooses by its own word, and all have elected once they agree (RULES 173).

The paper that elects bears the mark of everybody (ARR2026 17). Where each says it by itself, online
or in a letter of its own, that is its mark; of several words of one the last counts.
"""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.people_acts import elect
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import RepresentativesChosen, RepresentativesElected
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_OF_ONESELF = ARL[15].par(1)
_SEVERAL = 2


def choose(
    case: Case,
    head: Head,
    persons: Collection[UUID],
    representatives: Sequence[UUID],
    text_id: UUID,
    *,
    own: Persons,
) -> RepresentativesChosen:
    """本人推选代表人 (ARL 15; ARR2026 17; RULES 173).

    Args:
        case: The file.
        head: Head of the new page.
        persons: Whose word it is; empty for a party, which says it for itself.
        representatives: Whom they choose.
        text_id: What was said, or the paper with the signature.
        own: Those of a party that chooses by itself; None where its paper came in.

    Raises:
        Refused: Somebody else chooses for them, they are of no side or alone on it, or as `elect`
            says; or a party says another day than today (ARR2026 28).
    """
    if own is not None:
        hand_in(head)
        own = _by_law(case, own)
        persons = persons or own.intersection((*case.applicants, *case.participants.third_ids))
        if not own.issuperset(persons):
            raise Refused("代表人由本人推选，不能由他人代为推选", _OF_ONESELF)
    standing = _standing(case, persons)
    if len(side_of(case, standing)) < _SEVERAL:
        raise Refused("只有一人的，不推选代表人", _OF_ONESELF)
    elect(case, head, standing, representatives, text_id, signed_by_all=True)
    return RepresentativesChosen(
        head=head,
        persons=tuple(one for one in side_of(case, standing) if one in persons),
        standing=standing,
        representatives=tuple(representatives),
        text_id=text_id,
    )


def agreed_on(case: Case, standing: Standing) -> date | None:
    """The day on which the last of a side chose what all chose; None while they do not agree."""
    choices = {one.person_id: one for one in case.participants.choices}
    said = [choices.get(one) for one in side_of(case, standing)]
    days = [one.chosen_on for one in said if one]
    chosen = {frozenset(one.representatives) for one in said if one}
    return max(days) if len(days) == len(said) and len(chosen) == 1 else None


def elect_together(case: Case, head: Head, chosen: RepresentativesChosen) -> RepresentativesElected:
    """推选出代表人, once all of a side chose what the last of them chose (ARR2026 17)."""
    return elect(
        case,
        head,
        chosen.standing,
        chosen.representatives,
        chosen.text_id,
        signed_by_all=True,
    )


def side_of(case: Case, standing: Standing) -> tuple[UUID, ...]:
    """Who elects together: the applicants, or the third persons (ARR2026 17)."""
    return case.applicants if standing is Standing.APPLICANT else case.participants.third_ids


def _by_law(case: Case, own: frozenset[UUID]) -> frozenset[UUID]:
    """Oneself, and for whom one acts by law 法定代理人: it signs as they would (ARL 14)."""
    agents = (one for one in case.participants.agents if one.sort is None and one.agent_id in own)
    return own.union(one.principal_id for one in agents if one.principal_id)


def _standing(case: Case, persons: Collection[UUID]) -> Standing:
    for standing in (Standing.APPLICANT, Standing.THIRD):
        if persons and set(persons) <= set(side_of(case, standing)):
            return standing
    raise Refused("写明是哪一名申请人或者第三人推选的", _OF_ONESELF)
