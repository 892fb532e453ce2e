"""Doors from the findings 审理认定 to the seal 用印, with which a decision is made (ARL 61, 75)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionReturned,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.judged import FindingsRecorded

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/findings": (FindingsRecorded,),
    "/reconsiderations/{case_id}/draft": (DecisionDrafted,),
    "/reconsiderations/{case_id}/joint-draft": (DecisionDrafted,),
    "/reconsiderations/{case_id}/submission": (DecisionSubmitted,),
    "/reconsiderations/{case_id}/return": (DecisionReturned,),
    "/reconsiderations/{case_id}/approval": (DecisionApproved,),
    "/reconsiderations/{case_id}/seal": (DecisionMade,),
}
"""By the path of the door."""

ANEW: Final[Mapping[str, str]] = {
    "/reconsiderations/{case_id}/findings": "text_id",
    "/reconsiderations/{case_id}/draft": "paper_id",
}
"""重新认定、另拟: begun from what stands, with the finding that names the paper."""

RESTS_ON: Final[Mapping[str, type[Fact]]] = {
    f"/reconsiderations/{{case_id}}/{word}": DecisionDrafted
    for word in ("submission", "return", "approval", "seal")
}
"""What goes up, is approved or sealed is the draft."""
