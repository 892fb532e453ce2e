"""附带审查的办理: taken or forwarded, the issuer asked, dealt with, answered (ARL 56 to 60)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.attached import competence
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.attached_table import State
from services.reconsideration.domain.conduct.documents import clause
from services.reconsideration.domain.saying import Point
from shared.contracts.fact import Head
from shared.contracts.reconsideration.attached import AttachedReviewBegun, Flaw
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewOpened,
    AttachedReviewTaken,
    DocumentForwarded,
    HandlingOpinionReceived,
    HandlingOpinionUrged,
    IssuerCorrectionOrdered,
    IssuerCorrectionReported,
)
from shared.law.article import ARL
from shared.law.procedure import Refused


def open_for(head: Head, begun: AttachedReviewBegun) -> AttachedReviewOpened:
    """附带审查立卷, as the case's own file says that it begins (ARL 39, 56, 57)."""
    return AttachedReviewOpened(
        head=head,
        request_case_id=begun.head.case_id,
        nth=begun.nth,
        authority=begun.authority,
        document=begun.document,
        ex_officio=begun.ex_officio,
    )


def take(review: Review, head: Head, issuer: str, above: Collection[str]) -> AttachedReviewTaken:
    """有权处理 (ARL 56, 57).

    Args:
        review: The file.
        head: Head of the new page.
        issuer: Organ code of who made the document.
        above: The organs above the issuer.

    Raises:
        Refused: The authority may not deal with it.
    """
    point = _competence(review, issuer, above)
    if not point.met:
        raise Refused(point.text, point.article or ARL[56])
    assert review.suspended_on is not None  # noqa: S101 - every file is opened on that day
    return AttachedReviewTaken(
        head=head,
        issuer=issuer,
        ex_officio=review.ex_officio,
        suspended_on=review.suspended_on,
    )


def forward(
    review: Review,
    head: Head,
    issuer: str,
    receiver: str,
    letter_id: UUID,
    *,
    above: Collection[str],
) -> DocumentForwarded:
    """转送有权处理的机关 (ARL 56, 57).

    Raises:
        Refused: The authority may deal with it itself, or would forward it to itself.
    """
    point = _competence(review, issuer, above)
    if point.met:
        raise Refused(f"{point.text}，不得转送", point.article or ARL[56])
    if receiver == review.authority:
        raise Refused("应当转送有权处理的其他机关", ARL[57] if review.ex_officio else ARL[56])
    return DocumentForwarded(
        head=head, issuer=issuer, receiver=receiver, forwarding_letter_id=letter_id
    )


def _competence(review: Review, issuer: str, above: Collection[str]) -> Point:
    assert review.document is not None  # noqa: S101 - every file is opened for one
    return competence(review.document, issuer, review.authority, above)


def conclude(
    review: Review, head: Head, flaw: Flaw, conclusion_id: UUID, order_id: UUID | None
) -> AttachedReviewConcluded:
    """处理规范性文件 (ARL 59; ARR2026 54).

    Raises:
        Refused: The issuer was not asked or may still reply (ARL 58), the flaw is none that the law
            of the day knows, or the order to stop and correct is missing, or is not called for.
    """
    if review.state is State.DEALING:
        raise Refused("应当先书面通知制定机关就相关条款的合法性提出答复", ARL[58].par(1))
    if review.state is State.ISSUER_TOLD:
        raise Refused("制定机关尚未答复，且答复期限未满", ARL[58].par(1))
    if review.state is State.ORDERED and flaw is Flaw.NONE:
        raise Refused("已责令制定机关纠正，相关条款不能再认定合法", ARL[59])
    found = clause(flaw, head.on)
    if not found.met:
        raise Refused(found.text, found.article or ARL[59])
    if flaw is Flaw.NONE and order_id:
        raise Refused("相关条款合法的，不停止执行，也不责令纠正", ARL[59])
    if flaw is not Flaw.NONE and order_id is None:
        text = "相关条款超越权限或者违反上位法的，应当决定停止执行，并责令制定机关予以纠正"
        raise Refused(text, ARL[59])
    assert review.request_case_id is not None  # noqa: S101 - every file is opened for a case
    return AttachedReviewConcluded(
        head=head,
        request_case_id=review.request_case_id,
        nth=review.nth,
        issuer=review.issuer,
        flaw=flaw,
        conclusion_id=conclusion_id,
        correction_order_id=order_id,
    )


def order_correction(
    review: Review, head: Head, concluded: AttachedReviewConcluded
) -> IssuerCorrectionOrdered | None:
    """责令制定机关纠正, where the clauses that are dealt with are unlawful (ARL 59; RULES 117)."""
    order_id = concluded.correction_order_id
    if order_id is None:
        return None
    return IssuerCorrectionOrdered(head=head, issuer=review.issuer, correction_order_id=order_id)


def report_correction(review: Review, head: Head, report_id: UUID) -> IssuerCorrectionReported:
    """制定机关报送纠正情况, in time or late (ARL 59; RULES 117)."""
    return IssuerCorrectionReported(head=head, issuer=review.issuer, correction_report_id=report_id)


def urge(review: Review, head: Head, letter_id: UUID) -> HandlingOpinionUrged:
    """催告回复处理意见, each time that it is found necessary (ARL 60).

    Raises:
        Refused: Its sixty days still run.
    """
    if review.state is State.AWAITED and review.opinion_overdue_on is None:
        text = "接受转送的机关回复处理意见的六十日尚未届满，不必催告"
        raise Refused(text, ARL[60])
    return HandlingOpinionUrged(head=head, receiver=review.receiver, urging_letter_id=letter_id)


def receive_opinion(
    review: Review, head: Head, flaw: Flaw, conclusion_id: UUID
) -> HandlingOpinionReceived:
    """收到处理意见, in time or late (ARL 60)."""
    assert review.request_case_id is not None  # noqa: S101 - every file is opened for a case
    return HandlingOpinionReceived(
        head=head,
        request_case_id=review.request_case_id,
        nth=review.nth,
        flaw=flaw,
        conclusion_id=conclusion_id,
    )
