"""Doors of work reports and of checks of governments below (ARR2026 66, 67)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    MajorMatterReported,
    MendingConfirmed,
    MendingReported,
    MendingRequired,
    WorkReportSubmitted,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/work-reports/{case_id}/report": (WorkReportSubmitted,),
    "/work-reports/{case_id}/major-matter": (MajorMatterReported,),
    "/work-checks/{case_id}/result": (CheckFedBack,),
    "/work-checks/{case_id}/mending": (MendingRequired,),
    "/work-checks/{case_id}/mending-report": (MendingReported,),
    "/work-checks/{case_id}/confirmation": (MendingConfirmed,),
}
"""By the path of the door."""

FROM_BELOW: Final = frozenset({"/work-checks/{case_id}/mending-report"})
"""Where the government below acts in the file of the one above."""
