"""鉴定、现场勘验所用时间: it is not counted into the period to decide (ARR2026 45, 46)."""

from datetime import date
from typing import Final

from shared.law.article import ARR2007, ARR2026, Article
from shared.law.course import Exclusion

APPRAISAL: Final = "鉴定"
INSPECTION: Final = "现场勘验"
"""What a period says of the time left out."""


def article_of(term: str, on: date) -> Article:
    """The provision in the edition of a day."""
    new = ARR2026.in_force(on)
    if term == INSPECTION:
        return ARR2026[45] if new else ARR2007[34].par(3)
    return ARR2026[46] if new else ARR2007[37]


def left_out(term: str, first: date, last: date | None, on: date) -> Exclusion:
    """The time from its first day to its last, neither of them counted; None while it lasts.

    Args:
        term: `APPRAISAL` or `INSPECTION`.
        first: 开始之日.
        last: 结束之日.
        on: The day whose edition is cited.
    """
    return Exclusion.whole(first, last, term, article_of(term, on))
