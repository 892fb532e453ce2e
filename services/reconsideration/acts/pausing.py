"""Doors of suspension, resumption, termination and stay of execution (ARL 39 to 42)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ReconsiderationTerminated
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayEnded,
    StayRefused,
    StayRequested,
    SuspensionCauseGone,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/suspension": (ReconsiderationSuspended,),
    "/reconsiderations/{case_id}/suspension-cause-gone": (SuspensionCauseGone,),
    "/reconsiderations/{case_id}/resumption": (ReconsiderationResumed,),
    "/reconsiderations/{case_id}/resumption-order": (ResumptionOrdered,),
    "/reconsiderations/{case_id}/termination": (ReconsiderationTerminated,),
    "/reconsiderations/{case_id}/stay-request": (StayRequested,),
    "/reconsiderations/{case_id}/stay": (ExecutionStayed,),
    "/reconsiderations/{case_id}/respondent-stay": (ExecutionStayed,),
    "/reconsiderations/{case_id}/stay-refusal": (StayRefused,),
    "/reconsiderations/{case_id}/stay-end": (StayEnded,),
}
"""By the path of the door."""
