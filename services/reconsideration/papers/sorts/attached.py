"""附带审查的文书: what is asked of the issuer, sent on, and found of a document (ARL 56 to 60)."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    DocumentForwarded,
    HandlingOpinionUrged,
    IssuerExplained,
    IssuerNotified,
)
from shared.law.article import ARL

SORTS: Final = (
    Sort(
        *("issuer-notice", "规范性文件审查通知书", IssuerNotified, To.ORGAN),
        *(ARL[58].par(1), "letter_id", "issuer"),
    ),
    Sort(
        *("issuer-explanation", "制定机关说明理由笔录", IssuerExplained, To.FILE),
        *(ARL[58].par(2), "record_id"),
    ),
    Sort(
        *("document-forwarding", "规范性文件转送函", DocumentForwarded, To.ORGAN),
        *(ARL[56], "forwarding_letter_id", "receiver"),
    ),
    Sort(
        *("opinion-urging", "催告回复函", HandlingOpinionUrged, To.ORGAN),
        *(ARL[60], "urging_letter_id", "receiver"),
    ),
    Sort(
        *("document-conclusion", "规范性文件处理意见书", AttachedReviewConcluded, To.ORGAN),
        *(ARL[59], "conclusion_id", "issuer"),
    ),
    Sort(
        *("document-order", "停止执行并责令纠正决定书", AttachedReviewConcluded, To.ORGAN),
        *(ARL[59], "correction_order_id", "issuer"),
    ),
)
"""In the order of the statute."""
