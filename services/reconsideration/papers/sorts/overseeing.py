"""指导和监督的文书: reports to the government, and what one above tells one below (ARR2026 66, 67).

They go from organ to organ; none of them starts a period by its receipt, so no 送达回证.
"""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    MajorMatterReported,
    MendingReported,
    MendingRequired,
    WorkReportSubmitted,
)
from shared.law.article import ARR2026, RULES

SORTS: Final = (
    Sort(
        *("work-report", "行政复议工作报告", WorkReportSubmitted, To.OUTSIDE),
        *(ARR2026[66].par(2), "text_id"),
        by_body=True,
    ),
    Sort(
        *("major-matter", "重大事项请示报告", MajorMatterReported, To.OUTSIDE),
        *(ARR2026[67], "text_id", "above"),
    ),
    Sort(
        *("check-result", "行政复议工作检查反馈意见", CheckFedBack, To.OUTSIDE),
        *(ARR2026[67], "letter_id", "below"),
    ),
    Sort(
        *("mending-notice", "行政复议工作整改通知书", MendingRequired, To.OUTSIDE),
        *(ARR2026[67], "letter_id", "below"),
    ),
    Sort(
        *("mending-report", "行政复议工作整改情况报告", MendingReported, To.OUTSIDE),
        *(RULES[150], "text_id", "above"),
    ),
)
"""In the order of the articles."""
