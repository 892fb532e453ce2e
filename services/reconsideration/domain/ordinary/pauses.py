"""What holds a case and its periods up, for the rows of every chapter (ARL 39)."""

from typing import Final

from services.reconsideration.domain.suspended import TERM
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    OpinionRecorded,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)
from shared.contracts.reconsideration.hearing_held import HearingPutOff
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayEnded,
    StayRefused,
    StayRequested,
    SuspensionCauseGone,
)
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    StatutoryAgentJoined,
)
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.law.article import ARL
from shared.law.procedure import Pause, Standstill

PAUSES: Final = (
    Pause(
        term=TERM,
        starts=(ReconsiderationSuspended,),
        ends=(ReconsiderationResumed,),
        article=ARL[39].par(1),
        each="cause",
    ),
)
"""While any cause lasts, nothing that is owed in the case runs."""

STANDSTILL: Final = Standstill(
    pauses=PAUSES,
    meanwhile=frozenset(
        {
            *(ReconsiderationSuspended, SuspensionCauseGone, ResumptionOrdered),
            *(ReconsiderationResumed, ReconsiderationTerminated, ApplicationWithdrawn),
            *(StayRequested, ExecutionStayed, StayRefused, StayEnded),
            # a case is suspended so that there can be talks (ARL 39(1)(6)), which end it or fail
            *(MediationBegun, MediationBroken, MediationDocumentDrawn),
            *(MediationDocumentSigned, MediationDocumentSealed),
            *(SettlementSubmitted, WithdrawalRefused),
            # for a document the case is suspended, and another one may come up meanwhile
            *(AttachedReviewRequested, BasisDoubted, AttachedReviewBegun),
            *(AttachedReviewDropped, AttachedResultRecorded),
            HearingPutOff,  # it cannot be held meanwhile, and the parties are told
            # whoever is waited for comes in, and says who acts for it
            *(ApplicantSucceeded, StatutoryAgentJoined, ApplicantsLeft),
            *(AgentNamed, AgentChanged, AgentEnded),
            OpinionRecorded,  # a consultation is no suspension, and the other way round
        }
    ),
)
"""While any cause lasts, only what ends it, talks, a stay of the act, attached reviews, who takes
over, and what others send."""
