"""收到决定书: from whose receipt of which paper the days to sue run (ARL 75; ALL 45)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.routing import Occasion, RoadNotified


@dataclass(frozen=True, slots=True)
class Receipt:
    """收到决定书: an applicant on whom the paper of a case was served."""

    person_id: UUID
    of_case_id: UUID
    """The case whose decision, or refusal, it is."""
    on: date
    """收到之日."""


def receipt_of(fact: RoadNotified) -> Receipt | None:
    """From whose receipt the days run that it tells; nobody's on pages of old."""
    if fact.person_id and fact.of_case_id and fact.sue_starts_on:
        return Receipt(fact.person_id, fact.of_case_id, fact.sue_starts_on)
    return None


def gives_days_anew(fact: RoadNotified, decision_id: UUID | None, first: Receipt | None) -> bool:
    """Whether it gives days to sue over which nobody has sued yet (ARL 34; ALL 45).

    So it is unless it tells the decision or the refusal that was told last, or the direct suit,
    which is none of either. That nothing was decided in time is no paper, and gives days each time.

    Args:
        fact: The page.
        decision_id: The file of the decision that was told last; None where it was none.
        first: The receipt that was told last.
    """
    if fact.occasion is Occasion.OVERDUE:
        return True
    if fact.decision_id:
        return fact.decision_id != decision_id
    if fact.of_case_id:
        return decision_id is not None or first is None or first.of_case_id != fact.of_case_id
    return False
