"""办理事项: which fact each door of 人民调解 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    BothConsented,
    ConfirmationApplied,
    ConfirmationRuled,
    ConsentGiven,
    EscalationReported,
    MediationFailed,
    MediationRefused,
    MediatorAppointed,
    SessionHeld,
    TermExtended,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/mediations/{case_id}/consent": (ConsentGiven, BothConsented),
    "/mediations/{case_id}/refusal": (MediationRefused,),
    "/mediations/{case_id}/mediator": (MediatorAppointed,),
    "/mediations/{case_id}/session": (SessionHeld,),
    "/mediations/{case_id}/escalation": (EscalationReported,),
    "/mediations/{case_id}/term-extension": (TermExtended,),
    "/mediations/{case_id}/agreement": (AgreementMade,),
    "/mediations/{case_id}/failure": (MediationFailed,),
    "/mediations/{case_id}/performance": (AgreementPerformed,),
    "/mediations/{case_id}/non-performance": (AgreementNotPerformed,),
    "/mediations/{case_id}/confirmation": (ConfirmationApplied,),
    "/mediations/{case_id}/confirmation-ruling": (ConfirmationRuled,),
}
"""By the path of the door."""
