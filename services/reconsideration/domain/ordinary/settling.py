"""Mediation 调解, settlement 和解, and applying again after them (ARL 5, 73, 74), as a table.

The regulation of 2007 knew mediation and settlement in cases of discretion alone; since January
2024 the statute goes before it, so those rows are the same in both editions (ARR2007 40, 50).
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import (
    NOT_YET_ACCEPTED,
    ON_HAND,
    Role,
    State,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    RefilingAllowed,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.law.article import ARL
from shared.law.procedure import Deadline, Move

S, R = State, Role

MOVES: Final = (
    Move(ON_HAND, MediationBegun, None, R.BODY, ARL[5].par(1)),
    Move(ON_HAND, MediationBroken, None, R.BODY, ARL[73].par(2)),
    Move(ON_HAND, MediationDocumentDrawn, None, R.AUTHORITY, ARL[73].par(1)),
    Move(ON_HAND, MediationDocumentSigned, None, R.PARTY, ARL[73].par(1)),
    Move(ON_HAND, MediationDocumentSealed, S.MEDIATED, R.AUTHORITY, ARL[73].par(1)),
    Move(ON_HAND, SettlementSubmitted, None, R.PARTY, ARL[74].par(1)),
    Move(ON_HAND, WithdrawalRefused, None, R.BODY_HEAD, ARL[41].par(item=1)),
    Move(NOT_YET_ACCEPTED, RefilingAllowed, None, R.BODY, ARL[74].par(2)),
)

DEADLINES: Final[tuple[Deadline, ...]] = ()
"""Talks take no time off the period to decide, unless both parties agree to suspend (ARL 39)."""
