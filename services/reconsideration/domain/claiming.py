"""一并提出赔偿请求: made with the application, it is decided with the act (ARL 72)."""

from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_TOGETHER = ARL[72].par(1)


def claim(case: Case, head: Head, text_id: UUID, persons: Persons = None) -> CompensationClaimed:
    """提出赔偿请求; `persons` are those for whom a party that does it itself speaks (ARL 17, 72).

    Raises:
        Refused: Somebody else claims, it is claimed already, or the findings are made.
    """
    if persons is not None:
        if persons.isdisjoint(case.applicants):
            raise Refused("赔偿请求由申请人提出", _TOGETHER)
        hand_in(head)
    if case.claim_id:
        raise Refused("已经一并提出赔偿请求，补充的理由作为证据提交", _TOGETHER)
    own = tuple(one for one in case.applicants if one in (persons or ()))
    return CompensationClaimed(head=head, text_id=text_id, applicants=own)


def check_answered(case: Case) -> None:
    """The findings say what was found of the claim (ARL 72; ARR2026 64).

    Raises:
        Refused: None of them does.
    """
    said = (one.compensation_asked or one.unpaid is not None for one in case.findings)
    if case.claim_id and not any(said):
        text = "申请人一并提出了赔偿请求，审理认定应当写明是否应当赔偿，不应当的写明理由"
        raise Refused(text, _TOGETHER)
