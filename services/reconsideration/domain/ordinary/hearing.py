"""Hearing 听证 (ARL 50, 51), as a table.

The regulation of 2007 let a body hold one in grave and complex cases; since January 2024 the
statute demands it there, so the rows are the same in both editions (ARR2007 33).
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
    HearingWaiverTakenBack,
)
from shared.contracts.reconsideration.served_again import HearingNoticeServedAgain
from shared.law.article import ARL
from shared.law.procedure import Deadline, Move

R = Role

MOVES: Final = (
    Move((*NOT_YET_ACCEPTED, *ON_HAND), HearingRequested, None, R.APPLICANT, ARL[50].par(2)),
    Move(ON_HAND, HearingDenied, None, R.BODY, ARL[50].par(2)),
    Move(ON_HAND, HearingSet, None, R.BODY, ARL[51].par(1)),
    Move(ON_HAND, HearingNotified, None, R.PARTY, ARL[51].par(1)),
    Move(ON_HAND, HearingNoticeServedAgain, None, R.BODY, ARL[51].par(1)),
    Move(ON_HAND, HearingPutOff, None, R.BODY, ARL[51].par(1)),
    Move(ON_HAND, HearingDropped, None, R.BODY, ARL[50].par(2)),
    Move(ON_HAND, HearingHeld, None, R.BODY, ARL[50].par(3)),
    Move(ON_HAND, HearingWaived, None, R.BODY, ARL[51].par(2)),
    Move(ON_HAND, HearingWaiverTakenBack, None, R.BODY, ARL[51].par(2)),
)

DEADLINES: Final[tuple[Deadline, ...]] = ()
"""The five days of the notice are counted back from a day that the body chooses."""
