"""顺延期限的文书: what whoever asked for its days anew is told (CPL 86)."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration.deferring import DeferralGranted, DeferralRefused, Missed
from shared.law.article import CPL

_SUPPLEMENT: Final = ("missed", Missed.SUPPLEMENT)
_REPLY: Final = ("missed", Missed.REPLY)

SORTS: Final = (
    Sort(
        *("supplement-deferred", "准许顺延补正期限通知书", DeferralGranted, To.APPLICANTS),
        *(CPL[86], "reason_id"),
        only=_SUPPLEMENT,
    ),
    Sort(
        *("supplement-not-deferred", "不予顺延补正期限告知书", DeferralRefused, To.APPLICANTS),
        *(CPL[86], "reason_id"),
        only=_SUPPLEMENT,
    ),
    Sort(
        *("reply-deferred", "准许顺延答复期限通知书", DeferralGranted, To.ORGAN),
        *(CPL[86], "reason_id", "organ"),
        only=_REPLY,
    ),
    Sort(
        *("reply-not-deferred", "不予顺延答复期限告知书", DeferralRefused, To.ORGAN),
        *(CPL[86], "reason_id", "organ"),
        only=_REPLY,
    ),
)
"""To an applicant, then to a respondent."""
