"""受理条件: the seven conditions of ARL 30(1), each as a finding with its reason.

A condition that is not met bars the application; one of which no text decides is left open (None)
to whoever reviews it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.filing import Timing, timely
from shared.contracts.reconsideration import Condition
from shared.law.article import ARL, Article
from shared.law.proof import Proof

ARTICLES: Final = {
    condition: ARL[30].par(1, item) for item, condition in enumerate(Condition, start=1)
}
"""The item of each condition, in the order of the law."""

NOT_MET: Final[Mapping[Condition, str]] = {
    Condition.PARTIES: "申请人不明确，或者被申请人不符合规定",
    Condition.INTEREST: "申请人与被申请行政复议的行政行为没有利害关系",
    Condition.REQUEST: "没有具体的行政复议请求和理由",
    Condition.TIME: "申请超过了法定申请期限",
    Condition.SCOPE: "申请事项不属于行政复议范围",
    Condition.JURISDICTION: "申请不属于本机关的管辖范围",
    Condition.UNTRIED: "就同一行政行为的申请或者起诉已经被受理过",
}
"""What a refusal says of the condition that is missing 不符合的受理条件 (ARL 30(1))."""


@dataclass(frozen=True, slots=True)
class Finding:
    """认定: whether one condition is met, why, and by which provision."""

    condition: Condition
    met: bool | None
    because: str
    article: Article


def presumed(condition: Condition, what: str) -> Finding:
    """未说明的，按符合处理: nothing was told that speaks against it."""
    return Finding(condition, met=True, because=f"{what}，按符合处理", article=ARTICLES[condition])


def of_time(brought: date | None, last: date | None, proof: Proof | None = None) -> Finding:
    """在法定申请期限内提出 (ARL 30(1)(4)), where told with the proof of its last day."""
    met = timely(brought, last)
    because = f"申请期限至{last}届满" if last else "申请期限尚不能算出，不以逾期论"
    because += f"（{proof.sentence().rstrip('。')}）" if proof else ""
    because += "" if met else "，逾期提出的申请不得受理"
    return Finding(Condition.TIME, met, because, ARTICLES[Condition.TIME])


def of_early(timing: Timing) -> Finding | None:
    """履行期限未满: there is no omission yet, so nothing to apply against (ARR2026 24)."""
    if timing is not Timing.EARLY:
        return None
    because = "行政机关的履行期限尚未届满，还没有不履行职责的行为"
    return Finding(Condition.REQUEST, met=False, because=because, article=ARL[30].par(1, 3))


def of_jurisdiction(authority: str, competent: Collection[str]) -> Finding:
    """属于本机关的管辖范围 (ARL 30(1)(6)); where nobody is known to be competent, nothing bars."""
    met = not competent or authority in competent
    because = (
        "被申请人的行政行为由本机关管辖"
        if met
        else "本机关对被申请人的行政行为没有管辖权，不得受理"
    )
    return Finding(Condition.JURISDICTION, met, because, ARTICLES[Condition.JURISDICTION])
