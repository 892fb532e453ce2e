"""The rules of reconsideration for the books: its papers, and what the law asks of each file."""

from functools import partial
from typing import Final

from services.reconsideration.books.after import AFTERWARDS, CORRECTED
from services.reconsideration.books.each import each
from services.reconsideration.books.papers import PAPERS
from services.reconsideration.books.relied import RELIED
from services.reconsideration.books.repeated import REPEATED
from services.reconsideration.books.together import TOGETHER
from services.reconsideration.domain import lawful
from services.reconsideration.domain import lawful_deciding as deciding
from services.reconsideration.domain.case import Case
from services.reconsideration.store import AFTERMATHS, CASES, REVIEWS
from shared.auth import AUTHORITIES
from shared.contracts.reconsideration import (
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    higher,
)
from shared.contracts.reconsideration.access import FileAccessGranted
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.attached_review import AttachedReviewConcluded
from shared.contracts.reconsideration.inquiring import EvidenceTaken
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.article import ARL, ARR2026
from shared.verify.files import Lawful, Lived, rules_for


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
    Lawful("replied", "决定之前，各被申请人都已答复或者逾期", ARL[48], _MADE(deciding.all_replied)),
    Lawful(
        "reviewers",
        "决定之前，指定的行政复议人员足够，回避都已决定",
        ARL[36],
        _MADE(deciding.reviewed_by_enough),
    ),
    Lawful(
        "agreed",
        "各方同意的简易程序中，此后参加的当事人都已同意，才作出决定",
        ARL[53],
        _MADE(deciding.agreed_by_all),
    ),
    Lawful(
        "found", "审理认定支持决定的种类、赔偿和责令", ARL[61], _MADE(deciding.carried_by_findings)
    ),
    Lawful(
        "open",
        "撤回、调解、听证、鉴定和各项申请都有了结以后才作出决定",
        ARL[61],
        _MADE(deciding.nothing_open),
    ),
    Lawful(
        "countersigned",
        "共同作出决定的各行政复议机关都已会签，才作出决定",
        ARR2026[32].par(2),
        _MADE(deciding.countersigned_by_all),
    ),
    Lawful("adoption", "咨询意见在卷的，写明采纳情况", ARR2026[52], _MADE(deciding.adoption_told)),
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
        "served_anew",
        "其他各方尚待送达时重新送达的，此前已经向其送达，起诉期限重新起算",
        ARL[75],
        partial(each, ServedAgain, lawful.served_again),
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

RULES: Final = (
    *PAPERS,
    *TOGETHER,
    *RELIED,
    *REPEATED,
    *CORRECTED,
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
