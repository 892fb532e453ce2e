"""一并提出赔偿请求: made with the application, it is decided with the act (ARL 72)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.judged import ClaimFound
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_TOGETHER = ARL[72].par(1)


def claim(
    case: Case,
    head: Head,
    text_id: UUID,
    persons: Persons = None,
    named: Collection[UUID] = (),
) -> CompensationClaimed:
    """提出赔偿请求, once by each applicant; another one's claim is its own (ARL 72).

    Args:
        case: The file.
        head: Head of the new page.
        text_id: Document with what is claimed and why.
        persons: Those for whom a party that does it itself speaks (ARL 17).
        named: Who claims, of those; empty where all of them do.

    Raises:
        Refused: Somebody else claims, or whoever claims has claimed already.
    """
    if persons is not None:
        if persons.isdisjoint(case.applicants):
            raise Refused("赔偿请求由申请人提出", _TOGETHER)
        hand_in(head)
    speaks = case.applicants if persons is None else persons
    if not set(named) <= {*speaks}.intersection(case.applicants):
        raise Refused("赔偿请求由申请人提出", _TOGETHER)
    own = [one for one in case.applicants if one in (named or speaks)]
    rest = tuple(one for one in own if one not in claiming(case))
    if not rest or (named and len(rest) < len(own)):
        raise Refused("已经一并提出赔偿请求，补充的理由作为证据提交", _TOGETHER)
    whole = persons is None and not named and not case.claims
    return CompensationClaimed(head=head, text_id=text_id, applicants=() if whole else rest)


def claiming(case: Case) -> frozenset[UUID]:
    """Who of the applicants has claimed compensation."""
    return frozenset(who for one in case.claims for who in one.claimants or case.applicants)


def check_named(case: Case, found: Collection[ClaimFound]) -> None:
    """What is found of one claim apart is found of somebody who made one (ARL 72).

    Raises:
        Refused: It is not, or twice of one act.
    """
    if not claiming(case).issuperset(one.person_id for one in found):
        raise Refused("没有提出赔偿请求的，不认定其赔偿请求", _TOGETHER)
    if len({(one.person_id, one.act) for one in found}) < len(found):
        raise Refused("同一人对同一项的赔偿请求只认定一次", _TOGETHER)


def check_answered(case: Case) -> None:
    """The findings say what was found of each claim (ARL 72; ARR2026 64).

    Where one claim is not found of apart, it is what is found of the claims as a whole.

    Raises:
        Refused: None of them does, of one of the claims.
    """
    whole = any(one.compensation_asked or one.unpaid is not None for one in case.findings)
    apart = {one.person_id for claim in case.claims for one in claim.found}
    for one in case.claims:
        said = whole or apart.issuperset(one.claimants or case.applicants)
        if one.since_findings or not said:
            text = "申请人一并提出了赔偿请求，审理认定应当写明是否应当赔偿，不应当的写明理由"
            text += "；数人分别提出的，每人的请求都要写明" if len(case.claims) > 1 else ""
            raise Refused(text, _TOGETHER)
