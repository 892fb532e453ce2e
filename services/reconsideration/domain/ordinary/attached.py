"""Attached review 附带审查 in the file of the act itself, as a table (ARL 13, 39, 56 to 60).

What is done with the document, and by when, stands in `attached_table`: each has a file of its own.
The regulation of 2007 let the applicant ask later in the same words (ARR2007 26; ARR2026 53).
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)
from shared.law.article import ARL
from shared.law.procedure import Move

R = Role

MOVES: Final = (
    Move(
        (*NOT_YET_ACCEPTED, *ON_HAND),
        AttachedReviewRequested,
        None,
        R.APPLICANT,
        ARL[13].par(1),
    ),
    Move(ON_HAND, BasisDoubted, None, R.AUTHORITY, ARL[57]),
    Move(ON_HAND, AttachedReviewBegun, None, R.AUTHORITY, ARL[39].par(1, 9)),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), AttachedReviewDropped, None, R.BODY, ARL[13].par(1)),
    Move(ON_HAND, AttachedResultRecorded, None, R.BODY, ARL[59]),
)
