"""救济与执行: after a paper was served, who may sue whom, where, until when (ARL 77)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.first import Exit, exit_to_court
from services.reconsideration.domain.ordering import suing
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.law.article import ALI, ALL, ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import Calendar
from shared.law.course import Cap
from shared.law.period import CalendarDays, Years
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.suing import SUE_DECISION


class Paper(StrEnum):
    """Which paper was served, or that none came 文书."""

    DECISION = "decision"  # 行政复议决定书
    DECLINED = "declined"  # 不予受理决定书
    DISMISSED = "dismissed"  # 驳回申请决定书
    OVERDUE = "overdue"  # 期限届满未作决定
    MEDIATION = "mediation"  # 行政复议调解书
    OPINION = "opinion"  # 行政复议意见书
    DOCUMENT = "document"  # 附带审查处理结果
    TERMINATED = "terminated"  # 撤回后的终止决定书
    ACT = "act"  # 行政行为本身，没有复议
    INACTION = "inaction"  # 不履行法定职责，没有复议


class Way(StrEnum):
    """What may be done now 救济途径."""

    SUE = "sue"  # 在期限内向人民法院起诉
    SUE_OR_COUNCIL = "sue_or_council"  # 起诉或者申请国务院裁决
    SUIT_OVER = "suit_over"  # 起诉期限已满
    REVIEW_FIRST = "review_first"  # 应当先申请复议
    IN_REVIEW = "in_review"  # 复议期间，不得起诉
    WAIT = "wait"  # 履行期限未满，尚不能起诉
    FINAL = "final"  # 最终裁决，不得起诉
    NONE = "none"  # 没有单独的救济，应当履行
    UNKNOWN = "unknown"  # 没有可以起算的日期


class Defendant(StrEnum):
    """被告."""

    ORGAN = "organ"  # 作出原行政行为的行政机关
    AUTHORITY = "authority"  # 复议机关
    BOTH = "both"  # 两者为共同被告
    CHOICE = "choice"  # 诉原行为的为原机关，诉不作为的为复议机关


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """文书 and what is known of it."""

    paper: Paper
    on: date | None
    """送达之日, of an overdue decision the last day for making it."""
    outcome: Outcome | None = None
    told: bool | None = None
    """是否告知起诉期限; None is taken as told."""
    learnt_on: date | None = None
    """后来知道起诉期限之日."""
    compulsory: bool = False
    by_procedure: bool = False
    """确认违法的理由是违反法定程序."""
    on_merits: bool = False
    """驳回申请不是因为不符合受理条件."""
    final: bool = False
    """法律规定复议决定为最终裁决."""
    own_act: bool = False
    """省级政府或者国务院部门对自己的行为作出的决定."""
    settled: bool = False
    """因和解撤回."""
    partly_upheld: bool = False
    """既有维持，又有改变或者不予受理的内容."""
    same_result: bool = False
    """只改变事实、证据或者依据，没有改变处理结果."""


SUABLE: Final = (Paper.DECISION, Paper.DECLINED, Paper.DISMISSED, Paper.OVERDUE)
_BECAUSE: Final = {
    Paper.DECISION: "收到复议决定书",
    Paper.DECLINED: "收到不予受理决定书",
    Paper.DISMISSED: "收到驳回申请决定书",
    Paper.OVERDUE: "复议期限届满而未作决定",
}
_EXITS: Final = {
    Paper.DECLINED: Exit.DECLINED,
    Paper.DISMISSED: Exit.DISMISSED,
    Paper.OVERDUE: Exit.OVERDUE,
}
UNTOLD: Final = Prescribed(
    name="decision_untold",
    term="最长起诉期限",
    period=Years(1),
    article=ALI[64].par(2),
    because="收到复议决定书，未告知起诉期限",
)
"""复议决定未告知起诉期限的，最长一年 (ALI 64)."""
LEARNT: Final = replace(
    SUE_DECISION, name="decision_learnt", article=UNTOLD.article, because="知道起诉期限"
)
"""复议决定未告知起诉期限的，自知道之日起 (ALI 64)."""
REPORT: Final = Prescribed(
    name="report",
    term="报送纠正情况期限",
    period=CalendarDays(60),
    article=ARL[76],
    because="收到行政复议意见书",
)
"""意见书的纠正情况报送期限 (ARL 76)."""


def suit(served: Served, calendar: Calendar) -> Proof | None:
    """起诉期限: fifteen days; of one not told a year at most (ALL 45; ARL 34; ALI 64)."""
    if served.on is None or served.paper not in SUABLE or served.final:
        return None
    if served.told is False:
        return _untold(served, served.on, calendar)
    if served.compulsory and served.paper in _EXITS:
        return exit_to_court(_EXITS[served.paper], served.on, calendar)
    return suing(served.on, _BECAUSE[served.paper], calendar)


def _untold(served: Served, on: date, calendar: Calendar) -> Proof:
    if served.learnt_on is None:
        because = f"{_BECAUSE[served.paper]}，未告知也尚不知道起诉期限"
        return UNTOLD.proof(on, calendar, because=because)
    caps = (Cap(UNTOLD.period, on, UNTOLD.article),)
    return LEARNT.proof(served.learnt_on, calendar, caps=caps)


def way(served: Served, proof: Proof | None, on: date) -> tuple[Way, Point]:
    """What is open now (ARL 10, 26, 34; ALL 45)."""
    if served.final:
        return Way.FINAL, Point("法律规定为最终裁决的，不得起诉", ARL[10])
    if served.paper not in SUABLE:
        return Way.NONE, _no_suit(served.paper)
    if proof is None:
        return Way.UNKNOWN, Point("送达之日不明，不能计算起诉期限", ALL[45])
    met = on <= proof.reckoning.last_day
    if served.own_act and served.paper is Paper.DECISION and met:
        text = "可以起诉，也可以向国务院申请裁决，国务院的裁决为最终裁决"
        return Way.SUE_OR_COUNCIL, Point(text, ARL[26], met)
    text = f"可以自{proof.because}之日起在期限内向人民法院起诉"
    return Way.SUE if met else Way.SUIT_OVER, Point(text, proof.article, met)


def _no_suit(paper: Paper) -> Point:
    rows = {
        Paper.MEDIATION: ("调解书经签章并加盖印章即有法律效力，应当履行", ARL[73].par(1)),
        Paper.OPINION: ("意见书对有关机关发出，应当履行并报送纠正情况", ARL[76]),
        Paper.TERMINATED: ("撤回并准予的，终止行政复议", ARL[41].par(item=1)),
        Paper.ACT: ("行政行为可以直接起诉", ALL[46].par(1)),
        Paper.INACTION: ("不履行法定职责可以直接起诉", ALL[47].par(1)),
        Paper.DOCUMENT: ("处理结果在决定书中一并告知，不服的通过对决定起诉解决", ARL[59]),
    }
    return Point(*rows[paper])


def beside(served: Served) -> Iterator[Point]:
    """Ways beside the suit over the paper (ARL 35; ALL 46, 53; ALI 66)."""
    if served.paper in (Paper.DECLINED, Paper.DISMISSED, Paper.OVERDUE):
        yield Point("没有正当理由的，可以向上级行政机关反映，上级应当责令纠正", ARL[35])
        if not served.compulsory and served.paper is Paper.DECLINED:
            text = "不属于前置的，也可以自知道行政行为之日起六个月内直接起诉原行为"
            yield Point(text, ALL[46].par(1))
    if served.paper is Paper.TERMINATED:
        yield from _after_withdrawal(served)
    if served.paper is Paper.DOCUMENT:
        yield Point("起诉行政行为时可以一并请求审查规范性文件，不含规章", ALL[53].par(1))
    if served.outcome in (Outcome.REVOKED, Outcome.REVOKED_IN_PART):
        text = "对重新作出的行政行为不服，可以申请复议或者起诉；相同的行为应当再次撤销"
        yield Point(text, ARL[64].par(2))


def _after_withdrawal(served: Served) -> Iterator[Point]:
    """No second application over what was withdrawn; the court stays open (ARL 74; ALI 58)."""
    old = served.on is not None and served.on < ARR2026.since
    article = ARR2007[38].par(2) if old and not served.settled else ARL[74].par(2)
    if old or served.settled:
        text = "不得再以同一事实和理由申请复议，能够证明撤回违背真实意愿的除外"
        yield Point(text, article)
    if not served.compulsory:
        text = "不属于前置的，在法定起诉期限内仍可以对原行政行为起诉"
        yield Point(text, ALI[58])


def defendant(served: Served) -> tuple[Defendant, Article] | None:
    """被告 (ALL 26; ALI 22, 133)."""
    if served.paper is Paper.OVERDUE:
        return Defendant.CHOICE, ALL[26].par(3)
    if served.paper is Paper.DECLINED:
        return Defendant.AUTHORITY, ALI[56].par(2)
    dismissed = served.outcome is Outcome.APPLICATION_DISMISSED
    if served.paper is Paper.DISMISSED or (served.paper is Paper.DECISION and dismissed):
        return (Defendant.BOTH if served.on_merits else Defendant.AUTHORITY), ALI[133]
    if served.paper is not Paper.DECISION or served.outcome is None:
        return None
    return _of_mixture(served) or _of_outcome(served.outcome, by_procedure=served.by_procedure)


def _of_mixture(served: Served) -> tuple[Defendant, Article] | None:
    """维持 in part, or in all but its grounds: both stand as defendants (ALI 22, 134)."""
    if served.partly_upheld:
        return Defendant.BOTH, ALI[134].par(2)
    if served.same_result and served.outcome is Outcome.CHANGED:
        return Defendant.BOTH, ALI[22].par(1)
    return None


def _of_outcome(outcome: Outcome, *, by_procedure: bool) -> tuple[Defendant, Article]:
    """维持 or 改变: whether the authority stands beside the organ or alone."""
    match outcome:
        case Outcome.REQUEST_DISMISSED:
            return Defendant.BOTH, ALI[133]
        case Outcome.CONFIRMED_ILLEGAL:
            return (Defendant.BOTH if by_procedure else Defendant.AUTHORITY), ALI[22].par(3)
        case Outcome.CONFIRMED_INVALID:
            return Defendant.AUTHORITY, ALI[22].par(2)
        case Outcome.UPHELD:
            return Defendant.BOTH, ALL[26].par(2)
        case _:
            return Defendant.AUTHORITY, ALL[26].par(2)


def reporting(served_on: date, calendar: Calendar) -> Proof:
    """报送纠正情况, sixty days from receipt of an opinion letter (ARL 76)."""
    return REPORT.proof(served_on, calendar)


def copies(paper: Paper, *, department: bool) -> Point | None:
    """抄告 the department above, when decision or opinion letter takes effect (ARL 79)."""
    if paper not in {Paper.DECISION, Paper.OPINION}:
        return None
    text = "被申请人是本级政府工作部门的，生效后同时抄告其上一级主管部门"
    return Point(text, ARL[79].par(2), department)


def publishing() -> Iterator[Point]:
    """公开 of a decision, as far as the act itself is public; names are left out (RULES 49)."""
    yield Point("根据被申请复议行为的公开情况，按照规定向社会公开", ARL[79].par(1))
    yield Point("本市拟定：公开时隐去自然人的姓名、住所、号码和依法不公开的内容", RULES[49])


def performance(paper: Paper, *, failing: bool) -> Iterator[Point]:
    """被申请人的履行, and what the authority or its superior may order (ARL 77, 83)."""
    if paper not in {Paper.DECISION, Paper.MEDIATION, Paper.OPINION}:
        return
    yield Point("被申请人应当履行决定书、调解书、意见书", ARL[77].par(1))
    if failing:
        text = "机关或者有关上级行政机关应当责令限期履行，可以约谈有关负责人或者通报批评"
        yield Point(text, ARL[77].par(2))
        yield Point("对负有责任的人员依法给予处分，经责令仍拒不履行的从重", ARL[83])


def upholding(sued: Defendant) -> Iterator[Point]:
    """What to uphold includes, and what the court then does (ALI 22, 59, 133 to 135)."""
    text = "维持包括驳回申请或者请求，因不符合受理条件驳回的除外"
    yield Point(text, ALI[133])
    yield Point("只改变事实、证据或者依据而没有改变处理结果的，视为维持", ALI[22].par(1))
    if sued is Defendant.BOTH:
        yield Point("只起诉其中一个的，法院告知追加，不同意的列为共同被告", ALI[134].par(1))
        yield Point("法院一并审查原行政行为和复议决定的合法性", ALI[135].par(1))
        yield Point("起诉期限以复议决定送达时间确定", ALI[59])


def court(sued: Defendant, *, government: bool) -> Point:
    """管辖法院: an intermediate court over a government's decision (ALL 14, 15; ALI 134)."""
    if sued is Defendant.BOTH:
        return Point("级别管辖以作出原行政行为的行政机关确定", ALI[134].par(3))
    if sued is Defendant.AUTHORITY and government:
        return Point("复议机关是县级以上地方人民政府的，由中级人民法院管辖", ALL[15].par(item=1))
    return Point("第一审由基层人民法院管辖，被告为县级以上地方人民政府的除外", ALL[14])
