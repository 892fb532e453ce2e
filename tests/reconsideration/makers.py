"""A reconsideration file that a test can walk; it names only what it is about."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Self
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.fact import CLOCK, Fact, Head
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    ApplicationSupplemented,
    Approval,
    ConsultationGround,
    ConsultationRequested,
    ConsultationWithdrawn,
    CopyReceived,
    CopySent,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    FilingManner,
    OpinionRecorded,
    Outcome,
    ReplyFiled,
    Stance,
    Standing,
    SupplementExtended,
    SupplementNotified,
    ViewsHeard,
    ViewsManner,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested
from shared.contracts.reconsideration.admissibility import ConditionsFound
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedAgreed,
    SimplifiedChosen,
    SimplifiedGround,
    Tie,
)
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
    Document,
    Drop,
    Flaw,
)
from shared.contracts.reconsideration.basics import Basic, BasicsStated
from shared.contracts.reconsideration.capacity import Applicant, CapacityStated
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersigned,
    CountersignRefused,
)
from shared.contracts.reconsideration.deferring import (
    JointReplyDeferred,
    ReplyDeferred,
    SupplementDeferred,
)
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionReturned,
)
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.filing import CompensationClaimed
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    Correction,
    Fine,
    PenaltyCorrected,
)
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingGround,
    HearingHeld,
    HearingNotified,
    HearingPutOff,
    HearingRequested,
    HearingSet,
    HearingWaived,
    HearingWaiverTakenBack,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone, Ending
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedCaseEnded,
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    EndAbove,
    FileHandedOver,
    Initiative,
)
from shared.contracts.reconsideration.in_time import (
    JointReplyInTime,
    ReplyInTime,
    SupplementInTime,
)
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    Appraiser,
    EvidenceTaken,
    Inquiry,
    InspectionBegun,
    InspectionEnded,
)
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointReplyForfeited,
    JointRespondentLeft,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.judged import (
    Disposition,
    Finding,
    FindingsRecorded,
    Procedure,
)
from shared.contracts.reconsideration.oral import Checking, OralApplicationRecorded
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    Stay,
    StayEnded,
    StayRefused,
    StayRequested,
    StayRequestMoved,
    Suspension,
    SuspensionCauseGone,
    Termination,
)
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    AgentSort,
    ApplicantsLeft,
    ApplicantSucceeded,
    ApplicantsWithdrew,
    CasesJoined,
    Joinder,
    Power,
    RepresentativesAsked,
    RepresentativesChosen,
    RepresentativesElected,
    StatutoryAgentJoined,
    Succession,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)
from shared.contracts.reconsideration.proving import (
    EvidenceExamined,
    EvidenceKind,
    EvidenceSubmitted,
    Examined,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
    FurtherEvidenceRequested,
    LateReplyFiled,
    Proving,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered, NotHandledAgain
from shared.contracts.reconsideration.request import RequestChanged, Sought, ThirdRequestAdmitted
from shared.contracts.reconsideration.respondent import (
    Capacity,
    PowersLost,
    RespondentChanged,
    RespondentChangeTakenBack,
    RespondentChangeTold,
    RespondentReplaced,
    RespondentSucceeded,
)
from shared.contracts.reconsideration.served import DecisionAnnounced, DecisionServed
from shared.contracts.reconsideration.served_again import (
    CopyServedAgain,
    HearingNoticeServedAgain,
    JointCopyServedAgain,
)
from shared.contracts.reconsideration.settling import (
    Breach,
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    Refiling,
    RefilingAllowed,
    SettlementSubmitted,
    WithdrawalRefused,
)
from shared.contracts.routing import Compulsory
from shared.contracts.service import Manner
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry

DISPUTE, FILE, PAPER, ANNA, BERT = (UUID(int=n) for n in range(1, 6))
AUTHORITY, RESPONDENT = "620702-government", "620702-chengguan"
OTHER = "620702-shijian"
"""Who acted together with the respondent, in one name."""
CITY_GOVERNMENT = "620700-government"
"""The authority above."""

DEFERRED = {"deferred_days": "5wd", "deferral_case_id": PAPER}
FIELDS: dict[type[Fact], dict[str, Any]] = {
    # through the organ that fined
    ApplicationHandedIn: {
        "organ": RESPONDENT,
        "authority": AUTHORITY,
        "county": "620702",
        "applicants": (ANNA,),
        "act": ActKind.PENALTY,
        "fine": Fine.ON_THE_SPOT,
        "manner": FilingManner.IN_PERSON,
        "text_id": PAPER,
    },
    ApplicationForwarded: {"organ": RESPONDENT, "forwarding_letter_id": PAPER},
    PenaltyCorrected: {
        "organ": RESPONDENT,
        "correction": Correction.REVOKED,
        "told_on": date(2026, 12, 31),
        "correction_notice_id": PAPER,
    },
    # application 申请 to acceptance 受理
    ApplicationReceived: {
        "authority": AUTHORITY,
        "county": "620702",
        "applicants": (ANNA,),
        "respondent": RESPONDENT,
        "act": ActKind.PENALTY,
        "manner": FilingManner.IN_PERSON,
        "text_id": PAPER,
    },
    SupplementNotified: {"notice_id": PAPER},
    NotHandledAgain: {"letter_id": PAPER},
    SupplementExtended: {"until": date(2026, 12, 31), "reason_id": PAPER},
    ApplicationSupplemented: {"text_id": PAPER},
    SupplementInTime: {"text_id": PAPER, "proof_id": PAPER},
    SupplementDeferred: DEFERRED,
    # who takes part, who takes over, what is joined
    ThirdPersonJoined: {"third_person": BERT, "called": True, "text_id": PAPER},
    ThirdPersonRequested: {"third_person": BERT, "text_id": PAPER},
    ThirdPersonRefused: {"third_person": BERT, "reason_id": PAPER},
    ThirdPersonAbsent: {"third_person": BERT, "reason_id": PAPER},
    CoApplicantNamed: {"person_id": BERT},
    CoApplicationAnswered: {"person_id": BERT, "agrees": True, "text_id": PAPER},
    CapacityStated: {"applicant_sort": Applicant.PARTNERSHIP, "text_id": PAPER},
    BasicsStated: {"persons": (ANNA,), "basics": (Basic.SERVICE_ADDRESS,)},
    RepresentativesAsked: {"applicant_count": 12, "text_id": PAPER},
    RepresentativesChosen: {
        "persons": (ANNA,),
        "standing": Standing.APPLICANT,
        "representatives": (ANNA,),
        "text_id": PAPER,
    },
    RepresentativesElected: {
        "standing": Standing.APPLICANT,
        "representatives": (ANNA,),
        "signed_by_all": True,
        "text_id": PAPER,
    },
    AgentNamed: {
        "agent": BERT,
        "standing": Standing.APPLICANT,
        "principal": ANNA,
        "sort": AgentSort.LAWYER,
        "powers": (Power.ACT,),
        "text_id": PAPER,
    },
    AgentChanged: {
        "agent": BERT,
        "principal": ANNA,
        "powers": (Power.ACT, Power.WITHDRAW),
        "text_id": PAPER,
    },
    AgentEnded: {"agent": BERT, "principal": ANNA, "text_id": PAPER},
    StatutoryAgentJoined: {"applicant": ANNA, "agent": BERT, "text_id": PAPER},
    ApplicantSucceeded: {
        "applicant": ANNA,
        "successors": (BERT,),
        "succession": Succession.SUCCESSOR,
        "text_id": PAPER,
    },
    AddresseeGone: {
        "person_id": BERT,
        "standing": Standing.THIRD,
        "ending": Ending.DIED,
        "gone_on": date(2026, 3, 1),
        "basis_id": PAPER,
    },
    AddresseeFound: {"person_id": BERT, "standing": Standing.THIRD, "reason_id": PAPER},
    ApplicantsLeft: {
        "applicants": (BERT,),
        "ground": Termination.WITHDRAWN,
        "paper_id": PAPER,
    },
    ApplicantsWithdrew: {"applicants": (BERT,)},
    ApplicationSevered: {
        "applicants": (BERT,),
        "severed_case_id": DISPUTE,
        "reason_id": PAPER,
    },
    CasesJoined: {"others": (DISPUTE,), "ground": Joinder.OTHER, "reason_id": PAPER},
    OralApplicationRecorded: {
        "record_id": PAPER,
        "difficulty_id": PAPER,
        "checking": Checking.READ_OUT,
        "signed": True,
    },
    RespondentChangeTold: {
        "respondent": RESPONDENT,
        "capacity": Capacity.OWN,
        "respondent_organs": ("620702-shijian",),
        "article": "ARL 19(1)",
        "notice_id": PAPER,
    },
    RespondentChangeTakenBack: {"reason_id": PAPER},
    RespondentChanged: {
        "before": RESPONDENT,
        "respondent": "620702-shijian",
        "county": "620702",
        "text_id": PAPER,
    },
    RespondentReplaced: {
        "before": RESPONDENT,
        "respondent": "620702-shijian",
        "county": "620702",
        "text_id": PAPER,
    },
    RespondentSucceeded: {
        "before": RESPONDENT,
        "respondent": "620702-shijian",
        "county": "620702",
        "powers_lost": PowersLost.POWERS_MOVED,
        "succeeded_on": date(2026, 3, 9),
        "notice_id": PAPER,
    },
    SuitOnRecord: {"filed_on": date(2026, 3, 25)},
    ConditionsFound: {
        "conditions": (),
        "compulsory": Compulsory.FREE,
        "opinion_id": PAPER,
    },
    # how a case is handled
    ComplexityFound: {"grave": True, "technical": False, "reason_id": PAPER},
    ReviewersAssigned: {"reviewers": ("fuyi-07", "fuyi-08")},
    RecusalRequested: {
        "asked_by": Standing.APPLICANT,
        "reviewer": "fuyi-07",
        "tie": Tie.INTEREST,
        "reason_id": PAPER,
    },
    RecusalDecided: {
        "reviewer": "fuyi-07",
        "tie": Tie.INTEREST,
        "replaced": True,
        "successor": "fuyi-09",
        "reason_id": PAPER,
    },
    SimplifiedChosen: {
        "ground": SimplifiedGround.ON_THE_SPOT,
        "runs_from": date(2026, 3, 5),
        "reason_id": PAPER,
    },
    SimplifiedAgreed: {"agreed": (BERT,), "text_id": PAPER},
    ConvertedToOrdinary: {"runs_from": date(2026, 3, 5), "reason_id": PAPER},
    # the authority above
    ElevationAsked: {"ground": Elevation.NOVEL, "asked_of": CITY_GOVERNMENT, "text_id": PAPER},
    ElevationDenied: {"organ": CITY_GOVERNMENT, "reason_id": PAPER},
    ElevationOrdered: {
        "ground": Elevation.NOVEL,
        "initiative": Initiative.LOWER,
        "organ": CITY_GOVERNMENT,
        "below": AUTHORITY,
        "letter_id": PAPER,
    },
    FileHandedOver: {"organ": CITY_GOVERNMENT, "letter_id": PAPER},
    AcceptedAbove: {"authority": CITY_GOVERNMENT, "below": AUTHORITY},
    ElevatedCaseEnded: {
        "organ": "620000-government",
        "end": EndAbove.DECIDED,
        "ended_on": date(2026, 9, 1),
        "document_number": "甘政复决字〔2026〕12号",
        "letter_id": PAPER,
    },
    ElevatedFileReceived: {"authority": CITY_GOVERNMENT, "below": AUTHORITY},
    # from acceptance to what the decision rests on
    CoAuthorityCalled: {"organ": CITY_GOVERNMENT, "letter_id": PAPER},
    CoAuthorityReleased: {"organ": CITY_GOVERNMENT, "reason_id": PAPER},
    Countersigned: {"organ": CITY_GOVERNMENT, "approval": Approval.HEAD},
    CountersignRefused: {"organ": CITY_GOVERNMENT, "reason_id": PAPER},
    JointRespondentNamed: {"organ": OTHER, "text_id": PAPER},
    JointRespondentLeft: {"organ": OTHER, "text_id": PAPER},
    JointCopySent: {"organ": OTHER},
    JointCopyReceived: {"organ": OTHER},
    JointCopyServedAgain: {"organ": OTHER},
    JointReplyFiled: {"organ": OTHER, "reply_id": PAPER},
    JointReplyForfeited: {"organ": OTHER},
    CopySent: {"respondent": RESPONDENT},
    CopyReceived: {"respondent": RESPONDENT},
    CopyServedAgain: {"respondent": RESPONDENT},
    ReplyFiled: {"reply_id": PAPER},
    LateReplyFiled: {"organ": RESPONDENT, "reply_id": PAPER},
    ReplyInTime: {"reply_id": PAPER, "proof_id": PAPER},
    ReplyDeferred: {"respondent": RESPONDENT, **DEFERRED},
    JointReplyDeferred: {"organ": OTHER, **DEFERRED},
    JointReplyInTime: {"organ": OTHER, "reply_id": PAPER, "proof_id": PAPER},
    ViewsHeard: {
        "standing": Standing.APPLICANT,
        "manner": ViewsManner.TELEPHONE,
        "record_id": PAPER,
    },
    ViewsUnavailable: {"standing": Standing.APPLICANT, "reason_id": PAPER},
    ConsultationRequested: {
        "authority": AUTHORITY,
        "county": "620702",
        "ground": ConsultationGround.TECHNICAL,
        "question_id": PAPER,
    },
    ConsultationWithdrawn: {"authority": AUTHORITY, "reason_id": PAPER},
    OpinionRecorded: {"consultation_id": FILE, "opinion_id": PAPER, "stance": Stance.AGREES},
    # evidence 证据, inquiry 调查取证, appraisal 鉴定, reading the file 查阅复制
    EvidenceSubmitted: {
        "evidence": 1,
        "standing": Standing.APPLICANT,
        "evidence_kind": EvidenceKind.DOCUMENT,
        "proving": Proving.LEGALITY,
        "shows_id": PAPER,
    },
    FurtherEvidenceRequested: {"text_id": PAPER},
    FurtherEvidenceAllowed: {"raised_by": Standing.APPLICANT, "reason_id": PAPER},
    FurtherEvidenceRefused: {"reason_id": PAPER},
    EvidenceExamined: {"evidence": 1, "examined": Examined.TRUE, "reason_id": PAPER},
    EvidenceTaken: {
        "inquirers": ("fuyi-07", "fuyi-08"),
        "inquiries": (Inquiry.QUESTION,),
        "record_id": PAPER,
    },
    AppraisalRequested: {"standing": Standing.APPLICANT, "text_id": PAPER},
    AppraisalDenied: {"reason_id": PAPER},
    AppraisalBegun: {
        "appraisal": 1,
        "appraiser": Appraiser.AGREED,
        "payer": Standing.APPLICANT,
        "letter_id": PAPER,
    },
    AppraisalEnded: {"appraisal": 1, "delivered": False, "reason_id": PAPER},
    InspectionBegun: {"reason_id": PAPER},
    InspectionEnded: {"inquirers": ("fuyi-07", "fuyi-08"), "record_id": PAPER},
    FileAccessRequested: {"reader": ANNA, "text_id": PAPER},
    FileAccessGranted: {"reader": ANNA, "reply": True, "evidences": ()},
    # hearing 听证
    CompensationClaimed: {"text_id": PAPER},
    RequestChanged: {"text_id": PAPER, "sought": (Sought.REVOKED,)},
    ThirdRequestAdmitted: {"third_person": BERT, "applicants": (ANNA,), "text_id": PAPER},
    HearingRequested: {"text_id": PAPER},
    HearingDenied: {"reason_id": PAPER},
    HearingDropped: {"reason_id": PAPER},
    HearingSet: {
        "ground": HearingGround.GRAVE,
        "hearing_at": datetime(2026, 4, 2, 9, tzinfo=CITY),
        "host": "fuyi-01",
        "officers": ("fuyi-02", "fuyi-03"),
        "recorder": "fuyi-04",
        "letter_id": PAPER,
    },
    HearingNotified: {"standing": Standing.APPLICANT},
    HearingNoticeServedAgain: {"standing": Standing.APPLICANT},
    HearingPutOff: {"reason_id": PAPER},
    HearingHeld: {
        "host": "fuyi-01",
        "officers": ("fuyi-02", "fuyi-03"),
        "recorder": "fuyi-04",
        "head_came": True,
        "signed": (Standing.APPLICANT, Standing.RESPONDENT),
        "hearing_record_id": PAPER,
    },
    HearingWaived: {"record_id": PAPER},
    HearingWaiverTakenBack: {"reason_id": PAPER},
    # suspension 中止, stay of execution 停止执行
    ReconsiderationSuspended: {"cause": Suspension.DEATH, "letter_id": PAPER},
    SuspensionCauseGone: {"cause": Suspension.DEATH, "reason_id": PAPER},
    ReconsiderationResumed: {"cause": Suspension.DEATH, "letter_id": PAPER},
    ResumptionOrdered: {
        "cause": Suspension.DEATH,
        "organ": "620700-government",
        "letter_id": PAPER,
    },
    StayRequested: {"standing": Standing.APPLICANT, "text_id": PAPER},
    ExecutionStayed: {"ground": Stay.RESPONDENT, "paper_id": PAPER},
    StayRefused: {"reason_id": PAPER},
    StayRequestMoved: {"text_id": PAPER, "severed_case_id": UUID(int=9), "stay_request": "2"},
    StayEnded: {"ground": Stay.RESPONDENT, "reason_id": PAPER},
    # attached review 附带审查
    AttachedReviewRequested: {"nth": 1, "document": Document.LOCAL, "text_id": PAPER},
    BasisDoubted: {"nth": 1, "document": Document.LOCAL, "reason_id": PAPER},
    AttachedReviewBegun: {
        "nth": 1,
        "authority": AUTHORITY,
        "document": Document.LOCAL,
        "ex_officio": False,
    },
    AttachedReviewDropped: {"nth": 1, "drop": Drop.NO_BASIS, "reason_id": PAPER},
    AttachedResultRecorded: {
        "nth": 1,
        "review_case_id": DISPUTE,
        "flaw": Flaw.NONE,
        "by_other": False,
        "conclusion_id": PAPER,
        "concluded_on": date(2026, 4, 10),
    },
    # mediation 调解, settlement 和解
    MediationBegun: {"record_id": PAPER},
    MediationBroken: {"breach": Breach.NO_AGREEMENT, "record_id": PAPER},
    MediationDocumentDrawn: {"mediation_document_id": PAPER, "obliges": True},
    MediationDocumentSigned: {"standing": Standing.APPLICANT, "signers": (ANNA,)},
    MediationDocumentSealed: {
        "mediation_document_id": PAPER,
        "authority": AUTHORITY,
        "respondent": RESPONDENT,
        "obliges": True,
    },
    SettlementSubmitted: {"text_id": PAPER},
    WithdrawalRefused: {"reason_id": PAPER},
    RefilingAllowed: {"ground": Refiling.AGAINST_WILL, "reason_id": PAPER, "applicants": (ANNA,)},
    # findings 审理认定, draft 拟稿, approval 审批
    FindingsRecorded: {"findings": (Finding(text_id=PAPER, procedure=Procedure.VIOLATED),)},
    DecisionDrafted: {
        "dispositions": (Disposition(outcome=Outcome.REVOKED),),
        "paper_id": PAPER,
    },
    DecisionApproved: {"approval": Approval.HEAD},
    DecisionReturned: {"reason_id": PAPER},
    # decision 决定, service
    DecisionExtended: {"days": 1, "until": date(2026, 12, 31), "reason_id": PAPER},
    DecisionMade: {"outcome": Outcome.REVOKED, "paper_id": PAPER},
    DecisionAnnounced: {
        "standing": Standing.APPLICANT,
        "person_id": ANNA,
        "served_on": date(2026, 5, 20),
        "reason_id": PAPER,
        "others_unserved": True,
    },
    DecisionServed: {
        "standing": Standing.APPLICANT,
        "person_id": ANNA,
        "manner": Manner.DIRECT,
        "shown_on": date(2026, 4, 20),
        "served_on": date(2026, 4, 20),
        "receipt_id": PAPER,
        "sue_until": date(2026, 5, 6),
    },
    ServedAgain: {
        "standing": Standing.APPLICANT,
        "person_id": ANNA,
        "manner": Manner.DIRECT,
        "shown_on": date(2026, 4, 24),
        "served_on": date(2026, 4, 24),
        "receipt_id": PAPER,
        "reason_id": PAPER,
        "sue_until": date(2026, 5, 9),
    },
    DecisionDelivered: {
        "outcome": Outcome.REVOKED,
        "authority": AUTHORITY,
        "respondent": RESPONDENT,
        "served_on": date(2026, 4, 20),
        "remedies": (),
    },
}
"""What a fact holds where a test does not say."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def head(case: Case, on: str, *, by: str = "officer-7") -> Head:
    return case.head(by=by, on=day(on), at=datetime.combine(day(on), time(9), CITY))


class Walk:
    """A file, page after page."""

    def __init__(self) -> None:
        self.case = Case(procedure=ORDINARY, dispute_id=DISPUTE, case_id=FILE)
        self.facts: list[Fact] = []

    @classmethod
    def of(cls, case: Case) -> Self:
        """Another walk from where this file stands; the first one stays there."""
        walk = cls()
        walk.case = case
        return walk

    def then(self, kind: type[Fact], on: str, *, by: str = "officer-7", **fields: object) -> Self:
        said = {**FIELDS.get(kind, {}), **fields}
        return self.record(kind.model_validate({"head": head(self.case, on, by=by), **said}))

    def record(self, fact: Fact) -> Self:
        self.case = self.case.after(fact)
        self.facts.append(fact)
        return self

    def lapse(self, name: str, on: str) -> Self:
        """The clock records that the period of this name is over."""
        deadline = ORDINARY.by_name[name]
        told = self.case.told_by_lapse(deadline.lapse, "")
        return self.record(deadline.lapsed(head(self.case, on, by=CLOCK), "", told))

    def head(self, on: str) -> Head:
        return head(self.case, on)

    def last_day(self, name: str) -> date:
        """The last day of the period that the newest page starts."""
        until = ORDINARY.by_name[name].until(self.facts[-1], CALENDAR)
        assert until is not None
        assert ORDINARY.by_name[name] in ORDINARY.opens(self.facts[-1])
        return day_of_expiry(until)

    def but(self, **fields: object) -> Case:
        """The case with other memories, where how it came to them does not matter."""
        return replace(self.case, **fields)


def received(on: str = "2026-03-02", **fields: object) -> Walk:
    return Walk().then(ApplicationReceived, on, **fields)


def accepted(on: str = "2026-03-05", **fields: object) -> Walk:
    return received(on, **fields).then(ApplicationAccepted, on)


def replying(on: str = "2026-03-10") -> Walk:
    return accepted().then(CopySent, on).then(CopyReceived, on)


def examined(on: str = "2026-03-20") -> Walk:
    """Replied, and the applicant heard: ready for a decision."""
    return replying().then(ReplyFiled, on).then(ViewsHeard, on)


def decided(on: str = "2026-04-17", **fields: object) -> Walk:
    return examined().then(DecisionMade, on, **fields)
