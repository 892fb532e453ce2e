"""未受理过: earlier applications and suits over the same act (ARL 29, 30, 74; ALI 57)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.conditions import ARTICLES, Finding
from shared.contracts.reconsideration import Condition
from shared.law.article import ALI, ARL, ARR2007, ARR2026, Article


class Earlier(StrEnum):
    """What the applicant did before about the same act 此前的申请和诉讼."""

    NONE = "none"  # 没有
    ON_HAND = "on_hand"  # 复议机关已经受理，正在审理
    DECIDED = "decided"  # 已经作出复议决定
    MEDIATED = "mediated"  # 复议调解书已经生效
    DECLINED = "declined"  # 曾被决定不予受理
    ABANDONED = "abandoned"  # 逾期不补正，视为放弃
    TAKEN_BACK = "taken_back"  # 受理前撤回
    WITHDRAWN = "withdrawn"  # 受理后撤回
    SETTLED = "settled"  # 和解后撤回
    SUIT = "suit"  # 人民法院已经立案受理
    JUDGED = "judged"  # 效力已经生效裁判、调解书确认
    SUIT_REFUSED = "suit_refused"  # 人民法院不予立案
    SUIT_DISMISSED = "suit_dismissed"  # 立案后裁定驳回起诉
    SAME_DAY = "same_day"  # 同日申请复议又起诉
    SUIT_LATER = "suit_later"  # 复议受理以后人民法院才立案
    SUIT_OTHER = "suit_other"  # 起诉的不是申请人，或者不是这一行政行为


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """此前的经过, and what may lift the bar."""

    earlier: Earlier = Earlier.NONE
    against_will: bool = False
    """证明撤回违背真实意愿."""
    other_facts: bool = False
    """认定不是以同一事实和理由申请."""
    compulsory: bool = False
    """复议前置."""
    chosen: bool = True
    """同日立案的，申请人选择行政复议."""
    accepted: bool = False
    """复议申请已经受理，确认效力的裁判在受理后才发现."""


_FREE: Final = {
    Earlier.NONE: "没有就同一行政行为申请过复议或者起诉",
    Earlier.DECLINED: "此前没有受理，符合条件的可以再申请",
    Earlier.ABANDONED: "此前没有受理，期限内可以再申请",
    Earlier.TAKEN_BACK: "受理前撤回，没有受理过",
    Earlier.SUIT_REFUSED: "人民法院没有立案受理",
    Earlier.SUIT_OTHER: "起诉的不是申请人，或者不是这一行政行为",
}
_OF_A_SUIT: Final = frozenset(
    {
        *(Earlier.SUIT, Earlier.JUDGED, Earlier.SUIT_REFUSED, Earlier.SUIT_DISMISSED),
        *(Earlier.SAME_DAY, Earlier.SUIT_LATER, Earlier.SUIT_OTHER),
    }
)
_ENDED: Final = frozenset({Earlier.DECIDED, Earlier.MEDIATED, Earlier.WITHDRAWN, Earlier.SETTLED})
"""What is over here: with other facts and reasons one may come again (ARL 74; RULES 137)."""
_BARRED: Final = {
    Earlier.ON_HAND: ("行政复议机关已经受理，正在审理", ARTICLES[Condition.UNTRIED]),
    Earlier.DECIDED: ("行政复议机关已经受理并作出决定", ARTICLES[Condition.UNTRIED]),
    Earlier.MEDIATED: ("行政复议机关已经受理并制发调解书", ARTICLES[Condition.UNTRIED]),
    Earlier.SUIT: ("人民法院已经依法受理，不得申请行政复议", ARL[29].par(2)),
}
OF_SUITS: Final = frozenset({ARL[29].par(2), ALI[57], ARR2026[37].par(1, 3)})
"""By which a suit bars an application 人民法院受理过; an earlier application bars by others."""


def of_history(history: History, on: date) -> Finding:
    """复议机关、人民法院未受理过 (ARL 30(1)(7))."""
    earlier = history.earlier
    if free := _free(history):
        return _finding(free, ARTICLES[Condition.UNTRIED], met=True)
    if earlier in _BARRED:
        because, article = _BARRED[earlier]
        return _finding(because, article, met=False)
    match earlier:
        case Earlier.WITHDRAWN | Earlier.SETTLED:
            return _taken_back(history, on)
        case Earlier.SUIT_DISMISSED:
            return _dismissed(history, on)
        case Earlier.JUDGED:
            dismissed = history.accepted and ARR2026.in_force(on)
            article = ARR2026[37].par(1, 3) if dismissed else ARTICLES[Condition.UNTRIED]
            because = "行政行为的效力已经生效裁判、调解书确认"
            return _finding(because, article, met=False)
        case _:
            return _of_both(history)


def _of_both(history: History) -> Finding:
    """既起诉又申请: who took it first goes on, and of one day the applicant chooses (ALI 57)."""
    if history.earlier is Earlier.SUIT_LATER:
        because = "由先立案的机关管辖；复议受理在先的，继续审理"
        return _finding(because, ALI[57], met=history.accepted)
    because = "同日立案的，由申请人选择；选择诉讼的不再申请复议"
    return _finding(because, ALI[57], met=history.chosen)


def of_suit(earlier: Earlier) -> bool:
    """Whether it says what became of a suit 起诉."""
    return earlier in _OF_A_SUIT


def _free(history: History) -> str:
    """Why nothing stands in the way, whatever else was found; empty where that is to be seen."""
    if history.other_facts and history.earlier in _ENDED:
        return "经认定不是以同一事实和理由申请，可以再申请"
    return _FREE.get(history.earlier, "")


def _taken_back(history: History, on: date) -> Finding:
    """撤回后再申请: barred on the same facts, unless the withdrawal was against one's true will."""
    article = _bar(history.earlier, on)
    if history.against_will:
        return _finding("证明撤回违背真实意愿，可以再申请", article, met=True)
    because = "撤回后不得以同一事实和理由再申请"
    if history.earlier is Earlier.WITHDRAWN and ARR2026.in_force(on):
        # ARR2007 38 fell away, and ARL 74 bars after a settlement alone [D].
        because = "和解以外的撤回不再另行禁止再申请，但是撤回的申请已经受理过，同一行为不再受理"
    return _finding(because, article, met=False)


def _bar(earlier: Earlier, on: date) -> Article:
    if earlier is Earlier.SETTLED:
        return ARL[74].par(2)
    return ARTICLES[Condition.UNTRIED] if ARR2026.in_force(on) else ARR2007[38].par(2)


def _dismissed(history: History, on: date) -> Finding:
    """驳回起诉: no bar where the suit only came too early, before reconsideration (ARR2026 26)."""
    if not history.compulsory:
        because = "人民法院曾经立案，后裁定驳回起诉；是否属于受理过，须个案审查"
        return _finding(because, ARTICLES[Condition.UNTRIED], met=None)
    article = ARR2026[26] if ARR2026.in_force(on) else ARTICLES[Condition.UNTRIED]
    return _finding("因应当先申请复议而被驳回起诉，可以申请复议", article, met=True)


def is_repeated(history: History, on: date, *, new_facts: bool) -> bool:
    """不再处理: reconsideration asked for again, with nothing new (ARR2026 37(2)).

    Who sued and never applied asks for it the first time: that is declined (ARL 30).
    """
    return history.earlier is Earlier.DECIDED and not new_facts and ARR2026.in_force(on)


def _finding(because: str, article: Article, *, met: bool | None) -> Finding:
    return Finding(Condition.UNTRIED, met, because, article)
