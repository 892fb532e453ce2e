"""附带审查在本案中: asked for, found, begun, dropped, and its result (ARL 13, 39, 56 to 60)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.attached import attach
from services.reconsideration.domain.attached_document import (
    AttachedDocument,
    pending,
    under_review,
)
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.contracts.fact import Head
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
    Document,
    Drop,
)
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    HandlingOpinionReceived,
)
from shared.contracts.reconsideration.judged import Basis
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.article import ARL
from shared.law.procedure import Refused

Result = AttachedReviewConcluded | HandlingOpinionReceived
"""How a review ends with a finding (ARL 59, 60)."""


def request(
    case: Case,
    head: Head,
    document: Document,
    text_id: UUID,
    *,
    unknown_before: bool,
    persons: Persons,
) -> AttachedReviewRequested:
    """提出附带审查申请 (ARL 13; ARR2026 53; ARR2007 26).

    Args:
        case: The file.
        head: Head of the new page.
        document: What is attacked.
        text_id: The request 附带审查申请书.
        unknown_before: Whether the applicant did not know of the document when it applied.
        persons: For whom a party acts; None where an officer takes it down.

    Raises:
        Refused: It is none of the documents that may be attacked, it could have come with the
            application, or somebody else than an applicant asks.
    """
    if persons is not None and persons.isdisjoint(case.applicants):
        raise Refused("附带审查申请由申请人提出", ARL[13].par(1))
    later = bool(case.received_on and head.on > case.received_on)
    asked = attach(document, head.on, later=later, decided=case.decided_on is not None)
    if not asked.may:
        raise Refused(asked.because, asked.article)
    if later and not unknown_before:
        text = "申请行政复议时已经知道该文件的，应当在申请时一并提出"
        raise Refused(text, asked.article)
    return AttachedReviewRequested(
        head=head,
        nth=_next(case),
        document=document,
        unknown_before=unknown_before,
        text_id=text_id,
        applicants=tuple(one for one in case.applicants if one in (persons or ())),
    )


def still_asked(old: Case, applicants: tuple[UUID, ...]) -> tuple[AttachedDocument, ...]:
    """附带审查申请 that nobody has dealt with or withdrawn (ARL 13, 35).

    Args:
        old: The file before.
        applicants: Those of the new file: what others asked stays with them.
    """
    asked = (one for one in old.attached if one.is_open and one.text_id)
    return tuple(
        one for one in asked if not one.asked_by or not set(one.asked_by).isdisjoint(applicants)
    )


def ask_again(case: Case, head: Head, one: AttachedDocument) -> AttachedReviewRequested:
    """The same request in the new file of an application that is accepted after all (ARL 35).

    It came in time when it came: it is not held against the day of the new file (ARL 13).
    """
    assert one.text_id is not None  # noqa: S101 - as `still_asked` saw
    return AttachedReviewRequested(
        head=head,
        nth=_next(case),
        document=one.document,
        unknown_before=one.unknown_before,
        text_id=one.text_id,
        applicants=tuple(each for each in case.applicants if each in one.asked_by),
    )


def doubt(case: Case, head: Head, document: Document, reason_id: UUID) -> BasisDoubted:
    """认为依据不合法 (ARL 57)."""
    return BasisDoubted(head=head, nth=_next(case), document=document, reason_id=reason_id)


def _next(case: Case) -> int:
    return len(case.attached) + 1


def must_have_cause(case: Case) -> None:
    """中止之前: a document must be there for which the case is to stand still (ARL 39).

    Raises:
        Refused: None was attacked and none was found, or a review of it runs already.
    """
    if not pending(case.attached):
        text = "没有待附带审查的文件：先记录附带审查申请，或者认定依据不合法"
        raise Refused(text, ARL[39].par(1, 9))


def must_be_done(case: Case) -> None:
    """恢复之前: no review of a document runs any more (ARL 39).

    Raises:
        Refused: One does.
    """
    if running := under_review(case.attached):
        text = f"第{running[0].nth}份文件的附带审查尚无结果，中止的原因没有消除"
        raise Refused(text, ARL[39].par(2))


def stands_still(case: Case) -> bool:
    """Whether the case is suspended for a document, and the cause is not gone."""
    return any(
        one.cause is Suspension.DOCUMENT and one.gone_on is None for one in case.suspended_for
    )


def begin(case: Case, head: Head, one: AttachedDocument) -> AttachedReviewBegun:
    """附带审查开始, on the day from which the case stands still for it (ARL 56, 57; ARR2026 53)."""
    return AttachedReviewBegun(
        head=head,
        nth=one.nth,
        authority=case.authority,
        document=one.document,
        ex_officio=one.ex_officio,
    )


def drop(
    case: Case, head: Head, nth: int | None, why: Drop, reason_id: UUID, *, persons: Persons
) -> AttachedReviewDropped:
    """不再附带审查: withdrawn by its applicant, or no basis of the act (ARL 13).

    Raises:
        Refused: There is no such document that is still to be dealt with, several are and none is
            named, or somebody withdraws what the authority found itself, or another one asked for.
    """
    found = [one for one in case.attached if one.is_open and nth in (None, one.nth)]
    if len(found) != 1:
        text = "应当写明是第几份文件" if found else "没有这份待附带审查的文件"
        raise Refused(text, ARL[13].par(1))
    if why is Drop.WITHDRAWN and found[0].ex_officio:
        raise Refused("本机关认为依据不合法的，申请人不能撤回", ARL[57])
    if persons is not None and persons.isdisjoint(found[0].asked_by or case.applicants):
        raise Refused("附带审查申请由提出的申请人撤回", ARL[13].par(1))
    return AttachedReviewDropped(head=head, nth=found[0].nth, drop=why, reason_id=reason_id)


def asked_alone(case: Case, left: Collection[UUID]) -> tuple[AttachedDocument, ...]:
    """待附带审查的文件 for which nobody asked beside those who leave the case (ARL 13).

    What the authority found itself, or all applicants asked for, is nobody's alone.
    """
    open_ = (one for one in case.attached if one.is_open and one.asked_by)
    return tuple(one for one in open_ if set(one.asked_by) <= set(left))


def drop_with_asker(head: Head, one: AttachedDocument) -> AttachedReviewDropped:
    """提出的申请人退出，不再附带审查: it was theirs to ask, and nobody else did (ARL 13)."""
    return AttachedReviewDropped(head=head, nth=one.nth, drop=Drop.LEFT)


def drop_with_case(head: Head, one: AttachedDocument) -> AttachedReviewDropped:
    """案件终止或者调解结案，不再附带审查 (ARL 41, 73)."""
    return AttachedReviewDropped(head=head, nth=one.nth, drop=Drop.CASE_ENDED)


def record_result(head: Head, told: Result) -> AttachedResultRecorded:
    """记录附带审查的结果, as the review's own file says it (ARL 59, 60)."""
    return AttachedResultRecorded(
        head=head,
        nth=told.nth,
        review_case_id=told.head.case_id,
        flaw=told.flaw,
        by_other=isinstance(told, HandlingOpinionReceived),
        conclusion_id=told.conclusion_id,
        concluded_on=told.head.on,
    )


def heed_results(case: Case, *, dismisses: bool) -> None:
    """附带审查的结果先于决定，决定依其结果 (ARL 56, 57, 59, 64).

    Whoever dismisses the application as inadmissible does not come to the documents behind the act.

    Raises:
        Refused: A document is still to be dealt with; or one was found unlawful, and no finding on
            file says that the act rests upon an unlawful basis.
    """
    left = next((one for one in case.attached if one.is_open), None)
    if left and not (dismisses and left.is_pending):
        if left.is_pending:
            text = f"第{left.nth}份文件尚未附带审查，应当中止审理并依法处理"
            raise Refused(text, left.article)
        raise Refused(f"第{left.nth}份文件的附带审查尚无结果，不得作出决定", left.article)
    if dismisses or not any(one.is_unlawful for one in case.attached):
        return
    looked = [one for one in case.findings if one.duty is None and one.breach is None]
    if looked and not any(one.basis in _UNLAWFUL for one in looked):
        text = "附带审查认定相关条款不合法，不得作为行政行为的依据，审理认定应当写明依据不合法"
        raise Refused(text, ARL[64].par(1, 3))


_UNLAWFUL = (Basis.UNLAWFUL, Basis.UNLAWFUL_REPLACEABLE)
