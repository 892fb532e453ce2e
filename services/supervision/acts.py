"""办理事项: which fact each door of 履行监督 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.supervision import (
    CriticismCirculated,
    ExplanationGiven,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
    Performed,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/watches/{case_id}/performance": (Performed,),
    "/watches/{case_id}/order": (PerformanceOrdered,),
    "/watches/{case_id}/interview-notice": (InterviewNotified,),
    "/watches/{case_id}/interview": (OfficialInterviewed,),
    "/watches/{case_id}/criticism": (CriticismCirculated,),
    "/presses/{case_id}/explanation": (ExplanationGiven,),
}
"""By the path of the door."""

FROM_ABOVE: Final = frozenset(path for path in ACTS if path.startswith("/watches/"))
"""Those at which whoever is above acts, too, who else only reads the file (ARL 77)."""
