"""The city's organs 组织名录 as values: places, organs, matters, and who answers for what."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """层级: where a place or an organ stands; the province only as the one above."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


class Kind(StrEnum):
    """机构类别: what an organ is."""

    GOVERNMENT = "government"
    """人民政府, of a city, a county, a township."""
    STREET = "street"
    """街道办事处, an office that a county government sends out (派出机关)."""
    DEPARTMENT = "department"
    """工作部门 of a government, or a vertical organ at its level."""
    UNIT = "unit"
    """派出机构、内设机构 of an organ, or an organisation 组织 that it manages (ARL 19, 24)."""
    CENTRE = "centre"
    """综治中心."""
    WINDOW = "window"
    """窗口 of a centre."""
    HOTLINE = "hotline"
    """热线, a window that one telephones."""
    COMMITTEE = "committee"
    """行政复议咨询委员会 (ARL 52)."""
    MEDIATION = "mediation"
    """人民调解委员会 (PML 7, 8)."""
    COURT = "court"
    """人民法院, linked only."""
    PROCURATORATE = "procuratorate"
    """人民检察院, linked only."""
    ARBITRATION = "arbitration"
    """仲裁委员会 for labour or contracted land, linked only."""


class Role(StrEnum):
    """职责身份: what the law lets an organ be besides its kind."""

    AUTHORITY = "authority"
    """行政复议机关: governments, the next above of vertical organs and of judicial bureaus.

    (ARL 4, 24, 27, 28)
    """
    BODY = "body"
    """行政复议机构 (ARL 4)."""
    ADJUDICATOR = "adjudicator"
    """行政裁决机关, where a law gives it."""


class Form(StrEnum):
    """领导体制: who reviews a department follows from it (ARL 24, 27)."""

    ORDINARY = "ordinary"
    """Led by the government of its own level."""
    BRANCH = "branch"
    """派出分局: at county level it is the city department's (ARR 2026 21)."""
    VERTICAL = "vertical"
    """垂直领导 (ARL 27)."""
    OUTPOST = "outpost"
    """派出机构 of a department (ARL 24)."""
    INTERNAL = "internal"
    """内设机构 of an organ (ARR 2026 33)."""
    ORGANISATION = "organisation"
    """组织 that a government or its department manages (ARL 24)."""


@dataclass(frozen=True, slots=True)
class Place:
    """区划: a city, a county or a township."""

    code: str
    name: str
    level: Level
    parent: str | None = None
    short: str = ""
    aliases: tuple[str, ...] = ()
    autonomous: bool = False
    """民族自治地方."""


@dataclass(frozen=True, slots=True)
class Organ:
    """机构: anything that takes, settles, decides or watches a dispute."""

    code: str
    name: str
    kind: Kind
    place: str
    level: Level
    parent: str | None = None
    fields: tuple[str, ...] = ()
    roles: frozenset[Role] = field(default_factory=frozenset)
    form: Form = Form.ORDINARY
    telephone: str = ""
    """电话 for whoever has a dispute there; empty where the directory has none."""
    word: str = ""
    """机关代字, with which the numbers of its papers begin; empty where the directory has none."""
    guided: str = ""
    """上一级主管部门 of a city department, where it has another code; else it has the same."""
    granted: str = ""
    """授权的法律、法规、规章 by which a unit acts in its own name; empty where none does."""


def committee_in(organ: str) -> str:
    """Code of the committee 行政复议咨询委员会 in the place of an organ; empty for no organ."""
    return f"{organ.split('-', 1)[0]}-committee" if organ else ""


@dataclass(frozen=True, slots=True)
class Contact:
    """联系谁: who is responsible, and the telephone at which one asks."""

    name: str
    telephone: str
    answers: str
    """Whose telephone it is: the organ's own, else the window's or the hotline's."""


class Nature(StrEnum):
    """纠纷性质: the road a matter takes by nature, before anyone has chosen."""

    CIVIL = "civil"
    """人民调解 (PML 2)."""
    DEPARTMENT = "department"
    """行政调解 by the department whose field it is."""
    ADJUDICATION = "adjudication"
    """行政裁决, because a law names the deciding organ."""
    LABOUR = "labour"
    """劳动争议调解仲裁."""
    LAND_CONTRACT = "land_contract"
    """农村土地承包仲裁."""
    ACT = "act"
    """不服行政行为: reconsideration or suit (ARL 11)."""
    PETITION = "petition"
    """信访事项."""


@dataclass(frozen=True, slots=True)
class Matter:
    """纠纷类型: one line of the matter catalogue, with its duty 职责清单."""

    code: str
    name: str
    nature: Nature
    lead: str
    """Code of the leading department, as `gongan`."""
    assist: tuple[str, ...] = ()
    adjudicator: str | None = None
    """`government`, `province` or a department's code, when a law gives the decision."""
    basis: str = ""
    words: tuple[str, ...] = ()
    """Words by which a text shows the matter."""


@dataclass(frozen=True, slots=True)
class Duty:
    """主办与协办: who answers for a matter in a place."""

    lead: Organ
    assist: tuple[Organ, ...] = ()
    adjudicator: Organ | None = None


class DirectoryError(ValueError):
    """名录有误: what is wrong, with its line and field, in Chinese."""
