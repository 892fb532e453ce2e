"""What a case learns of decision, service and withdrawal (ARL 41, chapter 5)."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

_DECIDED: Final = {"outcome", "redo", "perform_within", "perform_by", "compensation"}


def _delivered(_: "Case", fact: DecisionDelivered) -> dict[str, object]:
    last = max((remedy.sue_until for remedy in fact.remedies), default=None)
    return {"perform_by": fact.perform_by, "sue_until": last}


LESSONS: Final[Lessons] = {
    DecisionExtended: lambda case, f: {"extended_days": case.extended_days + f.days},
    DecisionOverdue: lambda _, f: {"overdue_on": f.head.on},
    DecisionMade: lambda _, f: {**f.model_dump(include=_DECIDED), "decided_on": f.head.on},
    DecisionDelivered: _delivered,
    ApplicationWithdrawn: lambda _, f: {"withdrawn": True, "settled": f.settled},
}
