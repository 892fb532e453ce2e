"""Doors of attached review 附带审查, in the case and in a document's file (ARL 13, 56 to 60)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.attached import (
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewTaken,
    DocumentForwarded,
    ForwardedDocumentReceived,
    HandlingOpinionReceived,
    HandlingOpinionUrged,
    IssuerCorrectionOrdered,
    IssuerCorrectionReported,
    IssuerExplained,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/attached-request": (AttachedReviewRequested,),
    "/reconsiderations/{case_id}/attached-withdrawal": (AttachedReviewDropped,),
    "/reconsiderations/{case_id}/attached-refusal": (AttachedReviewDropped,),
    "/reconsiderations/{case_id}/basis-doubt": (BasisDoubted,),
    "/attached-reviews/{case_id}/competence": (AttachedReviewTaken,),
    "/attached-reviews/{case_id}/issuer-notice": (IssuerNotified,),
    "/attached-reviews/{case_id}/issuer-notice-receipt": (IssuerNoticeReceived,),
    "/attached-reviews/{case_id}/issuer-reply": (IssuerReplied,),
    "/attached-reviews/{case_id}/issuer-explanation": (IssuerExplained,),
    "/attached-reviews/{case_id}/conclusion": (
        IssuerCorrectionOrdered,
        AttachedReviewConcluded,
    ),
    "/attached-reviews/{case_id}/issuer-correction": (IssuerCorrectionReported,),
    "/attached-reviews/{case_id}/document-forwarding": (DocumentForwarded,),
    "/attached-reviews/{case_id}/document-forwarding-receipt": (ForwardedDocumentReceived,),
    "/attached-reviews/{case_id}/handling-opinion-urging": (HandlingOpinionUrged,),
    "/attached-reviews/{case_id}/handling-opinion": (HandlingOpinionReceived,),
}
"""By the path of the door."""
