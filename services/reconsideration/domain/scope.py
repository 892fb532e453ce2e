"""行政复议范围: what may be complained of, and what may not (ARL 11, 12; ARR2026 9, 10, 36)."""

from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.conditions import Finding
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import Condition
from shared.law.article import ALI, ARL, ARR2026, Article


class Named(StrEnum):
    """Acts that the regulation names under the last head 其他行政行为 (ARR2026 9)."""

    DISHONESTY = "dishonesty"  # 列入严重失信主体名单、失信惩戒
    EXPULSION = "expulsion"  # 对开除学籍、退学的申诉处理决定
    DEGREE = "degree"  # 不受理学位申请、不授予、撤销学位
    RECRUITMENT = "recruitment"  # 公务员录用中违纪违规处理


class Agreement(StrEnum):
    """Kinds of administrative agreement 行政协议 (ARR2026 10)."""

    FRANCHISE = "franchise"  # 政府特许经营
    EXPROPRIATION = "expropriation"  # 征收征用补偿
    HOUSING = "housing"  # 政府投资的保障性住房
    MEDICAL = "medical"  # 医疗保障服务
    OTHER = "other"  # 其他


class Outside(StrEnum):
    """What is no matter for reconsideration 不属于行政复议范围 (ARL 12; ARR2026 36, 74)."""

    STATE = "state"  # 国家行为
    NORMS = "norms"  # 行政法规、规章、规范性文件
    PERSONNEL = "personnel"  # 内部奖惩、任免
    MEDIATION = "mediation"  # 对民事纠纷的调解
    CRIMINAL = "criminal"  # 办理刑事案件、执行刑罚
    GUIDANCE = "guidance"  # 行政指导
    PREPARATORY = "preparatory"  # 论证、请示、咨询等过程性行为
    OVERSIGHT = "oversight"  # 上级对下级的监督、督促
    PETITION = "petition"  # 信访事项的登记、受理、交办、转送、复查、复核
    PATENT = "patent"  # 驳回商标、专利申请


_LAW: Final = {
    Outside.STATE: ("国防、外交等国家行为", ARL[12].par(item=1)),
    Outside.NORMS: ("行政法规、规章、规范性文件本身", ARL[12].par(item=2)),
    Outside.PERSONNEL: ("对行政机关工作人员的奖惩、任免等决定", ARL[12].par(item=3)),
    Outside.MEDIATION: ("对民事纠纷的调解", ARL[12].par(item=4)),
}
"""Excluded by the law itself, whatever the edition of the regulation."""

_LISTED: Final[dict[Outside, tuple[str, Article, Article | None]]] = {
    Outside.CRIMINAL: ("办理刑事案件、执行刑罚的行为", ARR2026[36].par(item=1), ALI[1].par(2, 1)),
    Outside.GUIDANCE: ("行政指导行为", ARR2026[36].par(item=2), ALI[1].par(2, 3)),
    Outside.PREPARATORY: ("过程性行为", ARR2026[36].par(item=3), ALI[1].par(2, 6)),
    Outside.OVERSIGHT: (
        "上级对下级的监督、督促履责",
        ARR2026[36].par(item=4),
        ALI[1].par(2, 8),
    ),
    Outside.PETITION: ("对信访事项的办理行为", ARR2026[36].par(item=5), ALI[1].par(2, 9)),
    Outside.PATENT: ("驳回商标、专利申请，应当请求复审", ARR2026[74], None),
}
"""Excluded by the regulation since 2026-07-01, and the courts' rule before it."""

_NAMED: Final = {
    Named.DISHONESTY: "列入严重失信主体名单决定、失信惩戒措施",
    Named.EXPULSION: "对开除学籍、退学处理的申诉处理决定",
    Named.DEGREE: "不受理学位申请、不授予或者撤销学位",
    Named.RECRUITMENT: "公务员录用中对违纪违规的处理决定",
}


def of_scope(
    act: ActKind | None,
    on: date,
    *,
    outside: Outside | None = None,
    named: Named | None = None,
    agreement: Agreement | None = None,
) -> Finding:
    """属于行政复议范围 (ARL 30(1)(5)).

    Args:
        act: The head of ARL 11; None where nothing fits.
        on: The day of the application, whose edition of the regulation governs.
        outside: What it is in truth, if it is one of the exclusions.
        named: Which act of the last head it is.
        agreement: Which agreement it is.
    """
    if outside:
        return _excluded(outside, on)
    if named:
        return _under_last_head(named, on)
    if act is ActKind.AGREEMENT and agreement and ARR2026.in_force(on):
        article = ARR2026[10].par(item=list(Agreement).index(agreement) + 1)
        return _in("属于行政协议", article)
    if act is None:
        return _finding("行政行为的种类未说明", ARL[11], met=None)
    return _in("属于行政复议法第十一条所列的行政行为", head(act))


def head(act: ActKind) -> Article:
    """The item of ARL 11 under which an act falls."""
    return ARL[11].par(item=list(ActKind).index(act) + 1)


def _excluded(outside: Outside, on: date) -> Finding:
    if outside in _LAW:
        what, article = _LAW[outside]
        return _finding(f"{what}，不属于行政复议范围", article, met=False)
    what, article, before = _LISTED[outside]
    if ARR2026.in_force(on):
        return _finding(f"{what}，不予受理", article, met=False)
    because = f"{what}：2026年7月1日前行政复议没有明文，参照行政诉讼的受案范围"
    return _finding(because, before or ARL[11].par(item=15), met=None)


def _under_last_head(named: Named, on: date) -> Finding:
    if ARR2026.in_force(on):
        return _in(_NAMED[named], ARR2026[9].par(item=list(Named).index(named) + 1))
    because = f"{_NAMED[named]}：2026年7月1日前没有列明，是否属于其他行政行为须个案审查"
    return _finding(because, head(ActKind.OTHER), met=None)


def _in(because: str, article: Article) -> Finding:
    return _finding(because, article, met=True)


def _finding(because: str, article: Article, *, met: bool | None) -> Finding:
    return Finding(Condition.SCOPE, met, because, article)
