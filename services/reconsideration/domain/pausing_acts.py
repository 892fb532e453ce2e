"""中止、恢复、终止: when a case is suspended, resumed and terminated (ARL 39 to 41)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.attached_acts import must_be_done, must_have_cause
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.higher import correction
from services.reconsideration.domain.in_whom import in_whom, lasting
from services.reconsideration.domain.pausing import (
    Ending,
    article_of_ending,
    suspension,
    termination,
)
from services.reconsideration.domain.saying import Point, hold
from services.reconsideration.domain.settled import settled_of
from services.reconsideration.domain.settling_acts import harmless
from services.reconsideration.domain.sixty import full_for
from services.reconsideration.domain.suspended import article_of
from shared.contracts.fact import Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ReconsiderationTerminated
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.pausing import (
    WITHOUT_SUCCESSOR,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    Suspension,
    SuspensionCauseGone,
    Termination,
    Unsucceeded,
)
from shared.law.article import ARL, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def refuse_while_suspended(case: Case, on: date) -> None:
    """中止期间不得办理: while a case is suspended nothing else is done in it (ARL 39).

    Raises:
        Refused: It is suspended, or was on that day.
    """
    for one in case.suspensions:
        if one.until is None:
            text = f"本案自{one.since}起中止审理，恢复审理前不得办理"
            raise Refused(text, article_of(one.cause))
        if one.since < on < one.until:
            text = f"本案自{one.since}至{one.until}中止审理，不得补记其间的行为"
            raise Refused(text, article_of(one.cause))


def refuse_before_resumption(case: Case, on: date) -> None:
    """恢复审理前开始的期限: what was not put on file before the pause runs from its end (ARL 39).

    A period that began before would count the days of the pause, for its page came after it.

    Raises:
        Refused: The day lies before the case was resumed.
    """
    for one in case.suspensions:
        if one.until and on < one.until:
            text = f"本案于{one.until}恢复审理，此前未记载的收到日期，期限自恢复审理之日起计算"
            raise Refused(text, ARL[39].par(2))


def suspend(
    case: Case,
    head: Head,
    cause: Suspension,
    letter_id: UUID,
    *,
    agreed: bool | None,
    applicant: UUID | None = None,
) -> ReconsiderationSuspended:
    """中止行政复议 (ARL 39).

    Args:
        case: The file.
        head: Head of the new page.
        cause: Which of the ten.
        letter_id: The notice to the parties.
        agreed: For talks, whether both parties agree to it.
        applicant: In whom the cause lies; the only applicant need not be named.

    Raises:
        Refused: It is suspended for this cause in this person already, for talks without both
            parties, for a document while none is to be reviewed, or it is not said in whom a
            cause lies that lies in an applicant.
    """
    point = suspension(cause, agreed=agreed)
    if not point.met:
        raise Refused(point.text, article_of(cause))
    applicant = in_whom(case, cause, applicant)
    if any((one.cause, one.applicant) == (cause, applicant) for one in case.suspended_for):
        raise Refused("本案已因同一情形中止，尚未恢复审理", article_of(cause))
    if cause is Suspension.DOCUMENT:
        must_have_cause(case)
    return ReconsiderationSuspended(
        head=head, cause=cause, letter_id=letter_id, applicant=applicant
    )


def find_cause_gone(
    case: Case,
    head: Head,
    cause: Suspension | None,
    reason_id: UUID,
    applicant: UUID | None = None,
) -> SuspensionCauseGone:
    """中止的原因消除 (ARL 39).

    Raises:
        Refused: It is not suspended for this cause, that is on file already, or a review of a
            document runs.
    """
    one = lasting(case, cause, applicant, head.on)
    if one.cause is Suspension.DOCUMENT:
        must_be_done(case)
    if one.gone_on:
        raise Refused(f"中止的原因已于{one.gone_on}消除，应当及时恢复审理", ARL[39].par(2))
    return SuspensionCauseGone(
        head=head,
        cause=one.cause,
        reason_id=reason_id,
        in_transit=case.elevated.ordered_on is not None,
        applicant=one.applicant,
    )


def resume(
    case: Case,
    head: Head,
    cause: Suspension | None,
    letter_id: UUID,
    applicant: UUID | None = None,
) -> ReconsiderationResumed:
    """恢复审理 (ARL 39).

    Raises:
        Refused: It is not suspended for this cause, or the cause was still there on that day.
    """
    one = lasting(case, cause, applicant, head.on)
    if one.cause is Suspension.DOCUMENT and one.ordered_on is None:
        must_be_done(case)
    if one.gone_on and head.on < one.gone_on:
        raise Refused(f"中止的原因于{one.gone_on}才消除，不得在此之前恢复审理", ARL[39].par(2))
    return ReconsiderationResumed(
        head=head, cause=one.cause, letter_id=letter_id, applicant=one.applicant
    )


def order_resumption(
    case: Case,
    head: Head,
    cause: Suspension | None,
    organ: str,
    letter_id: UUID,
    *,
    above: Collection[str],
    applicant: UUID | None = None,
) -> ResumptionOrdered:
    """责令恢复审理: as the order of the authority above reaches the file (ARL 40).

    Args:
        case: The file.
        head: Head of the new page.
        cause: Which suspension; the only one if none is named.
        organ: Who orders it.
        letter_id: The order.
        above: The organs above the authority.
        applicant: In whom the cause lies, where that tells several apart.

    Raises:
        Refused: It is not suspended, was ordered already, or the organ is not above.
    """
    one = lasting(case, cause, applicant, head.on)
    if organ not in above:
        raise Refused("责令恢复审理的，应当是行政复议机关的上级行政机关", ARL[40])
    if one.ordered_on:
        ruling = correction(Wrong.SUSPENDED, head.on, justified=False)
        raise Refused(f"已于{one.ordered_on}责令：{ruling.says}", ARL[40])
    return ResumptionOrdered(
        head=head, cause=one.cause, organ=organ, letter_id=letter_id, applicant=one.applicant
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a termination 终止的认定 (ARL 41)."""

    ground: Termination = Termination.WITHDRAWN
    liberty: bool | None = None
    """The act is a detention, or a compulsory measure that restrains liberty."""
    harmless: bool | None = None
    """After a settlement 和解: it harms nobody and is not against the law (ARL 74)."""
    applicants: frozenset[UUID] | None = None
    """Whom it concerns; None is the only applicant."""
    unsucceeded: Unsucceeded | None = None
    """Why nobody takes the place of who died or ended."""


def terminate(
    case: Case,
    head: Head,
    found: Found,
    paper_id: UUID | None,
    calendar: Calendar,
    *,
    basis_id: UUID | None = None,
) -> ReconsiderationTerminated:
    """终止行政复议 (ARL 41).

    Args:
        case: The file.
        head: Head of the new page.
        found: What was found.
        paper_id: Document 终止决定书.
        calendar: The city's.
        basis_id: Document that says how it is known that nobody takes the place of who is no more,
            or which criminal measure was taken.

    Raises:
        Refused: The ground is not there, it is not there for every applicant, or of several it is
            not said for whom it is.
    """
    article = must_be_there(case, found, head.on, calendar, basis_id)
    if found.applicants is None and len(case.applicants) > 1:
        raise Refused("申请人有数人的，应当写明对哪些申请人终止", article)
    if found.applicants is not None and not found.applicants.issuperset(case.applicants):
        raise Refused("其他申请人仍参加行政复议的，案件对其继续审理，不终止", article)
    return ReconsiderationTerminated(
        head=head,
        settled=bool(settled_of(case, case.applicants)),
        ground=found.ground,
        paper_id=paper_id,
        unsucceeded=found.unsucceeded,
        basis_id=basis_id,
    )


def must_be_there(
    case: Case, found: Found, on: date, calendar: Calendar, basis_id: UUID | None
) -> Article:
    """The ground of a termination is there, for all applicants or for some (ARL 41).

    Returns:
        By which article it ends the case.

    Raises:
        Refused: It is not: nobody withdrew, the settlement was not found harmless, it is not said
            and proved why nobody takes the place of who died or ended, nor which criminal measure
            was taken for the same conduct, or the case goes on.
    """
    if found.ground is Termination.WITHDRAWN:
        _must_have_withdrawn(case, found)
    if found.ground in WITHOUT_SUCCESSOR and (found.unsucceeded is None or basis_id is None):
        says = "写明没有近亲属、承受人，或者其放弃行政复议权利，并附证明材料，才能终止"
        raise Refused(says, article_of_ending(found.ground))
    if found.ground is Termination.CRIMINAL and basis_id is None:
        says = "写明何机关于何日因同一违法行为对申请人采取何种刑事强制措施，才能终止"
        raise Refused(says, article_of_ending(found.ground))
    point = _there(case, found, on, calendar)
    if not point.met:
        raise Refused(point.text, point.article or ARL[41])
    return article_of_ending(found.ground)


def _must_have_withdrawn(case: Case, found: Found) -> None:
    whose = found.applicants or frozenset(case.applicants)
    if not case.withdrawn or not whose <= {*(case.participants.withdrawing or case.applicants)}:
        raise Refused("申请人没有撤回行政复议申请", article_of_ending(found.ground))
    settled = settled_of(case, whose)
    if settled and not settled.issuperset(whose):
        raise Refused("因和解撤回的和其他撤回的，分别准予", ARL[74].par(2))
    if settled:
        hold(harmless(found.harmless, settlement=True), ARL[74].par(1))


def _there(case: Case, found: Found, on: date, calendar: Calendar) -> Point:
    if found.ground is Termination.SIXTY_DAYS:
        return full_for(case, found.applicants or case.applicants, on, calendar)
    liberty = found.liberty and case.act in _OF_LIBERTY
    return termination(Ending(ground=found.ground, permitted=True, liberty=liberty, on=on))


_OF_LIBERTY = (ActKind.PENALTY, ActKind.COMPULSION)
