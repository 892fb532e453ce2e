"""A document under attached review 附带审查 as the case keeps it (ARL 13, 56 to 60)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.reconsideration.attached import Document, Flaw
from shared.law.article import ARL, Article


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedDocument:
    """One document of a case; it is open until it is dropped or its result is on file."""

    nth: int
    document: Document
    ex_officio: bool = False
    """Found by the authority itself (ARL 57), not asked for (ARL 56)."""
    unknown_before: bool = False
    """Whether the applicant did not know of it when it applied."""
    text_id: UUID | None = None
    """附带审查申请书; None for what the authority found itself."""
    asked_by: tuple[UUID, ...] = ()
    """Which applicants asked; empty where all did, or the authority found it itself."""
    since: date
    """提出之日, or the day on which the authority found it."""
    begun_on: date | None = None
    """中止之日, from which its periods run; None while the case does not stand still for it."""
    dropped_on: date | None = None
    flaw: Flaw | None = None
    """What was found; None while there is no result."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be dealt with."""
        return self.dropped_on is None and self.flaw is None

    @property
    def is_pending(self) -> bool:
        """Whether the case is still to be suspended for it."""
        return self.is_open and self.begun_on is None

    @property
    def is_under_review(self) -> bool:
        """Whether a review of it runs."""
        return self.is_open and self.begun_on is not None

    @property
    def is_unlawful(self) -> bool:
        """Whether its clauses were found unlawful."""
        return self.flaw not in {None, Flaw.NONE}

    @property
    def article(self) -> Article:
        """By which it is dealt with."""
        return ARL[57] if self.ex_officio else ARL[56]


def under_review(documents: Iterable[AttachedDocument]) -> tuple[AttachedDocument, ...]:
    """Those whose review runs."""
    return tuple(one for one in documents if one.is_under_review)


def pending(documents: Iterable[AttachedDocument]) -> tuple[AttachedDocument, ...]:
    """Those for which the case is still to be suspended."""
    return tuple(one for one in documents if one.is_pending)
