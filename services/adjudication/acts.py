"""办理事项: which fact each door of 行政裁决 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.adjudication import (
    AdjudicationAccepted,
    AdjudicationClosed,
    AdjudicationDeclined,
    AdjudicationWithdrawn,
    AnswerFiled,
    CopySent,
    EnforcementRequested,
    OpinionDrawn,
    OpinionExtended,
    OpinionSubmitted,
    PerformanceUrged,
    RemedyTaken,
    RespondentServed,
    RulingMade,
    RulingOverturned,
    RulingPerformed,
    RulingServed,
    RulingUpheld,
    SettlementFailed,
    SettlementReached,
)
from shared.contracts.fact import Fact

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/adjudications/{case_id}/acceptance": (AdjudicationAccepted,),
    "/adjudications/{case_id}/declination": (AdjudicationDeclined,),
    "/adjudications/{case_id}/withdrawal": (AdjudicationWithdrawn,),
    "/adjudications/{case_id}/copy": (CopySent,),
    "/adjudications/{case_id}/copy-receipt": (RespondentServed,),
    "/adjudications/{case_id}/answer": (AnswerFiled,),
    "/adjudications/{case_id}/mediation": (SettlementReached, SettlementFailed),
    "/adjudications/{case_id}/opinion": (OpinionDrawn,),
    "/adjudications/{case_id}/opinion-extension": (OpinionExtended,),
    "/adjudications/{case_id}/opinion-submission": (OpinionSubmitted,),
    "/adjudications/{case_id}/ruling": (RulingMade,),
    "/adjudications/{case_id}/service": (RulingServed,),
    "/adjudications/{case_id}/remedy": (RemedyTaken,),
    "/adjudications/{case_id}/remedy-result": (RulingUpheld, RulingOverturned),
    "/adjudications/{case_id}/performance": (RulingPerformed,),
    "/adjudications/{case_id}/urging": (PerformanceUrged,),
    "/adjudications/{case_id}/enforcement": (EnforcementRequested,),
    "/adjudications/{case_id}/closing": (AdjudicationClosed,),
}
"""By the path of the door."""
