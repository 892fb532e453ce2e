"""A suspension 中止 as the case keeps it, and the time that it takes from a period (ARL 39)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.reconsideration.pausing import Suspension
from shared.law.article import ARL, Article
from shared.law.course import Exclusion

TERM = "行政复议中止"
"""What a period says of the time left out."""


def article_of(cause: Suspension) -> Article:
    """The item that names this cause (ARL 39)."""
    return ARL[39].par(1, list(Suspension).index(cause) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspended:
    """One of a case's suspensions; each for a cause, or in a person, of its own."""

    cause: Suspension
    since: date
    """中止之日."""
    gone_on: date | None = None
    """原因消除之日, where that is known."""
    ordered_on: date | None = None
    """责令恢复审理之日 (ARL 40)."""
    until: date | None = None
    """恢复审理之日; None while it lasts."""
    applicant: UUID | None = None
    """In which applicant the cause lies; None where it lies in none, and on files of old."""

    @property
    def lasts(self) -> bool:
        """Whether it has not been resumed."""
        return self.until is None

    def concerns(self, applicant: UUID) -> bool:
        """Whether it may lie in this applicant; where nobody is named, it may in each."""
        return self.applicant in (None, applicant)

    @property
    def left_out(self) -> Exclusion:
        """The time that no period counts."""
        return Exclusion(self.since, self.until, TERM, article_of(self.cause))
