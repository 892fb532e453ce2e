"""Doors about how a case is handled: complexity, reviewers, recusal, procedure (ARL 36 to 55)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedAgreed,
    SimplifiedChosen,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/complexity": (ComplexityFound,),
    "/reconsiderations/{case_id}/reviewers": (ReviewersAssigned,),
    "/reconsiderations/{case_id}/recusal": (RecusalRequested,),
    "/reconsiderations/{case_id}/recusal-decision": (RecusalDecided,),
    "/reconsiderations/{case_id}/simplified": (SimplifiedChosen,),
    "/reconsiderations/{case_id}/simplified-consent": (SimplifiedAgreed,),
    "/reconsiderations/{case_id}/conversion": (ConvertedToOrdinary,),
}
"""By the path of the door."""
