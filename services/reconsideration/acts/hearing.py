"""Doors of a hearing 听证 (ARL 50, 51)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
    HearingWaiverTakenBack,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/hearing-request": (HearingRequested,),
    "/reconsiderations/{case_id}/hearing-denial": (HearingDenied,),
    "/reconsiderations/{case_id}/hearing-notice": (HearingSet,),
    "/reconsiderations/{case_id}/hearing-notice-receipt": (HearingNotified,),
    "/reconsiderations/{case_id}/hearing-postponement": (HearingPutOff,),
    "/reconsiderations/{case_id}/hearing-abandonment": (HearingDropped,),
    "/reconsiderations/{case_id}/hearing": (HearingHeld,),
    "/reconsiderations/{case_id}/hearing-waiver": (HearingWaived,),
    "/reconsiderations/{case_id}/hearing-waiver-retraction": (HearingWaiverTakenBack,),
}
"""By the path of the door."""
