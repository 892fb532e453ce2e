"""裁决机关: which organ of which place decides, by the parties and by what the dispute crosses."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from services.adjudication.domain.catalogue import Decider, Row
from shared.law.article import (
    ENTERPRISE_NAME,
    FOREST,
    GPL,
    GRASS,
    LAL,
    LAND_DISPUTES,
    MINERALS,
    MINERALS1994,
    PATENT_RULES,
    SEED,
    WATER,
    Article,
)


class Parties(StrEnum):
    """当事人 of a dispute over natural resources."""

    UNITS = "units"  # 单位之间
    INDIVIDUAL = "individual"  # 个人之间、个人与单位之间


class Across(StrEnum):
    """跨越的区域, or whatever lifts a dispute above its county."""

    COUNTY = "county"  # 不跨县区
    CITY = "city"  # 跨县区，或者上级交办
    PROVINCE = "province"  # 跨市州、涉及部队和中央单位、全省有较大影响


class Rank(StrEnum):
    """机关层级 of the organ that decides."""

    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Competence:
    """管辖: of several ranks the applicant has the choice."""

    ranks: tuple[Rank, ...]
    says: str
    article: Article
    asks: tuple[str, ...] = ()
    """The facts on which it still hangs."""

    by_analogy: bool = False
    """Whether the article is another matter's, followed for want of an own one."""


_BASES: Final = {"tudi": LAL[14].par(2), "lindi": FOREST[22], "caoyuan": GRASS[16].par(2)}
_INDIVIDUAL: Final = {
    "tudi": "个人之间、个人与单位之间的，由乡级或者县级以上人民政府处理",
    "lindi": "个人之间、个人与单位之间的林木所有权和林地使用权，由乡镇或者县级以上人民政府处理",
    "caoyuan": "个人之间、个人与单位之间的，由乡（镇）或者县级以上人民政府处理",
}


def competent(
    row: Row,
    parties: Parties | None,
    across: Across | None,
    *,
    exploration: bool | None = None,
) -> Competence | None:
    """裁决机关 of a row; None where nobody rules.

    Args:
        row: The matter in its edition.
        parties: Who is at odds over natural resources.
        across: What the dispute crosses.
        exploration: Whether it lies between holders of exploration rights 探矿权.
    """
    match row.decider:
        case Decider.GOVERNMENT:
            return _government(row.code, parties, across or Across.COUNTY)
        case Decider.HOLDER:
            if row.basis.statute is MINERALS1994:
                return _older_holder(exploration=exploration)
            return _holder(across or Across.COUNTY)
        case Decider.NATIONAL:
            return Competence((Rank.STATE,), row.says, row.basis)
        case Decider.NONE:
            return None
        case _:
            return _FIXED[row.decider]


def _government(code: str, parties: Parties | None, across: Across) -> Competence:
    if across is not Across.COUNTY:
        return _higher(code, across)
    if parties is Parties.INDIVIDUAL:
        article = FOREST[22].par(2) if code == "lindi" else _BASES[code]
        return Competence((Rank.TOWNSHIP, Rank.COUNTY), _INDIVIDUAL[code], article)
    article = FOREST[22].par(1) if code == "lindi" else _BASES[code]
    says = "单位之间的，由县级以上人民政府处理；由争议土地所在地的县级人民政府受理"
    return Competence((Rank.COUNTY,), says, article, () if parties else ("parties",))


def _higher(code: str, across: Across) -> Competence:
    """TDBF is of land; forest and grassland follow it for want of a rule of their own."""
    number = 6 if across is Across.CITY else 7
    rank = Rank.CITY if across is Across.CITY else Rank.PROVINCE
    says = {
        Across.CITY: "跨县级行政区域的，或者上级交办的，由市人民政府处理",
        Across.PROVINCE: "跨市级行政区域的，涉及部队、中央单位用地的，或者有较大影响的，"
        "由省人民政府处理",
    }[across]
    return Competence((rank,), says, LAND_DISPUTES[number], by_analogy=code != "tudi")


def _older_holder(*, exploration: bool | None) -> Competence:
    """Until June 2025: by whether the rights are of exploration or of mining (MINERALS1994)."""
    if exploration is None:
        says = "采矿权人之间由所在地县级以上人民政府处理，探矿权人之间由省级主管部门裁决"
        return Competence((Rank.COUNTY, Rank.PROVINCE), says, MINERALS1994[36], ("exploration",))
    if exploration:
        says = "探矿权人之间的勘查范围争议，由省级地质矿产主管部门裁决"
        return Competence((Rank.PROVINCE,), says, MINERALS1994[23])
    says = "采矿权人之间的矿区范围争议，由所在地县级以上人民政府处理"
    return Competence((Rank.COUNTY,), says, MINERALS1994[36])


def _holder(across: Across) -> Competence:
    rank = {Across.COUNTY: Rank.COUNTY, Across.CITY: Rank.CITY, Across.PROVINCE: Rank.PROVINCE}
    says = "由矿产资源所在地县级以上地方人民政府处理"
    if across is not Across.COUNTY:
        says = "跨行政区域的，由共同的上一级人民政府处理"
    return Competence((rank[across],), says, MINERALS[65])


_FIXED: Final = {
    Decider.HIGHER: Competence((Rank.CITY, Rank.PROVINCE), "由共同的上一级人民政府裁决", WATER[56]),
    Decider.REGISTRAR: Competence(
        (Rank.COUNTY, Rank.CITY),
        "由为涉嫌侵权企业办理登记的企业登记机关处理",
        ENTERPRISE_NAME[21].par(1),
    ),
    Decider.FINANCE: Competence(
        (Rank.COUNTY, Rank.CITY), "由采购人预算级次的同级财政部门处理", GPL[55]
    ),
    Decider.PATENTS: Competence(
        (Rank.CITY, Rank.PROVINCE),
        "由被请求人所在地或者侵权行为地有权的管理专利工作的部门处理，张掖市无权的由省级部门处理",
        PATENT_RULES[95],
    ),
    Decider.VARIETIES: Competence(
        (Rank.COUNTY, Rank.CITY), "由县级以上农业农村或者林业草原主管部门按职责处理", SEED[72]
    ),
}
