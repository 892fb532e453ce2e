"""停止执行: whether the act goes on while the reconsideration lasts (ARL 42)."""

from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.pausing import stay as norm_of
from services.reconsideration.domain.standing import Persons, standing_of
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    Stay,
    StayEnded,
    StayRefused,
    StayRequested,
)
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_ASKED = ARL[42].par(item=3)


def ask(
    case: Case, head: Head, standing: Standing, text_id: UUID, persons: Persons = None
) -> StayRequested:
    """申请停止执行 (ARL 42).

    Raises:
        Refused: The respondent asks, who may stop by itself; somebody else asks in the name of the
            applicants; it is asked already; or the act is stayed.
    """
    if standing is Standing.RESPONDENT:
        text = "被申请人认为需要停止执行的，自行停止执行，无须申请"
        raise Refused(text, ARL[42].par(item=1))
    if persons is not None:
        own = standing_of(case, persons)
        if own is None or standing not in (Standing.APPLICANT, own):
            raise Refused("停止执行由申请人或者第三人本人申请", _ASKED)
        standing = own
        hand_in(head)
    _refuse_stayed(case)
    if case.stay_asked_on:
        raise Refused(f"已于{case.stay_asked_on}申请停止执行，尚未答复", _ASKED)
    return StayRequested(
        head=head,
        standing=standing,
        text_id=text_id,
        before_acceptance=case.accepted_on is None,
    )


def stay(case: Case, head: Head, ground: Stay, paper_id: UUID) -> ExecutionStayed:
    """停止执行 (ARL 42).

    Raises:
        Refused: The act is stayed already, or nobody has asked for what is granted as asked.
    """
    _refuse_stayed(case)
    point = norm_of(ground, reasonable=case.stay_asked_on is not None)
    if not point.met:
        raise Refused("申请人、第三人没有申请停止执行", point.article or ARL[42])
    return ExecutionStayed(head=head, ground=ground, paper_id=paper_id)


def refuse(case: Case, head: Head, reason_id: UUID) -> StayRefused:
    """不予停止执行: the request is not found reasonable (ARL 42).

    Raises:
        Refused: Nobody has asked.
    """
    if not case.stay_asked_on:
        raise Refused("没有尚未答复的停止执行申请", _ASKED)
    return StayRefused(head=head, reason_id=reason_id)


def end(case: Case, head: Head, reason_id: UUID) -> StayEnded:
    """恢复执行 (ARL 42).

    Raises:
        Refused: The act is not stayed, or was not yet on that day.
    """
    if case.stay is None or case.stayed_on is None:
        raise Refused("本案没有停止执行", ARL[42])
    if head.on < case.stayed_on:
        raise Refused(f"本案于{case.stayed_on}停止执行，不得在此之前恢复执行", ARL[42])
    return StayEnded(head=head, ground=case.stay, reason_id=reason_id)


def _refuse_stayed(case: Case) -> None:
    if case.stay is not None:
        raise Refused(f"行政行为已于{case.stayed_on}停止执行", ARL[42])
