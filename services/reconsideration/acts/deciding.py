"""Doors that end a reconsideration: extension, service, withdrawal (ARL 41, chapter 5)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    DecisionDelivered,
    DecisionExtended,
)
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.people import ApplicantsWithdrew
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/extension": (DecisionExtended,),
    "/reconsiderations/{case_id}/service": (DecisionServed,),
    "/reconsiderations/{case_id}/service-again": (ServedAgain,),
    "/reconsiderations/{case_id}/announcement": (DecisionAnnounced,),
    "/reconsiderations/{case_id}/delivery": (DecisionServed, DecisionDelivered),
    "/reconsiderations/{case_id}/withdrawal": (ApplicationWithdrawn, ApplicantsWithdrew),
}
"""By the path of the door."""
