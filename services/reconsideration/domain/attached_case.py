"""An attached review 附带审查 of one document, as the facts so far have made it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.attached_table import State
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewMoved,
    AttachedReviewOpened,
    AttachedReviewTaken,
    DocumentForwarded,
    ForwardedDocumentReceived,
    HandlingOpinionOverdue,
    HandlingOpinionReceived,
    HandlingOpinionUrged,
    IssuerCorrectionOrdered,
    IssuerCorrectionOverdue,
    IssuerCorrectionReported,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
    IssuerReplyOverdue,
)
from shared.contracts.reconsideration.served_again import (
    ForwardedDocumentServedAgain,
    IssuerNoticeServedAgain,
)
from shared.law.casefile import CaseFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Review(CaseFile):
    """What later acts ask of the file."""

    state: State | None = None
    request_case_id: UUID | None = None
    """Case file of the reconsideration."""
    nth: int = 0
    """Which document of that case."""
    authority: str = ""
    document: Document | None = None
    ex_officio: bool = False
    suspended_on: date | None = None
    """中止之日, on which the file was opened."""
    issuer: str = ""
    """制定机关, once the body has said which it is."""
    issuer_notified_on: date | None = None
    notice_received_on: date | None = None
    replied_on: date | None = None
    reply_overdue_on: date | None = None
    ordered_on: date | None = None
    """责令制定机关纠正之日."""
    corrected_on: date | None = None
    """制定机关报送纠正情况之日, in time or late."""
    correction_overdue_on: date | None = None
    receiver: str = ""
    """接受转送的机关."""
    forwarded_on: date | None = None
    forwarding_received_on: date | None = None
    opinion_overdue_on: date | None = None
    urged_on: date | None = None
    """催告回复之日, the newest."""
    flaw: Flaw | None = None

    @property
    def last_step(self) -> date | None:
        """The day of the newest step that the next one cannot lie before."""
        days = (
            *(self.suspended_on, self.issuer_notified_on, self.notice_received_on),
            *(self.replied_on, self.forwarded_on, self.forwarding_received_on),
            *(self.ordered_on, self.urged_on),
        )
        return max((one for one in days if one), default=None)

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """Which organ let its days pass, where they are its own."""
        del subject
        if lapse in {IssuerReplyOverdue, IssuerCorrectionOverdue}:
            return {"organ": self.issuer}
        return {"organ": self.receiver} if lapse is HandlingOpinionOverdue else {}

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this file remembers of `fact`, by the names of the fields above."""
        on = fact.head.on
        match fact:
            case AttachedReviewOpened():
                names = ("request_case_id", "nth", "authority", "document", "ex_officio")
                return {"suspended_on": on, **{name: getattr(fact, name) for name in names}}
            case AttachedReviewMoved():
                return {"authority": fact.authority}
            case AttachedReviewTaken():
                return {"issuer": fact.issuer}
            case DocumentForwarded():
                return {"issuer": fact.issuer, "receiver": fact.receiver, "forwarded_on": on}
            case AttachedReviewConcluded() | HandlingOpinionReceived():
                return {"flaw": fact.flaw}
            case _:
                name, none = _DAYS.get(type(fact)), _NO_SILENCE.get(type(fact))
                return {**({name: on} if name else {}), **({none: None} if none else {})}


_DAYS: dict[type[Fact], str] = {
    IssuerNotified: "issuer_notified_on",
    IssuerNoticeReceived: "notice_received_on",
    IssuerNoticeServedAgain: "notice_received_on",
    IssuerReplied: "replied_on",
    IssuerReplyOverdue: "reply_overdue_on",
    IssuerCorrectionOrdered: "ordered_on",
    IssuerCorrectionReported: "corrected_on",
    IssuerCorrectionOverdue: "correction_overdue_on",
    ForwardedDocumentReceived: "forwarding_received_on",
    ForwardedDocumentServedAgain: "forwarding_received_on",
    HandlingOpinionOverdue: "opinion_overdue_on",
    HandlingOpinionUrged: "urged_on",
}
"""Facts of which the day is remembered, and in which field."""

_NO_SILENCE: dict[type[Fact], str] = {
    IssuerNoticeServedAgain: "reply_overdue_on",
    ForwardedDocumentServedAgain: "opinion_overdue_on",
}
"""Facts by which a silence is none, and in which field it was remembered."""
