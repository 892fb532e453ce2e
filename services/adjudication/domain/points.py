"""争点: what exactly is disputed, and which points of a matter are not ruled upon."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from services.adjudication.domain.catalogue import Row, Way
from shared.law.article import (
    ENTERPRISE_NAME,
    GPL,
    LAND_DISPUTES,
    LAYOUTS,
    PATENT,
    PATENT_RULES,
    PLAN,
    SEED,
    VARIETIES,
    Article,
)


class Point(StrEnum):
    """争点 of a dispute that is called by the name of a matter."""

    MAIN = "main"  # 该事项本身
    INFRINGEMENT = "infringement"  # 侵害已经确定的权利
    BOUNDARY = "boundary"  # 行政区域边界
    ILLEGAL = "illegal"  # 违法行为
    CONTRACT = "contract"  # 承包、租赁等合同
    DAMAGES = "damages"  # 赔偿数额
    OWNERSHIP = "ownership"  # 知识产权归谁
    UNQUERIED = "unqueried"  # 未经质疑的采购事项


@dataclass(frozen=True, slots=True)
class Outside:
    """不裁决的争点: what is done instead, and why."""

    way: Way
    says: str
    article: Article


_RIGHTS: Final = ("tudi", "lindi", "caoyuan", "kuangqu")
_BY_MATTER: Final = {
    ("tudi", Point.INFRINGEMENT): Outside(
        Way.COURT, "土地侵权案件不作为权属争议受理，向人民法院起诉", LAND_DISPUTES[14]
    ),
    ("tudi", Point.BOUNDARY): Outside(
        Way.BETWEEN, "行政区域边界争议不作为权属争议受理，由有关人民政府处理", LAND_DISPUTES[14]
    ),
    ("tudi", Point.ILLEGAL): Outside(
        Way.PENALTY, "土地违法案件不作为权属争议受理，向主管部门举报查处", LAND_DISPUTES[14]
    ),
    ("tudi", Point.CONTRACT): Outside(
        Way.ARBITRATE,
        "农村土地承包经营权争议不作为权属争议受理，申请承包仲裁或者起诉",
        LAND_DISPUTES[14],
    ),
    ("zhuanli", Point.DAMAGES): Outside(
        Way.MEDIATE, "赔偿数额只能应请求调解，调解不成的提起民事诉讼", PATENT[65]
    ),
    ("zhuanli", Point.OWNERSHIP): Outside(
        Way.MEDIATE, "专利申请权、专利权归属等只能调解，也可以起诉", PATENT_RULES[102]
    ),
    ("xinpinzhong", Point.DAMAGES): Outside(
        Way.MEDIATE, "损害赔偿只能根据自愿调解，调解不成的提起民事诉讼", SEED[72]
    ),
    ("xinpinzhong", Point.OWNERSHIP): Outside(
        Way.COURT, "品种权的申请权和权属争议只能向人民法院起诉", VARIETIES[44]
    ),
    ("butu", Point.DAMAGES): Outside(
        Way.MEDIATE, "赔偿数额只能应请求调解，调解不成的提起民事诉讼", LAYOUTS[31]
    ),
    ("mingcheng", Point.DAMAGES): Outside(
        Way.COURT, "登记机关只就名称是否应当停止使用裁决，赔偿向人民法院起诉", ENTERPRISE_NAME[21]
    ),
    ("caigou", Point.UNQUERIED): Outside(
        Way.COURT, "未经质疑的事项不得投诉，应当先在法定期限内质疑", GPL[55]
    ),
}
_ANY_RIGHT: Final = {
    Point.INFRINGEMENT: Outside(
        Way.COURT, "权属没有争议的侵权，不是权属争议，向人民法院起诉", PLAN[24]
    ),
    Point.BOUNDARY: Outside(
        Way.BETWEEN, "行政区域边界争议由有关人民政府处理，不是权属争议", PLAN[24]
    ),
    Point.ILLEGAL: Outside(Way.PENALTY, "违法行为由主管部门查处，不是权属争议", PLAN[24]),
    Point.CONTRACT: Outside(
        Way.COURT, "合同争议不是权属争议；承包合同可以申请承包仲裁，其余向人民法院起诉", PLAN[24]
    ),
}


def outside(code: str, point: Point) -> Outside | None:
    """不裁决的理由, None if the point is the matter itself or no rule takes it out.

    Args:
        code: The matter by its code.
        point: What is disputed.
    """
    if point is Point.MAIN:
        return None
    found = _BY_MATTER.get((code, point))
    if found is None and code in _RIGHTS:
        found = _ANY_RIGHT.get(point)
    return found


def in_court(row: Row) -> Outside:
    """已经受理: what a court or an arbitral body has before it is declined by the organ.

    No statute says so for all matters; it is the ground on which the office declines.
    """
    article = row.power.accept.article if row.power else row.basis
    return Outside(Way.COURT, "人民法院或者仲裁机构已经受理的，裁决机关不予受理", article)
