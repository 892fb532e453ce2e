"""办理事项: which fact each door of 登记 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.intake import (
    ApplicantAdded,
    ContactCorrected,
    DisputeWithdrawn,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/disputes/{number}/applicant-addition": (ApplicantAdded,),
    "/disputes/{number}/contact-correction": (ContactCorrected,),
    "/disputes/{number}/withdrawal": (DisputeWithdrawn,),
}
"""By the path of the door."""
