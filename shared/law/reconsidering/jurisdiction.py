"""管辖: which authority reviews the acts of whom (ARL 24 to 28; ARR2026 32, 33, 74, 75).

One row for each kind of respondent, in the words of the law. Which organs these are in the city is
the business of the directory; what it must tell about an organ is written down in `Organ`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from shared.law.article import ARL, ARR2026, PATENT, Article


class Accused(StrEnum):
    """被申请人类别: the kind of organ complained of, by the row of the law that it falls under."""

    DEPARTMENT = "department"  # 县级以上地方人民政府的工作部门
    GOVERNMENT = "government"  # 省级以下的人民政府
    OUTPOST = "outpost"  # 派出机关：行政公署、区公所、街道办事处
    PREFECTURE = "prefecture"  # 地区行政公署的工作部门和所辖县级政府
    AUTHORISED = "authorised"  # 法律、法规、规章授权的组织
    BRANCH = "branch"  # 部门的派出机构，依法以自己名义
    DIVISION = "division"  # 设区的市的部门按行政区划设立的派出机构
    PROVINCE = "province"  # 省、自治区、直辖市人民政府
    MINISTRY = "ministry"  # 国务院部门
    MINISTRY_BRANCH = "ministry_branch"  # 国务院部门的派出机构
    MINISTRY_AUTHORISED = "ministry_authorised"  # 国务院部门管理的授权组织
    VERTICAL = "vertical"  # 海关、金融、外汇管理等垂直领导的机关
    TAX = "tax"  # 税务机关
    SECURITY = "security"  # 国家安全机关
    JUDICIAL = "judicial"  # 履行行政复议机构职责的司法行政部门
    INTERNAL = "internal"  # 依授权以自己名义的内设机构
    COAST_GUARD = "coast_guard"  # 海警机构
    PATENT = "patent"  # 驳回专利、商标申请


@dataclass(frozen=True, slots=True)
class Venue:
    """管辖 of one kind: the authorities, of which the applicant may choose, and the provision."""

    authorities: tuple[str, ...]
    article: Article
    note: str = ""


_FINAL: Final = (
    "由原承办的部门或者机构答复；"
    "对原级复议决定不服的，可以起诉，也可以向国务院申请最终裁决（行政复议法第26条）"
)
_OWN: Final = f"应当提请行政复议委员会提出咨询意见（行政复议法第52条）；{_FINAL}"
_UPWARD: Final = "实行垂直领导，不由地方人民政府管辖"

VENUES: Final[Mapping[Accused, Venue]] = {
    Accused.DEPARTMENT: Venue(("本级人民政府",), ARL[24].par(1, 1)),
    Accused.GOVERNMENT: Venue(("上一级人民政府",), ARL[24].par(1, 2)),
    Accused.OUTPOST: Venue(("设立该派出机关的人民政府",), ARL[24].par(1, 3)),
    Accused.PREFECTURE: Venue(
        ("地区行政公署",), ARL[24].par(3), "省、自治区政府的派出机关参照设区的市级政府管辖"
    ),
    Accused.AUTHORISED: Venue(("管理该组织的人民政府或者部门的本级人民政府",), ARL[24].par(1, 4)),
    Accused.BRANCH: Venue(("设立该派出机构的部门的本级人民政府",), ARL[24].par(4)),
    Accused.DIVISION: Venue(
        ("设立该派出机构的部门的本级人民政府", "派出机构所在地的人民政府"), ARL[24].par(4)
    ),
    Accused.PROVINCE: Venue(("该省级人民政府自己",), ARL[24].par(2), _OWN),
    Accused.MINISTRY: Venue(("该国务院部门自己",), ARL[25].par(item=1), _FINAL),
    Accused.MINISTRY_BRANCH: Venue(("设立该派出机构的国务院部门",), ARL[25].par(item=2)),
    Accused.MINISTRY_AUTHORISED: Venue(("管理该组织的国务院部门",), ARL[25].par(item=3)),
    Accused.VERTICAL: Venue(("上一级主管部门",), ARL[27], _UPWARD),
    Accused.TAX: Venue(("上一级税务机关",), ARL[27], "税务机关由上一级主管部门管辖"),
    Accused.SECURITY: Venue(("上一级国家安全机关",), ARL[27], "国家安全机关由上一级主管部门管辖"),
    Accused.JUDICIAL: Venue(("本级人民政府", "上一级司法行政部门"), ARL[28]),
    Accused.INTERNAL: Venue(
        ("设立该内设机构的行政机关",),
        ARR2026[33],
        "设立机关不具有行政复议职责的，为对该机关有管辖权的行政复议机关",
    ),
    Accused.COAST_GUARD: Venue(("上一级海警机构",), ARR2026[75]),
    Accused.PATENT: Venue((), ARR2026[74], "依商标法、专利法请求复审，不申请行政复议"),
}
"""管辖表, read aloud beside ARL 24 to 28."""

INTERNAL_BEFORE: Final = Venue(
    ("设立该内设机构的机关的本级人民政府",),
    ARL[24].par(1, 4),
    "2026年7月1日前没有专条，按授权的组织管辖",
)
"""An internal unit before the regulation of 2026 spoke of it: a reading, not a text."""

BEFORE: Final[Mapping[Accused, Venue]] = {
    Accused.INTERNAL: INTERNAL_BEFORE,
    Accused.COAST_GUARD: Venue(
        ("上一级海警机构",), ARL[27], "2026年7月1日前没有专条，参照实行垂直领导的机关"
    ),
    Accused.PATENT: Venue(
        (), PATENT[41].par(1), "商标申请依商标法请求复审；2026年7月1日前实施条例没有专条"
    ),
}
"""Kinds of which the regulation of 2026 spoke first, before its day (ARR2026 33, 74, 75)."""


class Organ(Protocol):
    """What must be known of an organ 机构."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def form(self) -> str: ...  # noqa: D102
    @property
    def level(self) -> str: ...  # noqa: D102
    @property
    def roles(self) -> Collection[str]: ...  # noqa: D102
    @property
    def granted(self) -> str: ...  # noqa: D102


class Register(Protocol):
    """名录: who there is, and who stands above whom."""

    def organ(self, code: str) -> Organ: ...  # noqa: D102
    def authorities_of(self, organ: str) -> Sequence[Organ]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Competence:
    """管辖机关: its codes, of which the party chooses, the row, and the article that says so."""

    organs: tuple[str, ...] = ()
    article: Article | None = None
    accused: Accused | None = None
    unlisted: tuple[str, ...] = ()
    """Central authorities by name, of which the city's directory has no code."""


_FORMS: Final = {
    "vertical": Accused.VERTICAL,
    "branch": Accused.DIVISION,
    "outpost": Accused.BRANCH,
    "internal": Accused.INTERNAL,
    "organisation": Accused.AUTHORISED,
}
_PROVINCE: Final = "province"
_CENTRAL: Final = {Accused.TAX: ("国家税务总局",), Accused.JUDICIAL: ("司法部",)}
TAX: Final = "shuishou"
"""Ending of the codes of tax organs 税务机关."""


def accused_as(organ: Organ) -> Accused | None:
    """As which kind an organ is complained of; None if it is no respondent (ARL 19)."""
    match organ.kind:
        case "government":
            return Accused.PROVINCE if organ.level == _PROVINCE else Accused.GOVERNMENT
        case "street":
            return Accused.OUTPOST
        case "department" if organ.code.endswith(f"-{TAX}"):
            return Accused.TAX
        case "department" if "body" in organ.roles or organ.code.endswith("-sifa"):
            return Accused.JUDICIAL
        case "department" | "unit" if organ.kind == "department" or organ.granted:
            return _FORMS.get(organ.form, Accused.DEPARTMENT)  # a unit only by a grant (ARR2026 22)
        case _:
            return None


def authorities(respondent: str | None, register: Register) -> Competence:
    """行政复议机关: who reviews the acts of an organ (ARL 24, 27, 28).

    Nothing is said of an organ that is no respondent, or that the directory does not know.
    """
    organ = _known(respondent, register)
    accused = accused_as(organ) if organ else None
    if organ is None or accused is None:
        return Competence()
    unlisted = _CENTRAL.get(accused, ()) if organ.level == _PROVINCE else ()
    above = _above(organ, accused, register)
    return Competence(above, VENUES[accused].article, accused, unlisted)


def _above(organ: Organ, accused: Accused, register: Register) -> tuple[str, ...]:
    """Codes of the authorities in the directory."""
    if organ.level != _PROVINCE:
        return tuple(each.code for each in register.authorities_of(organ.code))
    if accused is Accused.TAX:
        return ()
    return (f"{organ.code.partition('-')[0]}-government",)


def _known(code: str | None, register: Register) -> Organ | None:
    try:
        return register.organ(code) if code else None
    except LookupError:
        return None
