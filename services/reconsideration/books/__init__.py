"""The rules of reconsideration for the books: its papers, and what the law asks of each file."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from services.reconsideration.books.papers import PAPERS
from services.reconsideration.books.together import TOGETHER
from services.reconsideration.domain import lawful, lawful_after
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.store import AFTERMATHS, CASES, REVIEWS
from shared.auth import AUTHORITIES
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    higher,
)
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.aftermath import (
    CorrectionServed,
    DecisionCopied,
    ServedAgain,
)
from shared.contracts.reconsideration.attached_review import AttachedReviewConcluded
from shared.contracts.reconsideration.inquiring import EvidenceTaken
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LiabilityHandedOver,
    OpinionLetterReceived,
    RecommendationIssued,
)
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.article import ARL, ARR2026, CPL
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.verify.files import Lawful, Lived, rules_for

V = TypeVar("V", bound=CaseFile)


def each(kind: type[Fact], check: Callable[[V, Any], None], lived: Lived[V]) -> bool:
    """Whether `check` refuses no page of this kind."""
    try:
        for case, fact in lived.of(kind):
            check(case, fact)
    except Refused:
        return False
    return True


def letters(lived: Lived[Aftermath]) -> bool:
    """Whether what was received and reported are letters that were issued."""
    return each(OpinionLetterReceived, lawful_after.letter_received, lived) and each(
        CorrectionReported, lawful_after.correction_reported, lived
    )


def named(lived: Lived[Case]) -> bool:
    """Whether the label by which parties read the file names those who are the applicants now."""
    return set(lived.labels.get("applicants", "").split()) == set(map(str, lived.value.applicants))


def at_its_authority(lived: Lived[Case]) -> bool:
    """Whether the label names who handles the case, and those before it read on."""
    named = set(lived.labels.get(AUTHORITIES, "").split())
    case = lived.value
    return lived.labels.get("authority") == case.authority and named >= set(case.elevated.before)


_MADE: Final = partial(partial, each, DecisionMade)
_ENDED_ABOVE: Final = partial(each, higher.ElevatedCaseEnded, lawful.ended_above_once_handed_over)

LAWFUL: Final = (
    Lawful(
        "sealed",
        "决定书依次经认定、拟稿、送审、审批，用印的就是同意的",
        ARL[61],
        _MADE(lawful.sealed_as_approved),
    ),
    Lawful("suspended", "中止期间没有作出决定", ARL[39], _MADE(lawful.not_suspended)),
    Lawful(
        "views",
        "普通程序中，决定之前已听取申请人意见或者记明原因",
        ARL[49],
        _MADE(lawful.applicant_heard),
    ),
    Lawful("replied", "决定之前，共同被申请人都已答复或者逾期", ARL[48], _MADE(lawful.all_replied)),
    Lawful("examined", "决定之前，证据都已经审查", ARL[43], _MADE(lawful.evidence_examined)),
    Lawful(
        "taken",
        "调查取证不少于两人，没有已回避的人员",
        ARL[45],
        partial(each, EvidenceTaken, lawful.taken_by_two),
    ),
    Lawful(
        "late",
        "被申请人逾期的证据，经同意才补充",
        ARL[46],
        partial(each, EvidenceSubmitted, lawful.late_with_leave),
    ),
    Lawful(
        "access",
        "查阅案卷的是申请人、第三人及其代理人，只有法定的情形除外",
        ARL[47],
        partial(each, FileAccessGranted, lawful.shown_but_excepted),
    ),
    Lawful("hearing", "应当听证的，决定之前已听证或者放弃", ARL[50], _MADE(lawful.hearing_held)),
    Lawful("opinion", "应当咨询的，决定之前咨询意见已在卷", ARL[52], _MADE(lawful.opinion_on_file)),
    Lawful(
        "attached",
        "附带审查有结果以后才作出决定，认定不合法的依据不作依据",
        ARL[59],
        _MADE(lawful.results_heeded),
    ),
    Lawful(
        "extension",
        "延长累计不超过三十日，简易程序不延长",
        ARL[62],
        partial(each, DecisionExtended, lawful.extended_in_bounds),
    ),
    Lawful(
        "mediated",
        "调解书经各方签字后才加盖印章",
        ARL[73],
        partial(each, MediationDocumentSealed, lawful.signed_by_all),
    ),
    Lawful(
        "served",
        "决定书送达每一名申请人和第三人，并有起诉期限",
        ARL[75],
        partial(each, DecisionDelivered, lawful.served_on_all),
    ),
    Lawful(
        "transit", "决定提级后、移送期间没有作出决定", ARR2026[40], _MADE(lawful.not_handed_over)
    ),
    Lawful(
        "elevated",
        "提级由下级移送，报请的写明报请",
        ARL[38],
        partial(each, higher.ElevationOrdered, lawful.elevated_on_a_ground),
    ),
    Lawful(
        "taken_up",
        "提级案件由决定提级的机关收到移送的材料后审理",
        ARR2026[40],
        partial(each, higher.ElevatedFileReceived, lawful.taken_up_as_ordered),
    ),
    Lawful("ended_above", "上级办结在移送案件材料以后", ARR2026[40], _ENDED_ABOVE),
    Lawful("authority", "案卷写明办理机关，提级以前的机关仍可查阅", ARL[38], at_its_authority),
    Lawful("applicants", "现在的申请人和承受人都能查阅案卷，退出的不能", ARL[14], named),
)
"""What the law asks of each file, in the order of the road."""

AFTERWARDS: Final[tuple[Lawful[Aftermath], ...]] = (
    Lawful(
        "corrections",
        "补正通知书送达每一名受送达人，各一次",
        CPL[157].par(1, 7),
        partial(each, CorrectionServed, lawful_after.correction_served_on_all),
    ),
    Lawful(
        "again",
        "重新送达的，起诉期限自重新送达起不少于十五日",
        ARL[75].par(2),
        partial(each, ServedAgain, lawful_after.suit_runs_anew),
    ),
    Lawful(
        "copied",
        "只抄告以本级政府工作部门为被申请人的决定书",
        ARL[79].par(2),
        partial(each, DecisionCopied, lawful_after.copied_where_owed),
    ),
    Lawful(
        "letters",
        "意见书收到、报送在制发之后，由收到的机关报送",
        ARL[76],
        letters,
    ),
    Lawful(
        "recommendations",
        "建议书写明希望答复的期限，当日的条例列有这一类规定",
        ARR2026[69],
        partial(each, RecommendationIssued, lawful_after.recommended),
    ),
    Lawful(
        "handed",
        "材料移送依法接受的机关",
        ARL[85],
        partial(each, LiabilityHandedOver, lawful_after.handed_over),
    ),
)
"""The same of what follows a case."""

RULES: Final = (
    *PAPERS,
    *TOGETHER,
    *rules_for(CASES, LAWFUL),
    *rules_for(
        REVIEWS,
        (
            Lawful(
                "corrected",
                "附带审查先问制定机关，不合法的条款停止执行并责令纠正",
                ARL[59],
                partial(each, AttachedReviewConcluded, lawful.stopped_and_corrected),
            ),
        ),
    ),
    *rules_for(AFTERMATHS, AFTERWARDS),
)
"""What `OFFICE.rules` of reconsideration holds."""
