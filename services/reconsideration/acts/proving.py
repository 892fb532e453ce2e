"""Doors of evidence, inquiry, appraisal and inspection (ARL 43 to 46; ARR2026 44 to 47)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    EvidenceTaken,
    InspectionBegun,
    InspectionEnded,
)
from shared.contracts.reconsideration.proving import (
    EvidenceExamined,
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
    FurtherEvidenceRequested,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/evidence": (EvidenceSubmitted,),
    "/reconsiderations/{case_id}/respondent-evidence": (EvidenceSubmitted,),
    "/reconsiderations/{case_id}/further-evidence-request": (FurtherEvidenceRequested,),
    "/reconsiderations/{case_id}/further-evidence": (FurtherEvidenceAllowed,),
    "/reconsiderations/{case_id}/further-evidence-refusal": (FurtherEvidenceRefused,),
    "/reconsiderations/{case_id}/evidence-examination": (EvidenceExamined,),
    "/reconsiderations/{case_id}/inquiry": (EvidenceTaken,),
    "/reconsiderations/{case_id}/appraisal-request": (AppraisalRequested,),
    "/reconsiderations/{case_id}/appraisal-refusal": (AppraisalDenied,),
    "/reconsiderations/{case_id}/appraisal": (AppraisalBegun,),
    "/reconsiderations/{case_id}/appraisal-end": (AppraisalEnded,),
    "/reconsiderations/{case_id}/inspection": (InspectionBegun,),
    "/reconsiderations/{case_id}/inspection-end": (InspectionEnded,),
}
"""By the path of the door."""
