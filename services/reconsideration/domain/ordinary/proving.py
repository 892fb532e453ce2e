"""证据, 调查取证, 鉴定, 勘验 and 查阅复制 (ARL 43 to 47; ARR2026 44 to 49), as a table.

Nothing here has a period of its own: the respondent hands its evidence in with the reply (ARL 48),
and neither the statute nor the regulation says how soon the body answers what it is asked for.
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested
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
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Move

R = Role

MOVES: Final = (
    Move((*NOT_YET_ACCEPTED, *ON_HAND), EvidenceSubmitted, None, R.PARTY, ARL[43].par(1)),
    Move(ON_HAND, EvidenceExamined, None, R.BODY, ARL[43].par(2)),
    Move(ON_HAND, EvidenceTaken, None, R.BODY, ARL[45].par(2)),
    Move(ON_HAND, FurtherEvidenceRequested, None, R.RESPONDENT, ARL[46].par(2)),
    Move(ON_HAND, FurtherEvidenceAllowed, None, R.BODY, ARL[46].par(2)),
    Move(ON_HAND, FurtherEvidenceRefused, None, R.BODY, ARL[46].par(2)),
    Move(ON_HAND, FileAccessRequested, None, R.PARTY, ARL[47]),
    Move(ON_HAND, FileAccessGranted, None, R.BODY, ARL[47]),
    Move(ON_HAND, InspectionBegun, None, R.BODY, ARR2026[45]),
    Move(ON_HAND, InspectionEnded, None, R.BODY, ARR2026[45]),
    Move(ON_HAND, AppraisalRequested, None, R.PARTY, ARR2026[46]),
    Move(ON_HAND, AppraisalDenied, None, R.BODY, ARR2026[46]),
    Move(ON_HAND, AppraisalBegun, None, R.BODY, ARR2026[46]),
    Move(ON_HAND, AppraisalEnded, None, R.BODY, ARR2026[46]),
)
