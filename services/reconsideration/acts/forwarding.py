"""Doors of an application through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived
from shared.contracts.reconsideration.forwarding import ApplicationForwarded, PenaltyCorrected

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/forwarding": (ApplicationForwarded,),
    "/reconsiderations/{case_id}/forwarding-receipt": (ApplicationReceived,),
    "/reconsiderations/{case_id}/penalty-correction": (PenaltyCorrected,),
}
"""By the path of the door."""
