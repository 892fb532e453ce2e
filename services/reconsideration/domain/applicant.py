"""申请人: who applies, in whose name, and with what interest (ARL 14; ARR2026 11 to 16, 35)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.conditions import ARTICLES, Finding
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.stated import Share
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.capacity import Applicant
from shared.law.article import ALI, ARL, ARR2007, ARR2026, Article


class Interest(StrEnum):
    """利害关系 between the applicant and the act (ARR2026 35)."""

    ADDRESSEE = "addressee"  # 行政行为的相对人
    NEIGHBOUR = "neighbour"  # 涉及相邻权
    COMPETITOR = "competitor"  # 影响公平参与竞争
    REVERSAL = "reversal"  # 撤销、变更行政行为侵犯其权益
    COMPLAINANT = "complainant"  # 为维护自身合法权益举报投诉
    PUBLIC_COMPLAINANT = "public_complainant"  # 举报投诉与自身权益无关
    OTHER = "other"  # 其他利害关系
    NONE = "none"  # 没有利害关系


@dataclass(frozen=True, slots=True)
class _Row:
    who: str
    article: Article
    before: Article | None = None
    """The provision until 2026-06-30, where there was one."""


_ROWS: Final = {
    Applicant.PERSON: _Row("公民本人是申请人", ARL[14].par(1), ARL[14].par(1)),
    Applicant.LEGAL: _Row("法人是申请人", ARL[14].par(1), ARL[14].par(1)),
    Applicant.RELATIVE: _Row("公民死亡的，其近亲属可以申请", ARL[14].par(2), ARL[14].par(2)),
    Applicant.SUCCESSOR: _Row("组织终止的，权利义务承受人可以申请", ARL[14].par(2), ARL[14].par(2)),
    Applicant.GUARDED: _Row("由法定代理人代为申请，本人是申请人", ARL[14].par(3), ARL[14].par(3)),
    Applicant.SELF_EMPLOYED: _Row("以营业执照登记的经营者为申请人", ARR2026[12].par(1)),
    Applicant.HOUSEHOLD: _Row(
        "以证书记载的人、合同签字的人或者推选的成员代表为申请人", ARR2026[12].par(2)
    ),
    Applicant.PARTNERSHIP: _Row(
        "以依法登记的企业为申请人，执行合伙事务的合伙人代表", ARR2026[13].par(1), ARR2007[6].par(1)
    ),
    Applicant.PARTNERS: _Row("由全体合伙人共同申请", ARR2026[13].par(1), ARR2007[6].par(1)),
    Applicant.UNINCORPORATED: _Row(
        "由主要负责人代表，没有的由共同推选的成员代表", ARR2026[13].par(2), ARR2007[6].par(2)
    ),
    Applicant.BOARD: _Row("以公司的名义申请", ARR2026[14], ARR2007[7]),
    Applicant.COLLECTIVE: _Row("以自己的名义申请", ARR2026[15].par(1)),
    Applicant.MEMBERS: _Row(
        "半数以上成员以集体经济组织、村民委员会或者村民小组的名义申请", ARR2026[15].par(2)
    ),
    Applicant.OWNERS_COMMITTEE: _Row("业主共有利益，以业主委员会的名义申请", ARR2026[16].par(1)),
    Applicant.OWNERS: _Row("面积或者户数过半数的业主以自己的名义申请", ARR2026[16].par(2)),
}
"""谁申请、以谁的名义."""


def article_on(who: Applicant, on: date) -> Article | None:
    """The provision on who applies so, in the edition of the day; None where it had none."""
    row = _ROWS[who]
    return row.article if ARR2026.in_force(on) else row.before


def of_applicant(who: Applicant, on: date, share: Share) -> Finding:
    """有明确的申请人 (ARL 30(1)(1); ARR2026 12 to 16)."""
    row = _ROWS[who]
    article = article_on(who, on)
    because = row.who if article else f"{row.who}（2026年7月1日前没有专条，参照处理）"
    met = _enough(who, share)
    if met is False:
        because += "；人数、户数或者面积不足"
    elif met is None:
        because += "；人数、户数或者面积未说明"
    return Finding(Condition.PARTIES, met, because, article or ARL[14].par(1))


def of_relatives(who: Applicant, on: date) -> Point | None:
    """近亲属: who they are has been said since July 2026 (ARL 14; ARR2026 11)."""
    if who is not Applicant.RELATIVE:
        return None
    if not ARR2026.in_force(on):
        return Point("2026年6月30日以前的条例没有列明近亲属的范围", None)
    kin = "配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女"
    return Point(f"近亲属：{kin}和其他有扶养、赡养关系的亲属", ARR2026[11])


def _enough(who: Applicant, share: Share) -> bool | None:
    """半数以上 is half or more of the members; 过半数 is more than half of area or households."""
    counted = share.applying is not None and bool(share.total)
    part = (share.applying or 0) / share.total if counted and share.total else None
    if who is Applicant.MEMBERS:
        return None if part is None else part >= 1 / 2
    if who is Applicant.OWNERS:  # either will do, so only both together fail
        shares = (part, _ratio(share.area_percent))
        if any(each is not None and each > 1 / 2 for each in shares):
            return True
        return None if None in shares else False
    return True


def asks_of_owners(who: Applicant, share: Share) -> tuple[str, ...]:
    """What of 面积、户数 must still be told before owners can be turned away (ARR2026 16(2))."""
    if who is not Applicant.OWNERS or _enough(who, share) is not None:
        return ()
    area = ("area_percent",) if share.area_percent is None else ()
    counted = share.applying is not None and share.total is not None
    return (*area, *(() if counted else ("applying", "total")))


def _ratio(percent: float | None) -> float | None:
    return None if percent is None else percent / 100


_NAMED: Final = {
    Interest.NEIGHBOUR: ("行政行为涉及申请人相邻权", 1, ALI[12].par(item=1)),
    Interest.COMPETITOR: ("行政行为影响申请人公平参与竞争", 2, ALI[12].par(item=1)),
    Interest.REVERSAL: ("撤销或者变更行政行为侵犯申请人合法权益", 3, ALI[12].par(item=4)),
    Interest.COMPLAINANT: (
        "为维护自身合法权益申请查处，行政机关作出或者未作出处理",
        4,
        ALI[12].par(item=5),
    ),
}
"""The item of ARR2026 35, and before it the courts' rule, which was followed alike."""


def of_interest(interest: Interest, on: date) -> Finding:
    """与行政行为有利害关系 (ARL 30(1)(2); ARR2026 35)."""
    article = ARTICLES[Condition.INTEREST]
    met: bool | None
    match interest:
        case Interest.ADDRESSEE:
            met, because = True, "申请人是行政行为的相对人"
        case Interest.OTHER:
            met, because = None, "其他利害关系，须个案审查"
        case Interest.NONE | Interest.PUBLIC_COMPLAINANT:
            met, because = False, "与申请人自身合法权益无关，没有利害关系"
        case named:
            because, item, before = _NAMED[named]
            met, article = True, ARR2026[35].par(item=item) if ARR2026.in_force(on) else before
    return Finding(Condition.INTEREST, met, because, article)
