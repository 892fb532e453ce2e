"""参加人, succession and joined cases (ARL 14 to 17; ARR2026 17, 18, 43), as a table.

None of these acts moves the case or a period: each case that is joined keeps its own. Who is
asked to elect representatives has days for it; nothing else waits for them.
"""

from typing import Final

from services.reconsideration.domain.ordinary.pauses import IN_TRANSIT, PAUSES
from services.reconsideration.domain.ordinary.states import NOT_YET_ACCEPTED, ON_HAND, Role, State
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.basics import BasicsStated
from shared.contracts.reconsideration.capacity import CapacityStated
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
    CasesJoined,
    RepresentativesAsked,
    RepresentativesChosen,
    RepresentativesElected,
    RepresentativesNotElected,
    StatutoryAgentJoined,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)
from shared.contracts.reconsideration.request import ThirdRequestAdmitted
from shared.law.article import ARL, ARR2026, RULES
from shared.law.period import WorkingDays
from shared.law.procedure import PARTY, Deadline, Move

S, R = State, Role

OPEN: Final = (*NOT_YET_ACCEPTED, *ON_HAND, State.DECIDED)
"""From the application to service: until then somebody acts, and is served, for the applicant."""

MOVES: Final = (
    Move(
        (S.HANDED_IN, S.FORWARDED, *NOT_YET_ACCEPTED),
        CapacityStated,
        None,
        R.PARTY,
        ARR2026[27].par(1),
    ),
    Move(NOT_YET_ACCEPTED, CoApplicantNamed, None, R.APPLICANT, ARL[22].par(2)),
    Move(NOT_YET_ACCEPTED, CoApplicationAnswered, None, R.PARTY, ARL[22].par(2)),
    Move((S.HANDED_IN, S.FORWARDED, *OPEN), BasicsStated, None, R.PARTY, ARR2026[27].par(1, 1)),
    Move(OPEN, StatutoryAgentJoined, None, R.BODY, ARL[14].par(3)),
    Move(OPEN, ApplicantSucceeded, None, R.BODY, ARL[14].par(2)),
    Move((*ON_HAND, State.DECIDED), AddresseeGone, None, R.BODY, RULES[145]),
    Move((*ON_HAND, State.DECIDED), AddresseeFound, None, R.BODY, RULES[145]),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), RepresentativesAsked, None, R.BODY, RULES[124]),
    Move((*NOT_YET_ACCEPTED, *ON_HAND), RepresentativesNotElected, None, R.CLOCK, RULES[124]),
    Move(OPEN, RepresentativesChosen, None, R.PARTY, RULES[173]),
    Move(OPEN, RepresentativesElected, None, R.PARTY, ARL[15].par(1)),
    Move(ON_HAND, ThirdPersonRequested, None, R.PARTY, ARL[16].par(1)),
    Move(ON_HAND, ThirdPersonJoined, None, R.BODY, ARL[16].par(1)),
    Move(ON_HAND, ThirdPersonRefused, None, R.BODY, ARL[16].par(1)),
    Move(ON_HAND, ThirdPersonAbsent, None, R.BODY, ARL[16].par(2)),
    Move(ON_HAND, ThirdRequestAdmitted, None, R.APPLICANT, ARL[15].par(2)),
    Move(OPEN, AgentNamed, None, R.PARTY, ARL[17].par(1)),
    Move(OPEN, AgentChanged, None, R.PARTY, ARL[17].par(2)),
    Move(OPEN, AgentEnded, None, R.PARTY, ARL[17].par(2)),
    Move(
        (S.HANDED_IN, S.FORWARDED, *NOT_YET_ACCEPTED),
        ApplicantsWithdrew,
        None,
        R.APPLICANT,
        ARL[22],
    ),
    Move(ON_HAND, ApplicantsLeft, None, R.AUTHORITY, ARL[41]),
    Move(ON_HAND, CasesJoined, None, R.AUTHORITY, ARR2026[43].par(1)),
)

DEADLINES: Final = (
    Deadline(
        name="elect",
        term="推选代表人",
        starts=(RepresentativesAsked,),
        ends=(RepresentativesElected, DecisionMade),
        within=WorkingDays(10),
        article=RULES[124],  # the law sets no period, and says nothing of who does not elect
        lapse=RepresentativesNotElected,
        owed_by=PARTY,
        unless="of_third_persons",
        pauses=(*PAUSES, IN_TRANSIT),
    ),
)
