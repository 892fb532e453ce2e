"""上级责令纠正的文书: what the authority above tells the one below, and the parties (ARL 35)."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration.correcting import (
    CorrectionDenied,
    CorrectionOrdered,
    DirectlyAccepted,
)
from shared.law.article import ARL

SORTS: Final = (
    Sort(
        *("correction-order", "责令纠正通知书", CorrectionOrdered, To.ORGAN),
        *(ARL[35], "letter_id", "below"),
    ),
    Sort(
        *("correction-refusal", "不予责令纠正告知书", CorrectionDenied, To.APPLICANTS),
        *(ARL[35], "reason_id"),
    ),
    Sort(
        *("direct-acceptance", "直接受理通知书", DirectlyAccepted, To.PARTIES),
        *(ARL[35], "letter_id"),
    ),
)
"""In the order of the road."""
