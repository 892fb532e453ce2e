"""What a case learns of the organ through which it was applied 通过处罚机关申请 (ARL 32)."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.filing import RECEIVED
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.forwarding import (
    ApplicationHandedIn,
    Fine,
    ForwardingOverdue,
    PenaltyCorrected,
)
from shared.contracts.routing import Compulsory

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _handed_in(_: "Case", fact: ApplicationHandedIn) -> dict[str, object]:
    """Of a penalty imposed on the spot reconsideration comes before a suit (ARL 23)."""
    on_the_spot = fact.fine is Fine.ON_THE_SPOT
    return {
        **fact.model_dump(include=RECEIVED | {"follows"}),
        "respondent": fact.organ,
        "handed_in_on": fact.head.on,
        "compulsory": Compulsory.REQUIRED if on_the_spot else None,
    }


LESSONS: Final[Lessons] = {
    ApplicationHandedIn: _handed_in,
    PenaltyCorrected: lambda _, f: {"corrected_told_on": f.told_on},
    ForwardingOverdue: lambda _, f: {"forwarding_overdue_on": f.head.on},
}
