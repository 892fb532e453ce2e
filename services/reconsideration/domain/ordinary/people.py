"""参加人, succession and joined cases (ARL 14 to 17; ARR2026 17, 18, 43), as a table.

None of these acts moves the case or a period: each case that is joined keeps its own.
"""

from typing import Final

from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role, State
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    CasesJoined,
    RepresentativesElected,
    StatutoryAgentJoined,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
)
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Move

R = Role

OPEN: Final = (*NOT_YET_ACCEPTED, *ON_HAND, State.DECIDED)
"""From the application to service: until then somebody acts, and is served, for the applicant."""

MOVES: Final = (
    Move(OPEN, StatutoryAgentJoined, None, R.BODY, ARL[14].par(3)),
    Move(OPEN, ApplicantSucceeded, None, R.BODY, ARL[14].par(2)),
    Move(OPEN, RepresentativesElected, None, R.PARTY, ARL[15].par(1)),
    Move(ON_HAND, ThirdPersonJoined, None, R.BODY, ARL[16].par(1)),
    Move(ON_HAND, ThirdPersonRefused, None, R.BODY, ARL[16].par(1)),
    Move(ON_HAND, ThirdPersonAbsent, None, R.BODY, ARL[16].par(2)),
    Move(OPEN, AgentNamed, None, R.PARTY, ARL[17].par(1)),
    Move(OPEN, AgentChanged, None, R.PARTY, ARL[17].par(2)),
    Move(OPEN, AgentEnded, None, R.PARTY, ARL[17].par(2)),
    Move(ON_HAND, ApplicantsLeft, None, R.AUTHORITY, ARL[41]),
    Move(ON_HAND, CasesJoined, None, R.AUTHORITY, ARR2026[43].par(1)),
)
