"""附带审查案卷 of one document, from its opening to its end (ARL 56 to 60; ARR2026 53, 54)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain import attached_review as acts
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.attached_table import RUNNING
from services.reconsideration.store import REVIEWS, review_of
from shared.auth import AUTHORITIES
from shared.contracts.fact import CLOCK, Head
from shared.contracts.reconsideration.attached import (
    AttachedReviewBegun,
    AttachedReviewDropped,
    Flaw,
)
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewEnded,
    AttachedReviewMoved,
    ForwardedDocumentReceived,
    IssuerExplained,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
)
from shared.contracts.reconsideration.higher import CameAbove, ElevatedCaseEnded
from shared.errors import Malformed
from shared.work import Work


def open_review(work: Work, begun: AttachedReviewBegun) -> Review:
    """附带审查立卷: in the sight of whoever handles the case, and of no party (ARL 56, 57)."""
    of, heard = begun.head, work.heard_labels
    # Without applicants every party of the dispute would see it; parties read the case's own file.
    labels = {name: heard[name] for name in ("authority", "county", "window") if name in heard}
    labels["applicants"] = ""
    case_id = review_of(of.case_id, begun.nth)
    review = work.open(REVIEWS, case_id, of.dispute_id, on=of.on, labels=labels)
    if review.state is not None:
        return review
    return work.record(review, acts.open_for(work.head(review, by=CLOCK, on=of.on), begun))


def end_review(work: Work, dropped: AttachedReviewDropped) -> Review | None:
    """附带审查终结: the case no longer asks for it (ARL 13)."""
    review = work.find(REVIEWS, review_of(dropped.head.case_id, dropped.nth))
    if review is None or review.state not in RUNNING:
        return review
    head = work.head(review, by=CLOCK, on=dropped.head.on)
    return work.record(review, AttachedReviewEnded(head=head))


def end_with_case(work: Work, ended: ElevatedCaseEnded) -> None:
    """附带审查终结: what still ran for a case that the authority above has ended (RULES 118)."""
    for nth in ended.reviews:
        review = work.find(REVIEWS, review_of(ended.head.case_id, nth))
        if review is not None and review.state in RUNNING:
            head = work.head(review, by=CLOCK, on=ended.head.on)
            work.record(review, AttachedReviewEnded(head=head))


def go_along(work: Work, came: CameAbove) -> None:
    """附带审查随案移交: to the authority above, which has the case now; the one below reads on."""
    for nth in came.reviews:
        review = work.find(REVIEWS, review_of(came.head.case_id, nth))
        if review is None or review.state not in RUNNING or review.authority == came.authority:
            continue
        head = work.head(review, by=CLOCK, on=came.head.on)
        work.label(review.case_id, authority=came.authority, **{AUTHORITIES: came.below})
        moved = AttachedReviewMoved(head=head, authority=came.authority, below=came.below)
        work.record(review, moved)


def take(work: Work, case_id: UUID, issuer: str, *, by: str, on: date | None = None) -> Review:
    """有权处理 (ARL 56, 57)."""
    review, head = turn(work, case_id, by, on)
    organs = frozenset(work.directory.above(issuer))
    return work.record(review, acts.take(review, head, issuer, organs))


def notify_issuer(
    work: Work,
    case_id: UUID,
    *,
    text: str,
    by: str,
    on: date | None = None,
    received_on: date | None = None,
) -> Review:
    """书面通知制定机关; handed over at once, its receipt is the next page (ARL 58)."""
    review, head = turn(work, case_id, by, on)
    letter_id = paper(work, review, "issuer_notice", text)
    told = IssuerNotified(head=head, issuer=review.issuer, letter_id=letter_id)
    review = work.record(review, told)
    if received_on is None:
        return review
    return receive_issuer_notice(work, case_id, by=by, on=received_on)


def receive_issuer_notice(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Review:
    """制定机关收到通知 (ARL 58)."""
    review, head = turn(work, case_id, by, on)
    return work.record(review, IssuerNoticeReceived(head=head))


def file_issuer_reply(
    work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None
) -> Review:
    """制定机关书面答复, in time or late (ARL 58)."""
    review, head = turn(work, case_id, by, on)
    reply_id = paper(work, review, "issuer_reply", text)
    return work.record(review, IssuerReplied(head=head, reply_id=reply_id))


def hear_issuer(
    work: Work, case_id: UUID, *, record: str, by: str, on: date | None = None
) -> Review:
    """制定机关当面说明理由 (ARL 58)."""
    review, head = turn(work, case_id, by, on)
    record_id = paper(work, review, "issuer_explanation", record)
    return work.record(review, IssuerExplained(head=head, record_id=record_id))


def conclude(
    work: Work,
    case_id: UUID,
    flaw: Flaw,
    *,
    text: str,
    order: str | None = None,
    by: str,
    on: date | None = None,
) -> Review:
    """处理规范性文件; `order` stops the clauses and has them corrected (ARL 59; ARR2026 54)."""
    review, head = turn(work, case_id, by, on)
    conclusion_id = paper(work, review, "attached_conclusion", text)
    order_id = paper(work, review, "correction_order", order) if order else None
    concluded = acts.conclude(review, head, flaw, conclusion_id, order_id)
    ordered = acts.order_correction(review, head, concluded)
    if ordered is None:
        return work.record(review, concluded)
    review = work.record(review, ordered)
    next_page = work.head(review, by=by, on=head.on)
    return work.record(review, concluded.model_copy(update={"head": next_page}))


def report_correction(
    work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None
) -> Review:
    """制定机关报送纠正情况, in time or late (ARL 59; RULES 117)."""
    review, head = turn(work, case_id, by, on)
    report_id = paper(work, review, "issuer_correction", text)
    return work.record(review, acts.report_correction(review, head, report_id))


def forward(
    work: Work,
    case_id: UUID,
    issuer: str,
    receiver: str,
    *,
    text: str,
    by: str,
    on: date | None = None,
    received_on: date | None = None,
) -> Review:
    """转送有权处理的机关; handed over at once, its receipt is the next page (ARL 56, 57)."""
    review, head = turn(work, case_id, by, on)
    letter_id = paper(work, review, "document_forwarding", text)
    organs = frozenset(work.directory.above(issuer))
    fact = acts.forward(review, head, issuer, receiver, letter_id, above=organs)
    review = work.record(review, fact)
    if received_on is None:
        return review
    return receive_forwarded(work, case_id, by=by, on=received_on)


def receive_forwarded(work: Work, case_id: UUID, *, by: str, on: date | None = None) -> Review:
    """接受转送的机关收到 (ARL 60)."""
    review, head = turn(work, case_id, by, on)
    return work.record(review, ForwardedDocumentReceived(head=head))


def urge(work: Work, case_id: UUID, *, text: str, by: str, on: date | None = None) -> Review:
    """催告回复处理意见 (ARL 60)."""
    review, head = turn(work, case_id, by, on)
    letter_id = paper(work, review, "opinion_urging", text)
    return work.record(review, acts.urge(review, head, letter_id))


def receive_opinion(
    work: Work, case_id: UUID, flaw: Flaw, *, text: str, by: str, on: date | None = None
) -> Review:
    """收到处理意见 (ARL 60)."""
    review, head = turn(work, case_id, by, on)
    conclusion_id = paper(work, review, "attached_conclusion", text)
    return work.record(review, acts.receive_opinion(review, head, flaw, conclusion_id))


def turn(work: Work, case_id: UUID, by: str, on: date | None) -> tuple[Review, Head]:
    """The file and the head of its next page.

    Raises:
        Malformed: The day lies before that of the step before.
    """
    review = work.take(REVIEWS, case_id)
    head = work.head(review, by=by, on=on)
    if review.last_step and head.on < review.last_step:
        raise Malformed(f"日期不得早于上一步骤之日{review.last_step}", "on")
    return review, head


def paper(work: Work, review: Review, kind: str, text: str) -> UUID:
    """Keep a paper of this file."""
    return work.document(review.case_id, review.dispute_id, kind, text)
