"""履行监督的文书: what a respondent that is late is told by the authority, or above (ARL 77)."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.supervision import (
    CriticismCirculated,
    InterviewNotified,
    OfficialInterviewed,
    PerformanceOrdered,
)
from shared.law.article import ARL

OFFICE: Final = "supervision"
"""Whose files these papers tell of."""

SORTS: Final = (
    Sort(
        *("performance-order", "责令履行通知书", PerformanceOrdered, To.ORGAN),
        *(ARL[77].par(2), "order_id"),
        by_organ="organ",
    ),
    Sort(
        *("interview-notice", "约谈通知书", InterviewNotified, To.ORGAN),
        *(ARL[77].par(2), "interview_notice_id"),
        by_organ="organ",
    ),
    Sort(
        *("interview-minutes", "约谈记录", OfficialInterviewed, To.FILE),
        *(ARL[77].par(2), "minutes_id"),
        by_organ="organ",
    ),
    Sort(
        *("criticism", "通报批评", CriticismCirculated, To.ORGAN),
        *(ARL[77].par(2), "circular_id"),
        by_organ="organ",
    ),
)
"""In the order of the statute."""
