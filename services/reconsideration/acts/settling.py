"""Doors of mediation 调解, settlement 和解 and applying again (ARL 5, 73, 74)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    RefilingAllowed,
    SettlementSubmitted,
    WithdrawalRefused,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/mediation": (MediationBegun,),
    "/reconsiderations/{case_id}/mediation-failure": (MediationBroken,),
    "/reconsiderations/{case_id}/mediation-document": (MediationDocumentDrawn,),
    "/reconsiderations/{case_id}/mediation-signature": (MediationDocumentSigned,),
    "/reconsiderations/{case_id}/mediation-seal": (MediationDocumentSealed,),
    "/reconsiderations/{case_id}/settlement": (SettlementSubmitted,),
    "/reconsiderations/{case_id}/withdrawal-refusal": (WithdrawalRefused,),
    "/reconsiderations/{case_id}/refiling": (RefilingAllowed,),
}
"""By the path of the door."""
