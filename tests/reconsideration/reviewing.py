"""An attached review 附带审查 that a test can walk, as `makers.Walk` walks the case."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final, Self
from uuid import UUID

import pytest

from services.reconsideration.domain import attached_acts, attached_review
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.attached_table import ATTACHED
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.reconsideration.attached import (
    AttachedReviewBegun,
    AttachedReviewRequested,
    BasisDoubted,
    Document,
    Flaw,
)
from shared.contracts.reconsideration.attached_review import (
    ForwardedDocumentReceived,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
)
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended, Suspension
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry
from shared.law.procedure import Refused
from tests.reconsideration.makers import AUTHORITY, DISPUTE, FILE, PAPER, RESPONDENT, Walk, day

REVIEW: Final = UUID(int=77)
ABOVE: Final = frozenset({AUTHORITY, "620700-government"})
"""The organs above the respondent, which made the document."""


class ReviewWalk:
    """The file of one document, page after page."""

    def __init__(
        self,
        on: str = "2026-07-06",
        document: Document = Document.LOCAL,
        *,
        ex_officio: bool = False,
    ) -> None:
        self.case = Review(procedure=ATTACHED, dispute_id=DISPUTE, case_id=REVIEW)
        self.facts: list[Fact] = []
        main = Head(
            dispute_id=DISPUTE, case_id=FILE, version=9, on=day(on), at=_at(on), by="officer-7"
        )
        begun = AttachedReviewBegun(
            head=main, nth=1, authority=AUTHORITY, document=document, ex_officio=ex_officio
        )
        self.record(attached_review.open_for(self.head(on, CLOCK), begun))

    def head(self, on: str, by: str = "officer-7") -> Head:
        return self.case.head(by=by, on=day(on), at=_at(on))

    def record(self, fact: Fact) -> Self:
        self.case = self.case.after(fact)
        self.facts.append(fact)
        return self

    def take(self, on: str = "2026-07-07", issuer: str = RESPONDENT) -> Self:
        return self.record(attached_review.take(self.case, self.head(on), issuer, ABOVE))

    def ask(self, on: str = "2026-07-08") -> Self:
        """The issuer is asked, and has the notice on the same day."""
        told = IssuerNotified(head=self.head(on), issuer=self.case.issuer, letter_id=PAPER)
        return self.record(told).record(IssuerNoticeReceived(head=self.head(on)))

    def reply(self, on: str = "2026-07-14") -> Self:
        return self.record(IssuerReplied(head=self.head(on), reply_id=PAPER))

    def conclude(self, flaw: Flaw, on: str = "2026-07-20", *, order: bool | None = None) -> Self:
        ordered = flaw is not Flaw.NONE if order is None else order
        paper = PAPER if ordered else None
        fact = attached_review.conclude(self.case, self.head(on), flaw, PAPER, paper)
        ordering = attached_review.order_correction(self.case, self.head(on), fact)
        if ordering is None:
            return self.record(fact)
        return self.record(ordering).record(fact.model_copy(update={"head": self.head(on)}))

    def correct(self, on: str) -> Self:
        fact = attached_review.report_correction(self.case, self.head(on), PAPER)
        return self.record(fact)

    def forward(self, on: str = "2026-07-08", issuer: str = "620000-government") -> Self:
        fact = attached_review.forward(
            *(self.case, self.head(on), issuer, issuer, PAPER), above=frozenset()
        )
        return self.record(fact)

    def have(self, on: str) -> Self:
        """Whoever it was forwarded to says that it has it."""
        return self.record(ForwardedDocumentReceived(head=self.head(on)))

    def urge(self, on: str) -> Self:
        return self.record(attached_review.urge(self.case, self.head(on), PAPER))

    def lapse(self, name: str, on: str) -> Self:
        """The clock records that the period of this name is over."""
        row = ATTACHED.by_name[name]
        told = self.case.told_by_lapse(row.lapse, "")
        return self.record(row.lapsed(self.head(on, CLOCK), "", told))

    def last_day(self, name: str) -> date:
        """The last day of the period that the newest page starts."""
        row = ATTACHED.by_name[name]
        assert row in ATTACHED.opens(self.facts[-1])
        until = row.until(self.facts[-1], CALENDAR)
        assert until is not None
        return day_of_expiry(until)


def asked(walk: Walk, on: str, document: Document = Document.LOCAL) -> Walk:
    """The applicant asks for a review."""
    return walk.then(
        AttachedReviewRequested, on, nth=len(walk.case.attached) + 1, document=document
    )


def still(walk: Walk, on: str) -> Walk:
    """The case stands still for every document that is pending."""
    walk.then(ReconsiderationSuspended, on, cause=Suspension.DOCUMENT)
    for one in attached_acts.pending(walk.case.attached):
        walk.record(attached_acts.begin(walk.case, walk.head(on), one))
    return walk


def doubted(walk: Walk, on: str, document: Document = Document.LOCAL) -> Walk:
    """The authority doubts the basis itself."""
    return walk.then(BasisDoubted, on, nth=len(walk.case.attached) + 1, document=document)


def refused(act: Callable[[], object]) -> Article:
    """The article by which the act is refused."""
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def _at(on: str) -> datetime:
    return datetime.combine(day(on), time(9), CITY)
