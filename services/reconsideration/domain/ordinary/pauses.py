"""What holds a case and its periods up, for the rows of every chapter (ARL 39)."""

from functools import partial
from typing import Final

from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, article_of
from services.reconsideration.domain.suspended import TERM
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    OpinionRecorded,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)
from shared.contracts.reconsideration.hearing_held import HearingPutOff
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalEnded,
    InspectionBegun,
    InspectionEnded,
)
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
from shared.law.article import ARL, ARR2026
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

EXCLUSIONS: Final = (
    Pause(
        term=APPRAISAL,
        starts=(AppraisalBegun,),
        ends=(AppraisalEnded,),
        article=ARR2026[46],
        article_on=partial(article_of, APPRAISAL),
        each="appraisal",
        whole=True,
    ),
    Pause(
        term=INSPECTION,
        starts=(InspectionBegun,),
        ends=(InspectionEnded,),
        article=ARR2026[45],
        article_on=partial(article_of, INSPECTION),
        whole=True,
    ),
)
"""Left out of the period to decide 审理期限 and of no other; the case goes on meanwhile."""

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
            *(AppraisalEnded, InspectionEnded),  # what others do on the spot comes to its end
            # the file is read during the reconsideration, of which the suspension is a part
            *(FileAccessRequested, FileAccessGranted),
        }
    ),
)
"""While any cause lasts, only what ends it, talks, a stay of the act, attached reviews, who takes
over, what others send, and reading the file."""
