"""停止执行: whether the act goes on while the reconsideration lasts (ARL 42)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.pausing import stay as norm_of
from services.reconsideration.domain.standing import Persons, standing_of
from services.reconsideration.domain.stays import StayAsked
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    Stay,
    StayEnded,
    StayRefused,
    StayRequested,
    StayRequestMoved,
)
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused

_ASKED = ARL[42].par(item=3)


def ask(
    case: Case,
    head: Head,
    standing: Standing,
    text_id: UUID,
    persons: Persons = None,
    *,
    named: Collection[UUID] = (),
) -> StayRequested:
    """申请停止执行, by each applicant and third person for itself (ARL 42).

    Args:
        case: The file.
        head: Head of the new page.
        standing: As what they ask.
        text_id: Document 停止执行申请书.
        persons: Those for whom a party that does it itself speaks (ARL 17).
        named: Who asks, of those; empty where all of them do.

    Raises:
        Refused: The respondent asks, who may stop by itself; somebody else asks in the name of the
            applicants; whoever asks has no answer yet to what it asked before; or the act is
            stayed.
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
    return StayRequested(
        head=head,
        standing=standing,
        text_id=text_id,
        before_acceptance=case.accepted_on is None,
        askers=_askers(case, standing, persons, named),
        stay_request=str(head.version),
    )


def side_of(case: Case, standing: Standing) -> tuple[UUID, ...]:
    """Who takes part as this: the applicants, or the third persons."""
    return case.applicants if standing is Standing.APPLICANT else case.participants.third_ids


def _askers(
    case: Case, standing: Standing, persons: Persons, named: Collection[UUID]
) -> tuple[UUID, ...]:
    """Those who ask and have no request that waits; all of their side where nobody is named."""
    side = side_of(case, standing)
    if not set(named) <= set(side if persons is None else persons).intersection(side):
        raise Refused("停止执行由申请人或者第三人本人申请", _ASKED)
    waiting = [one for one in case.stays_asked if one.standing is standing]
    own = [one for one in side if one in (named or (side if persons is None else persons))]
    rest = tuple(one for one in own if not any(each.is_of((one,), side) for each in waiting))
    if waiting and (not rest or (named and len(rest) < len(own))):
        on = min(one.asked_on for one in waiting if not own or one.is_of(own, side))
        raise Refused(f"已于{on}申请停止执行，尚未答复", _ASKED)
    return rest


def stay(case: Case, head: Head, ground: Stay, paper_id: UUID) -> ExecutionStayed:
    """停止执行, which answers all requests that wait (ARL 42; RULES 169).

    Raises:
        Refused: The act is stayed already, or nobody has asked for what is granted as asked.
    """
    _refuse_stayed(case)
    point = norm_of(ground, reasonable=bool(case.stays_asked))
    if not point.met:
        raise Refused("申请人、第三人没有申请停止执行", point.article or ARL[42])
    answered = tuple(one.text_id for one in case.stays_asked)
    return ExecutionStayed(head=head, ground=ground, paper_id=paper_id, request_ids=answered)


def refused(case: Case, whose: Collection[UUID] = ()) -> tuple[tuple[StayAsked, ...], ...]:
    """The requests that are refused, by the pages on which they are (RULES 169).

    All that wait have one page; where only those of some people are named, each has its own.

    Args:
        case: The file.
        whose: Who asked; empty where all requests that wait are refused.

    Raises:
        Refused: One of those named has no request that waits.
    """
    waits = case.stays_asked
    asked = {who for one in waits for who in one.askers or side_of(case, one.standing)}
    if not set(whose) <= asked:
        raise Refused("所列的人没有尚未答复的停止执行申请", _ASKED)
    named = tuple(one for one in waits if one.is_of(whose, side_of(case, one.standing)))
    if not whose or len(named) == len(waits):
        return (waits,)
    return tuple((one,) for one in named)


def refuse(
    case: Case, head: Head, reason_id: UUID, answered: Collection[StayAsked] = ()
) -> StayRefused:
    """不予停止执行: what is asked there is not found reasonable (ARL 42).

    Its days end with it, unless another request that has the same ones still waits.

    Args:
        case: The file.
        head: Head of the new page.
        reason_id: Document with the reasons.
        answered: Which of the requests that wait, as `refused` tells them; empty for all.

    Raises:
        Refused: Nobody has asked.
    """
    answered = answered or case.stays_asked
    if not answered:
        raise Refused("没有尚未答复的停止执行申请", _ASKED)
    left = [one for one in case.stays_asked if one not in answered]
    period = next(one.period for one in answered) if left else ""
    return StayRefused(
        head=head,
        reason_id=reason_id,
        request_ids=tuple(one.text_id for one in answered),
        stay_request=period,
        others_wait=any(not period or one.period == period for one in left),
    )


def of_them_alone(case: Case, severed: Collection[UUID]) -> tuple[StayAsked, ...]:
    """停止执行的申请 of those alone who go on apart: it is answered there, and not here (ARL 42).

    What another asked for with them, who stays, is answered in both files.
    """
    own = (one for one in case.stays_asked if one.standing is Standing.APPLICANT and one.askers)
    return tuple(one for one in own if set(one.askers) <= set(severed))


def move(case: Case, head: Head, one: StayAsked, severed_case_id: UUID) -> StayRequestMoved:
    """停止执行的申请随分案转出; its days run on for whoever asked beside it (RULES 136, 169)."""
    left = (each for each in case.stays_asked if each.text_id != one.text_id)
    return StayRequestMoved(
        head=head,
        text_id=one.text_id,
        severed_case_id=severed_case_id,
        stay_request=one.period,
        others_wait=any(each.period == one.period for each in left),
    )


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
