"""案卷的文书: which act of the case each tells of, whom it is for, and its article."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    ConsultationRequested,
    CopySent,
    DecisionExtended,
    DecisionMade,
    OpinionRecorded,
    ReconsiderationTerminated,
    SupplementExtended,
    SupplementNotified,
    ViewsHeard,
)
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    RecusalDecided,
    SimplifiedChosen,
)
from shared.contracts.reconsideration.attached import AttachedReviewDropped, Drop
from shared.contracts.reconsideration.co_deciding import CoAuthorityCalled
from shared.contracts.reconsideration.forwarding import ApplicationForwarded
from shared.contracts.reconsideration.hearing_held import (
    HearingDenied,
    HearingDropped,
    HearingHeld,
    HearingPutOff,
    HearingSet,
)
from shared.contracts.reconsideration.higher import (
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    EvidenceTaken,
    InspectionEnded,
)
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    ResumptionOrdered,
    StayEnded,
    StayRefused,
)
from shared.contracts.reconsideration.people import (
    ApplicantsLeft,
    CasesJoined,
    RepresentativesAsked,
    ThirdPersonJoined,
    ThirdPersonRefused,
)
from shared.contracts.reconsideration.proving import (
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered, NotHandledAgain
from shared.contracts.reconsideration.request import RequestChanged, ThirdRequestAdmitted
from shared.contracts.reconsideration.respondent import RespondentChangeTold, RespondentSucceeded
from shared.contracts.reconsideration.settling import MediationDocumentDrawn, WithdrawalRefused
from shared.law.article import ARL, ARR2026, RULES

SORTS: Final = (
    Sort(
        *("oral-application", "口头申请笔录", OralApplicationRecorded, To.FILE),
        *(ARL[22].par(3), "record_id"),
    ),
    Sort(
        *("forwarding", "转送函", ApplicationForwarded, To.OUTSIDE),
        *(ARL[32].par(2), "forwarding_letter_id"),
        by_organ="organ",
    ),
    Sort("acknowledgement", "收件回执", ApplicationReceived, To.APPLICANTS, ARL[30].par(1)),
    Sort("entry", "收件登记表", ApplicationReceived, To.FILE, ARL[22].par(2), "text_id"),
    Sort(
        "supplement", "补正通知书", SupplementNotified, To.APPLICANTS, ARL[31].par(1), "notice_id"
    ),
    Sort(
        *("supplement-extension", "延长补正期限通知书", SupplementExtended, To.APPLICANTS),
        *(ARL[31].par(2), "reason_id"),
    ),
    Sort(
        *("abandonment", "视为放弃申请告知书", ApplicationAbandoned, To.APPLICANTS),
        ARL[31].par(2),
    ),
    Sort(
        *("respondent-change", "变更被申请人告知书", RespondentChangeTold, To.APPLICANTS),
        *(ARL[19], "notice_id"),
    ),
    Sort(
        *("respondent-succession", "被申请人承受告知书", RespondentSucceeded, To.PARTIES),
        *(ARL[19].par(4), "notice_id"),
    ),
    Sort(
        *("request-change", "变更行政复议请求告知书", RequestChanged, To.PARTIES),
        *(ARL[15].par(2), "text_id"),
        only=("to_be_told", True),
    ),
    Sort(
        *("third-request-admission", "承认第三人请求告知书", ThirdRequestAdmitted, To.PARTIES),
        *(ARL[15].par(2), "text_id"),
        person="third_person",
        only=("to_be_told", True),
    ),
    Sort(
        *("severance", "分案办理告知书", ApplicationSevered, To.APPLICANTS),
        *(RULES[136], "reason_id"),
    ),
    Sort("acceptance", "受理通知书", ApplicationAccepted, To.APPLICANTS, ARL[30].par(1)),
    Sort(
        *("declination", "不予受理决定书", ApplicationDeclined, To.APPLICANTS),
        *(ARL[30].par(2), "reason_id"),
        apart=True,
    ),
    Sort(
        *("not-handled", "不再处理告知书", NotHandledAgain, To.APPLICANTS),
        *(ARR2026[37].par(2), "letter_id"),
    ),
    Sort("reply-notice", "提出答复通知书", CopySent, To.RESPONDENT, ARL[48]),
    Sort(
        *("application-copy", "行政复议申请书副本", CopySent, To.RESPONDENT, ARL[48]),
        goes_along=True,
    ),
    Sort(
        *("elevation-request", "提级审理请示", ElevationAsked, To.OUTSIDE),
        *(ARL[38].par(2), "text_id", "asked_of"),
    ),
    Sort(
        *("elevation-refusal", "不予提级审理复函", ElevationDenied, To.ORGAN),
        *(ARL[38].par(2), "reason_id"),
    ),
    Sort(
        *("elevation", "提级审理通知书", ElevationOrdered, To.PARTIES),
        *(ARR2026[40].par(3), "letter_id"),
    ),
    Sort(
        *("hand-over-notice", "移送案件材料通知书", ElevationOrdered, To.ORGAN),
        *(ARR2026[40].par(3), "letter_id", "below"),
    ),
    Sort(
        *("hand-over", "案件材料移送函", FileHandedOver, To.OUTSIDE),
        *(ARR2026[40].par(3), "letter_id"),
    ),
    Sort(
        *("third-person", "第三人参加通知书", ThirdPersonJoined, To.THIRD),
        *(ARL[16].par(1), "text_id", "third_person"),
    ),
    Sort(
        *("third-person-refusal", "不准许作为第三人参加告知书", ThirdPersonRefused, To.PERSON),
        *(ARL[16].par(1), "reason_id", "third_person"),
    ),
    Sort("recusal", "回避决定书", RecusalDecided, To.PARTIES, RULES[47], "reason_id"),
    Sort(
        *("election-notice", "推选代表人通知书", RepresentativesAsked, To.APPLICANTS),
        *(RULES[124], "text_id"),
    ),
    Sort("joinder", "合并审理通知书", CasesJoined, To.PARTIES, ARR2026[43], "reason_id"),
    Sort("simplified", "适用简易程序通知书", SimplifiedChosen, To.PARTIES, ARL[53], "reason_id"),
    Sort("conversion", "转为普通程序通知书", ConvertedToOrdinary, To.PARTIES, ARL[55], "reason_id"),
    Sort(
        *("suspension", "中止通知书", ReconsiderationSuspended, To.PARTIES),
        *(ARL[39].par(1), "letter_id"),
    ),
    Sort(
        *("resumption", "恢复审理通知书", ReconsiderationResumed, To.PARTIES),
        *(ARL[39].par(2), "letter_id"),
    ),
    Sort(
        *("resumption-order", "责令恢复审理通知书", ResumptionOrdered, To.ORGAN),
        *(ARL[40], "letter_id"),
    ),
    Sort("stay", "停止执行决定书", ExecutionStayed, To.PARTIES, ARL[42], "paper_id"),
    Sort("stay-refusal", "不予停止执行通知书", StayRefused, To.PARTIES, ARL[42], "reason_id"),
    Sort("stay-end", "恢复执行通知书", StayEnded, To.PARTIES, ARL[42], "reason_id"),
    Sort(
        *("attached-refusal", "不予附带审查告知书", AttachedReviewDropped, To.APPLICANTS),
        *(ARL[13].par(1), "reason_id"),
        only=("drop", Drop.NO_BASIS),
    ),
    Sort("evidence-list", "证据清单", EvidenceSubmitted, To.FILE, ARL[43], is_list=True),
    Sort(
        *("further-evidence", "同意补充证据通知书", FurtherEvidenceAllowed, To.ORGAN),
        *(ARL[46].par(2), "reason_id", "organ"),
    ),
    Sort(
        *("further-evidence-refusal", "不同意补充证据告知书", FurtherEvidenceRefused, To.ORGAN),
        *(ARL[46].par(2), "reason_id", "organ"),
    ),
    Sort(
        *("file-access", "查阅复制告知书", FileAccessGranted, To.PERSON, ARL[47]),
        names="reader",
    ),
    Sort(
        *("file-reading", "阅卷记录", FileAccessGranted, To.FILE, ARL[47]),
        person="reader",
    ),
    Sort("views", "听取意见笔录", ViewsHeard, To.FILE, ARL[49], "record_id"),
    Sort("inquiry", "调查笔录", EvidenceTaken, To.FILE, ARL[45], "record_id"),
    Sort("appraisal", "鉴定委托书", AppraisalBegun, To.OUTSIDE, ARR2026[46], "letter_id"),
    Sort(
        *("appraisal-refusal", "不同意鉴定告知书", AppraisalDenied, To.PARTIES),
        *(ARR2026[46], "reason_id"),
    ),
    Sort("inspection", "勘验笔录", InspectionEnded, To.FILE, ARR2026[45], "record_id"),
    Sort(
        *("hearing-refusal", "不组织听证告知书", HearingDenied, To.APPLICANTS),
        *(ARL[50].par(2), "reason_id"),
    ),
    Sort("hearing-notice", "听证通知书", HearingSet, To.PARTIES, ARL[51].par(1), "letter_id"),
    Sort(
        *("hearing-delay", "延期听证通知书", HearingPutOff, To.PARTIES),
        *(ARL[51].par(1), "reason_id"),
    ),
    Sort(
        *("hearing-dropped", "不再组织听证告知书", HearingDropped, To.PARTIES),
        *(ARL[50].par(2), "reason_id"),
    ),
    Sort(
        *("hearing-minutes", "听证笔录", HearingHeld, To.FILE),
        *(ARL[50].par(3), "hearing_record_id"),
    ),
    Sort(
        *("consultation", "提请咨询函", ConsultationRequested, To.OUTSIDE),
        *(ARL[52].par(2), "question_id"),
    ),
    Sort(
        *("opinion", "行政复议委员会咨询意见", OpinionRecorded, To.FILE),
        *(ARL[52].par(3), "opinion_id"),
    ),
    Sort(
        *("co-authority", "共同办理函", CoAuthorityCalled, To.OUTSIDE, ARR2026[32].par(2)),
        *("letter_id", "organ"),
    ),
    Sort(
        *("extension", "延长审理期限通知书", DecisionExtended, To.PARTIES),
        *(ARL[62].par(1), "reason_id"),
    ),
    Sort(
        *("mediation", "行政复议调解书", MediationDocumentDrawn, To.PARTIES),
        *(ARL[73].par(1), "mediation_document_id"),
        apart=True,
    ),
    Sort(
        *("withdrawal-refusal", "不准予撤回通知书", WithdrawalRefused, To.PARTIES),
        *(ARL[41].par(item=1), "reason_id"),
    ),
    Sort(
        *("decision", "行政复议决定书", DecisionMade, To.PARTIES, ARL[75].par(1), "paper_id"),
        apart=True,
    ),
    Sort("termination", "终止决定书", ReconsiderationTerminated, To.PARTIES, ARL[41]),
    Sort(
        *("partial-termination", "部分申请人终止决定书", ApplicantsLeft, To.PARTIES),
        *(ARL[41], "paper_id"),
    ),
)
"""In the order of the statute."""
