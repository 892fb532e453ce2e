"""文书种类: which papers there are, which act each tells of, whom it is for, and its article."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ApplicationDeclined,
    ConsultationRequested,
    CopySent,
    DecisionExtended,
    DecisionMade,
    ReconsiderationTerminated,
    SupplementExtended,
    SupplementNotified,
    ViewsHeard,
)
from shared.contracts.reconsideration.assigning import ConvertedToOrdinary, SimplifiedChosen
from shared.contracts.reconsideration.hearing_held import HearingHeld, HearingSet
from shared.contracts.reconsideration.higher import ElevationOrdered, FileHandedOver
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    EvidenceTaken,
    InspectionEnded,
)
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    StayRefused,
)
from shared.contracts.reconsideration.people import CasesJoined, ThirdPersonJoined
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.contracts.reconsideration.respondent import RespondentChangeTold
from shared.contracts.reconsideration.settling import MediationDocumentDrawn, WithdrawalRefused
from shared.errors import Unknown
from shared.law.article import ARL, ARR2026, Article
from shared.office import Printed

RECEIPT: Final = "-receipt"
"""What the name of a paper ends in where its 送达回证 is meant."""

PATH: Final = "/reconsiderations/{case_id}/papers/made/{sort}.{form}"
NUMBER: Final = "/reconsiderations/{case_id}/papers/numbers/{sort}"


class To(StrEnum):
    """Whom a paper is for, and who signs for it 受送达人."""

    APPLICANTS = "applicants"  # 申请人
    RESPONDENT = "respondent"  # 被申请人
    PARTIES = "parties"  # 各方当事人
    THIRD = "third"  # 参加行政复议的第三人
    OUTSIDE = "outside"  # 行政复议委员会、鉴定机构、上级机关，不用送达回证
    FILE = "file"  # 入卷的笔录，不送达


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of paper 文书种类."""

    name: str
    term: str
    of: type[Fact]
    """The fact that it tells of; of several, the newest."""
    to: To
    article: Article
    """Where the law asks for it."""
    text: str = ""
    """The field of that fact which names the text to be printed; empty where there is none."""

    @property
    def is_served(self) -> bool:
        """Whether somebody signs for it 送达回证."""
        return self.to not in {To.OUTSIDE, To.FILE}

    @property
    def is_numbered(self) -> bool:
        """Whether it is numbered 编号 by itself: a record never, a decision as it is sealed."""
        return self.to is not To.FILE and self.of is not DecisionMade


_SORTS: Final = (
    Sort(
        *("oral-application", "口头申请笔录", OralApplicationRecorded, To.FILE),
        *(ARL[22].par(3), "record_id"),
    ),
    Sort(
        "supplement", "补正通知书", SupplementNotified, To.APPLICANTS, ARL[31].par(1), "notice_id"
    ),
    Sort(
        *("supplement-extension", "延长补正期限通知书", SupplementExtended, To.APPLICANTS),
        *(ARL[31].par(1), "reason_id"),
    ),
    Sort(
        *("abandonment", "视为放弃申请告知书", ApplicationAbandoned, To.APPLICANTS),
        ARL[31].par(2),
    ),
    Sort(
        *("respondent-change", "变更被申请人告知书", RespondentChangeTold, To.APPLICANTS),
        *(ARL[19], "notice_id"),
    ),
    Sort("acceptance", "受理通知书", ApplicationAccepted, To.APPLICANTS, ARL[30].par(1)),
    Sort(
        *("declination", "不予受理决定书", ApplicationDeclined, To.APPLICANTS),
        *(ARL[30].par(2), "reason_id"),
    ),
    Sort(
        *("not-handled", "不再处理告知书", NotHandledAgain, To.APPLICANTS),
        *(ARR2026[37].par(2), "letter_id"),
    ),
    Sort("reply-notice", "提出答复通知书", CopySent, To.RESPONDENT, ARL[48]),
    Sort(
        *("elevation", "提级审理通知书", ElevationOrdered, To.PARTIES),
        *(ARR2026[40].par(3), "letter_id"),
    ),
    Sort(
        *("hand-over", "案件材料移送函", FileHandedOver, To.OUTSIDE),
        *(ARR2026[40].par(3), "letter_id"),
    ),
    Sort(
        *("third-person", "第三人参加通知书", ThirdPersonJoined, To.THIRD),
        *(ARL[16].par(1), "text_id"),
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
    Sort("stay", "停止执行决定书", ExecutionStayed, To.PARTIES, ARL[42], "paper_id"),
    Sort("stay-refusal", "不予停止执行通知书", StayRefused, To.PARTIES, ARL[42], "reason_id"),
    Sort("views", "听取意见笔录", ViewsHeard, To.FILE, ARL[49], "record_id"),
    Sort("inquiry", "调查笔录", EvidenceTaken, To.FILE, ARL[45], "record_id"),
    Sort("appraisal", "鉴定委托书", AppraisalBegun, To.OUTSIDE, ARR2026[46], "letter_id"),
    Sort("inspection", "勘验笔录", InspectionEnded, To.FILE, ARR2026[45], "record_id"),
    Sort("hearing-notice", "听证通知书", HearingSet, To.PARTIES, ARL[51].par(1), "letter_id"),
    Sort(
        *("hearing-minutes", "听证笔录", HearingHeld, To.FILE),
        *(ARL[50].par(3), "hearing_record_id"),
    ),
    Sort(
        *("consultation", "提请咨询函", ConsultationRequested, To.OUTSIDE),
        *(ARL[52].par(1), "question_id"),
    ),
    Sort(
        *("extension", "延长审理期限通知书", DecisionExtended, To.PARTIES),
        *(ARL[62].par(1), "reason_id"),
    ),
    Sort(
        *("mediation", "行政复议调解书", MediationDocumentDrawn, To.PARTIES),
        *(ARL[73].par(1), "mediation_document_id"),
    ),
    Sort(
        *("withdrawal-refusal", "不准予撤回通知书", WithdrawalRefused, To.PARTIES),
        *(ARL[41].par(item=1), "reason_id"),
    ),
    Sort("decision", "行政复议决定书", DecisionMade, To.PARTIES, ARL[75].par(1), "paper_id"),
    Sort("termination", "终止通知书", ReconsiderationTerminated, To.PARTIES, ARL[41]),
)
SORTS: Final[Mapping[str, Sort]] = {sort.name: sort for sort in _SORTS}
"""By name, in the order of the statute."""

PRINTED: Final = tuple(
    Printed(
        sort=f"{sort.name}{ending}",
        term=f"{sort.term}{more}",
        on=(sort.of,),
        path=PATH,
        number=NUMBER if sort.is_numbered and not ending else "",
    )
    for sort in SORTS.values()
    for ending, more in (("", ""), (RECEIPT, "的送达回证"))
    if not ending or sort.is_served
)
"""The same for the case page, what is served with its 送达回证."""


def sort_of(name: str) -> tuple[Sort, bool]:
    """A sort of paper by its name, and whether its 送达回证 is meant.

    Raises:
        Unknown: There is none of that name.
    """
    found, receipt = SORTS.get(name.removesuffix(RECEIPT)), name.endswith(RECEIPT)
    if found is None or (receipt and not found.is_served):
        raise Unknown("没有这种文书")
    return found, receipt


def numbered_sort(name: str) -> Sort:
    """A sort of paper that is numbered by itself, by its name.

    Raises:
        Unknown: There is none of that name.
    """
    found = SORTS.get(name)
    if found is None or not found.is_numbered:
        raise Unknown("没有这种编号的文书")
    return found
