"""重新送达: whose days run anew from the service that was one (RULES 164; CPL 87).

What was done in the days before stays done: who has replied or reported owes nothing again.
"""

from datetime import date
from uuid import UUID

from services.reconsideration.domain import joint_hearing
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.hearing import notice
from services.reconsideration.domain.letter import Letter
from services.reconsideration.domain.ordinary import ON_HAND, State
from services.reconsideration.domain.saying import hold
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.served_again import (
    CopyServedAgain,
    HearingNoticeServedAgain,
    JointCopyServedAgain,
)
from shared.law.article import ARL
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def to_reply(case: Case, organ: str, on: date) -> bool:
    """答复期限: whether this one has not replied in time, and its days ran from another day."""
    if organ == case.respondent:
        silent = case.state is State.EXAMINING and case.reply_forfeited
        return (silent or case.state is State.REPLYING) and case.evidence.copied_on != on
    other = next((one for one in case.joint if one.organ == organ), None)
    if other is None or case.state not in ON_HAND or other.copied_on in {None, on}:
        return False
    return other.is_awaited or other.forfeited


def reply(case: Case, head: Head, organ: str) -> CopyServedAgain | JointCopyServedAgain:
    """答复期限 of this respondent, by the procedure of the day (ARL 48, 54)."""
    other = next((one for one in case.joint if one.organ == organ), None)
    if other is None:
        silent = case.reply_forfeited
        return CopyServedAgain(head=head, respondent=organ, track=case.track, takes_back=silent)
    return JointCopyServedAgain(
        head=head,
        organ=organ,
        lapsed_as=other.lapsed_as or None,
        track=case.track,
        takes_back=other.forfeited,
    )


def is_told(case: Case, standing: Standing, organ: str | None, on: date) -> bool:
    """听证通知: whether a hearing is set of which this side was told on another day."""
    if case.hearing is None:
        return False
    other = joint_hearing.other_of(case, standing, organ)
    notified = case.hearing.joint_notified.get(other) if other else None
    told = notified if other else case.hearing.notified.get(standing)
    return told not in {None, on}


def hearing_notice(
    case: Case, head: Head, standing: Standing, organ: str | None, calendar: Calendar
) -> HearingNoticeServedAgain:
    """听证通知 of this side, which must still have it five days before the hearing (ARL 51).

    Raises:
        Refused: It had it too late: the hearing is put off, and another day notified.
    """
    if case.hearing is not None:
        hold(notice(case.hearing.on, head.on, calendar), ARL[51].par(1))
    other = joint_hearing.other_of(case, standing, organ)
    return HearingNoticeServedAgain(head=head, standing=standing, organ=other)


def issuer_owes(review: Review, on: date) -> bool:
    """制定机关答复期限: whether it has not replied, and the days ran from another day."""
    return review.replied_on is None and review.notice_received_on not in {None, on}


def receiver_owes(review: Review, on: date) -> bool:
    """回复处理意见期限: whether the days ran from another day."""
    return review.forwarding_received_on not in {None, on}


def letter_anew(file: Aftermath, letter_id: UUID | None, on: date) -> Letter | None:
    """报送纠正情况期限: this letter, which its organ had; None where nothing runs anew.

    Raises:
        Refused: Silence on it is on file: supervision orders it performed since (ARL 76, 77).
    """
    letter = _owed(file, letter_id)
    if letter is None or letter.received_on in {None, on}:
        return None
    if silent := letter.silent_on:
        text = f"已于{silent}记载该机关逾期未报送并转履行监督，应当另行制发意见书"
        raise Refused(text, ARL[76])
    return letter


def is_silent(file: Aftermath, letter_id: UUID | None) -> bool:
    """逾期未报送 is on file: no other day of service of the letter counts any more (ARL 76, 77)."""
    letter = _owed(file, letter_id)
    return letter is not None and letter.silent_on is not None


def _owed(file: Aftermath, letter_id: UUID | None) -> Letter | None:
    """This letter, while its organ has not reported on it."""
    found = next((one for one in file.letters if one.letter_id == letter_id), None)
    return None if found is None or found.answered_on else found
