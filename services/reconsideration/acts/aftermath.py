"""Doors of what follows a case: correction, copies, publication, letters (ARL 75 to 79, 85, 86)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationDeclined,
    ApplicationReceived,
    DecisionDelivered,
)
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    ClericalErrorsCorrected,
    CorrectionServed,
    DecidedAnew,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionWithheld,
    ServedAgain,
)
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementRuled,
)
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.contracts.reconsideration.refusal import RefusalServed
from shared.law.article import ARL
from shared.office import After

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/aftermath": (AftermathBegun,),
    "/aftermaths/{case_id}/correction": (ClericalErrorsCorrected,),
    "/aftermaths/{case_id}/correction-service": (CorrectionServed,),
    "/aftermaths/{case_id}/service": (ServedAgain,),
    "/reconsiderations/{case_id}/refusal-service": (RefusalServed,),
    "/aftermaths/{case_id}/refusal-service": (RefusalServed,),
    "/aftermaths/{case_id}/refusal-receipt": (RefusalServed,),
    "/aftermaths/{case_id}/addressee-gone": (AddresseeGone,),
    "/aftermaths/{case_id}/addressee-found": (AddresseeFound,),
    "/aftermaths/{case_id}/copy": (DecisionCopied,),
    "/aftermaths/{case_id}/publication": (DecisionPublished,),
    "/aftermaths/{case_id}/withholding": (DecisionWithheld,),
    "/aftermaths/{case_id}/annulment": (DecisionAnnulled,),
    "/aftermaths/{case_id}/decided-anew": (DecidedAnew,),
    "/aftermaths/{case_id}/performance-time": (EnforcementAwaited,),
    "/aftermaths/{case_id}/urging": (PartyUrged,),
    "/aftermaths/{case_id}/enforcement-application": (EnforcementApplied,),
    "/aftermaths/{case_id}/court-refusal": (EnforcementRefused,),
    "/aftermaths/{case_id}/court-above": (CourtAboveAsked,),
    "/aftermaths/{case_id}/immediate-enforcement": (ImmediateEnforcementAsked,),
    "/aftermaths/{case_id}/immediate-ruling": (ImmediateEnforcementRuled,),
    "/aftermaths/{case_id}/enforcement": (PartyEnforced,),
    "/aftermaths/{case_id}/party-performance": (PartyPerformed,),
    "/aftermaths/{case_id}/no-enforcement": (EnforcementSpared,),
    "/aftermaths/{case_id}/opinion-letter": (OpinionLetterIssued,),
    "/aftermaths/{case_id}/opinion-letter-receipt": (OpinionLetterReceived,),
    "/aftermaths/{case_id}/opinion-letter-copy": (OpinionLetterCopied,),
    "/aftermaths/{case_id}/correction-report": (CorrectionReported,),
    "/aftermaths/{case_id}/letter-unheeded": (LetterUnheeded,),
    "/aftermaths/{case_id}/recommendation": (RecommendationIssued,),
    "/aftermaths/{case_id}/recommendation-answer": (RecommendationAnswered,),
    "/aftermaths/{case_id}/hand-over": (LiabilityHandedOver,),
}
"""By the path of the door."""

BESIDE: Final[Mapping[str, tuple[After, ...]]] = {
    "/reconsiderations/{case_id}/aftermath": (
        After(kind=ApplicationReceived, unless=DecisionDelivered, article=ARL[76]),
    ),
    "/reconsiderations/{case_id}/refusal-service": (
        After(kind=ApplicationDeclined, article=ARL[34], opens=("aftermath",)),
    ),
}
"""After which pages of a reconsideration its file of what follows may be opened by hand."""
