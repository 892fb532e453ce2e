"""A respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29), as a table.

Told before acceptance, the applicant changes it while the review runs; found while the case is
handled, the file goes back to where the copy is sent, for the one named now has not replied.
Whoever takes over the powers of a respondent takes the case over as it stands.
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role, State
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Move

S, R = State, Role
THERE: Final = (*NOT_YET_ACCEPTED, *ON_HAND)

MOVES: Final = (
    Move(THERE, RespondentChangeTold, None, R.BODY, ARR2026[29]),
    Move(THERE, RespondentChangeTakenBack, None, R.BODY, ARR2026[29]),
    Move(NOT_YET_ACCEPTED, RespondentChanged, None, R.APPLICANT, ARR2026[29]),
    Move(ON_HAND, RespondentReplaced, S.ACCEPTED, R.APPLICANT, ARR2026[29]),
    # of whoever has the decision it is told in the file of what follows
    Move((*THERE, S.DECIDED), RespondentSucceeded, None, R.BODY, ARL[19].par(4)),
)
