"""What holds a case and its periods up, for the rows of every chapter (ARL 39; ARR2026 40)."""

from dataclasses import replace
from functools import partial
from typing import Final

from services.reconsideration.domain import elevated
from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, article_of
from services.reconsideration.domain.suspended import TERM
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    CopyReceived,
    OpinionRecorded,
    ReconsiderationTerminated,
    ReplyFiled,
)
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested
from shared.contracts.reconsideration.assigning import RecusalRequested, SimplifiedAgreed
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)
from shared.contracts.reconsideration.basics import BasicsStated
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersigned,
    CountersignRefused,
)
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.hearing_held import HearingPutOff, HearingRequested
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedCaseEnded,
    ElevatedFileReceived,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalEnded,
    AppraisalRequested,
    InspectionBegun,
    InspectionEnded,
)
from shared.contracts.reconsideration.joint import JointCopyReceived, JointReplyFiled
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
    ThirdPersonRequested,
)
from shared.contracts.reconsideration.proving import (
    EvidenceSubmitted,
    FurtherEvidenceRequested,
    LateReplyFiled,
)
from shared.contracts.reconsideration.request import RequestChanged, ThirdRequestAdmitted
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import CopyServedAgain, JointCopyServedAgain
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
        person="applicant",
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

IN_TRANSIT: Final = Pause(
    term=elevated.HANDING_OVER,
    starts=(ElevationOrdered,),
    ends=(ElevatedFileReceived, AcceptedAbove),
    article=ARR2026[40].par(3),
)
"""From the order to the receipt no authority can handle the case."""


def even_begun_by(start: type[Fact]) -> Pause:
    """The same for a period that `start` may begin while the file is on its way: still at once."""
    return replace(IN_TRANSIT, starts=(*IN_TRANSIT.starts, start), where="in_transit")


BEFORE_NEW_DAYS: Final = replace(IN_TRANSIT, ends=())
"""The same for a period that ends with the receipt and runs anew from it."""

TO_DECIDE: Final = (
    *PAUSES,
    *EXCLUSIONS,
    Pause(
        term=elevated.ASKED,
        starts=(ElevationAsked,),
        ends=(ElevationDenied, ElevationOrdered),
        article=ARR2026[40].par(2),
    ),
    BEFORE_NEW_DAYS,
)
"""What the period to decide does not count 不计入办理期限."""

ELEVATION: Final = (
    *(ElevationAsked, ElevationDenied, ElevationOrdered),
    *(FileHandedOver, ElevatedFileReceived, ElevatedCaseEnded, AcceptedAbove),
)
"""Who handles the case is settled while it stands still, too."""

SENT_IN: Final = (
    *(ApplicationWithdrawn, StayRequested, SettlementSubmitted, OpinionRecorded),
    *(ApplicantSucceeded, StatutoryAgentJoined, AgentNamed, AgentChanged, AgentEnded),
    *(AppraisalEnded, InspectionEnded, AttachedResultRecorded, ThirdPersonRequested),
    *(ReplyFiled, JointReplyFiled, LateReplyFiled, ReplyInTime, JointReplyInTime),
    *(EvidenceSubmitted, FurtherEvidenceRequested),
    *(AppraisalRequested, HearingRequested, RecusalRequested, SimplifiedAgreed),
    *(BasicsStated, CompensationClaimed, RequestChanged, ThirdRequestAdmitted),
    *(AttachedReviewRequested, AttachedReviewDropped, FileAccessRequested),
    SuitOnRecord,
)
"""What parties, the committee, experts and attached reviews send, whoever handles the case, who
acts for a party and where papers reach it, and that one of them sued: the hearing of a case stands
still (ARL 39), and its post is opened."""

STANDSTILL: Final = Standstill(
    pauses=PAUSES,
    meanwhile=frozenset(
        {
            *(ReconsiderationSuspended, SuspensionCauseGone, ResumptionOrdered),
            *(ReconsiderationResumed, ReconsiderationTerminated),
            *(ExecutionStayed, StayRefused, StayEnded, *ELEVATION),
            # a case is suspended so that there can be talks (ARL 39(1)(6)), which end it or fail
            *(MediationBegun, MediationBroken, MediationDocumentDrawn),
            *(MediationDocumentSigned, MediationDocumentSealed),
            # other authorities sign such a document, too
            *(CoAuthorityCalled, CoAuthorityReleased, Countersigned, CountersignRefused),
            WithdrawalRefused,
            # for a document the case is suspended, and another one may come up meanwhile
            *(BasisDoubted, AttachedReviewBegun),
            HearingPutOff,  # it cannot be held meanwhile, and the parties are told
            # whoever is waited for comes in; a consultation is no suspension either
            *(ApplicantsLeft, AddresseeGone, AddresseeFound, *SENT_IN),
            # a respondent that is no more may be what the case waits for (ARL 19(4), 39(1)(5))
            RespondentSucceeded,
            # the file is read during the reconsideration, of which the suspension is a part
            FileAccessGranted,
        }
    ),
)
"""While any cause lasts, only what ends it, talks, a stay of the act, attached reviews, who takes
over, what others send, and reading the file."""

HANDING_OVER: Final = Standstill(
    pauses=(IN_TRANSIT,),
    meanwhile=frozenset(
        {
            *(ElevationOrdered, FileHandedOver, ElevatedFileReceived, AcceptedAbove),
            ElevatedCaseEnded,
            *(CopyReceived, JointCopyReceived, CopyServedAgain, JointCopyServedAgain),
            *(HearingPutOff, *SENT_IN),
            *(ExecutionStayed, StayRefused),  # what cannot be undone does not wait for the file
        }
    ),
    until="上级收到案件材料以前",
)
"""From the order to the receipt the authority below hands over, and takes in what is sent to it."""
