"""Facts of the file in which one document is reviewed 附带审查案卷 (ARL 56 to 60)."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.attached import Document, Flaw


class AttachedReviewOpened(Fact):
    """附带审查立卷: on the day from which the case stands still for it (ARL 56; ARR2026 53)."""

    kind: Literal["reconsideration.attached_opened.v1"] = "reconsideration.attached_opened.v1"
    request_case_id: UUID
    """Case file of the reconsideration."""
    nth: int
    """Which document of that case."""
    authority: str
    document: Document
    ex_officio: bool
    """Found by the authority itself (ARL 57), not asked for (ARL 56)."""

    @property
    def asked(self) -> bool:
        """Whether an applicant asked for it (ARL 56)."""
        return not self.ex_officio


class AttachedReviewTaken(Fact):
    """有权处理: the authority deals with the document itself (ARL 56, 57)."""

    kind: Literal["reconsideration.attached_taken.v1"] = "reconsideration.attached_taken.v1"
    issuer: str
    """Organ code of who made the document 制定机关."""
    ex_officio: bool
    suspended_on: date
    """中止之日, from which the periods run."""

    @property
    def asked(self) -> bool:
        """Whether an applicant asked for it (ARL 56)."""
        return not self.ex_officio


class IssuerNotified(Fact):
    """通知制定机关: it is to say in writing whether the clauses are lawful (ARL 58)."""

    kind: Literal["reconsideration.issuer_notified.v1"] = "reconsideration.issuer_notified.v1"
    issuer: str
    letter_id: UUID
    """Document 附带审查书面通知."""


class IssuerNoticeReceived(Fact):
    """制定机关收到通知: its ten days run from here (ARL 58)."""

    kind: Literal["reconsideration.issuer_notice_received.v1"] = (
        "reconsideration.issuer_notice_received.v1"
    )


class IssuerReplied(Fact):
    """制定机关书面答复: with its material (ARL 58)."""

    kind: Literal["reconsideration.issuer_replied.v1"] = "reconsideration.issuer_replied.v1"
    reply_id: UUID


class IssuerReplyOverdue(Fact):
    """制定机关逾期未答复: the document is dealt with all the same (ARL 58)."""

    kind: Literal["reconsideration.issuer_reply_overdue.v1"] = (
        "reconsideration.issuer_reply_overdue.v1"
    )
    organ: str


class IssuerExplained(Fact):
    """制定机关当面说明理由: where the body finds it necessary (ARL 58)."""

    kind: Literal["reconsideration.issuer_explained.v1"] = "reconsideration.issuer_explained.v1"
    record_id: UUID
    """Document with the record of what was said."""


class IssuerCorrectionOrdered(Fact):
    """责令制定机关纠正: the clauses are stopped, and the issuer is to correct them (ARL 59)."""

    kind: Literal["reconsideration.issuer_correction_ordered.v1"] = (
        "reconsideration.issuer_correction_ordered.v1"
    )
    issuer: str
    correction_order_id: UUID
    """Document 停止执行相关条款、责令制定机关纠正的决定."""


class IssuerCorrectionReported(Fact):
    """制定机关报送纠正情况: what has become of the clauses, in time or late (ARL 59; RULES 117)."""

    kind: Literal["reconsideration.issuer_correction_reported.v1"] = (
        "reconsideration.issuer_correction_reported.v1"
    )
    issuer: str
    correction_report_id: UUID


class IssuerCorrectionOverdue(Fact):
    """制定机关逾期未纠正: it is still to correct them (ARL 59; RULES 117)."""

    kind: Literal["reconsideration.issuer_correction_overdue.v1"] = (
        "reconsideration.issuer_correction_overdue.v1"
    )
    organ: str


class AttachedReviewConcluded(Fact):
    """处理规范性文件: the clauses are lawful, or stopped and to be corrected (ARL 59)."""

    kind: Literal["reconsideration.attached_concluded.v1"] = "reconsideration.attached_concluded.v1"
    request_case_id: UUID
    nth: int
    issuer: str
    flaw: Flaw
    conclusion_id: UUID
    """Document 附带审查处理意见: which clauses, and why."""
    correction_order_id: UUID | None = None
    """Document 停止执行相关条款、责令制定机关纠正的决定; None where they are lawful."""


class DocumentForwarded(Fact):
    """转送规范性文件: to the organ that may deal with it (ARL 56, 57)."""

    kind: Literal["reconsideration.document_forwarded.v1"] = "reconsideration.document_forwarded.v1"
    issuer: str
    receiver: str
    """Organ code of who may deal with it; it need not be in the directory."""
    forwarding_letter_id: UUID
    """Document 规范性文件转送函."""


class ForwardedDocumentReceived(Fact):
    """接受转送的机关收到: its sixty days run from here (ARL 60)."""

    kind: Literal["reconsideration.forwarded_received.v1"] = "reconsideration.forwarded_received.v1"


class HandlingOpinionReceived(Fact):
    """收到处理意见: the organ that it was forwarded to has answered (ARL 60)."""

    kind: Literal["reconsideration.handling_opinion.v1"] = "reconsideration.handling_opinion.v1"
    request_case_id: UUID
    nth: int
    flaw: Flaw
    conclusion_id: UUID
    """Document 处理意见."""


class HandlingOpinionUrged(Fact):
    """催告回复处理意见: its answer is late, or nobody knows that it has the document (ARL 60)."""

    kind: Literal["reconsideration.handling_opinion_urged.v1"] = (
        "reconsideration.handling_opinion_urged.v1"
    )
    receiver: str
    """Organ code of who is to answer."""
    urging_letter_id: UUID
    """Document 催告回复函."""


class HandlingOpinionOverdue(Fact):
    """逾期未回复处理意见: the case goes on standing still until it comes (ARL 60)."""

    kind: Literal["reconsideration.handling_opinion_overdue.v1"] = (
        "reconsideration.handling_opinion_overdue.v1"
    )
    organ: str


class AttachedReviewEnded(Fact):
    """附带审查终结: nobody asks for its result any more (ARL 13)."""

    kind: Literal["reconsideration.attached_ended.v1"] = "reconsideration.attached_ended.v1"


class AttachedReviewMoved(Fact):
    """附带审查随案移交: whoever has the case now deals with the document too (ARL 38)."""

    kind: Literal["reconsideration.attached_moved.v1"] = "reconsideration.attached_moved.v1"
    authority: str
    """Organ code of the authority that has the case now."""
    below: str
    """Organ code of the one that had it before."""
