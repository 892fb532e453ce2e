"""逐级的途径: which roads a dispute takes, mediation first, and what comes when it fails (PML 26).

The ladder is a reading of the statutes that each rung cites; a matter's nature stands in the
city's directory.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.directory import Nature
from shared.law.article import ARL, LDMA, PETITION, PLAN, PML, RLCD, Article


class Road(StrEnum):
    """一条途径."""

    PEOPLES = "peoples"  # 人民调解
    ADMINISTRATIVE = "administrative"  # 行政调解
    ADJUDICATION = "adjudication"  # 行政裁决
    RECONSIDERATION = "reconsideration"  # 行政复议
    LABOUR = "labour"  # 劳动争议仲裁
    LAND_CONTRACT = "land_contract"  # 农村土地承包仲裁
    PETITION = "petition"  # 信访程序
    COURT = "court"  # 诉讼


@dataclass(frozen=True, slots=True)
class Rung:
    """一级: a road with what to tell of it."""

    road: Road
    text: str
    article: Article


_PEOPLES: Final = Rung(Road.PEOPLES, "各方都愿意的，人民调解", PML[17])
_BETWEEN: Final = {
    Nature.DEPARTMENT: (
        Rung(Road.ADMINISTRATIVE, "与部门职责有关且各方都愿意的，行政调解", PLAN[23]),
    ),
    Nature.ADJUDICATION: (
        Rung(
            Road.ADJUDICATION,
            "依法可以裁决而没有达成协议的，告知裁决权利，由当事人申请裁决",
            PLAN[24],
        ),
    ),
    Nature.LAND_CONTRACT: (
        Rung(Road.LAND_CONTRACT, "可以申请农村土地承包仲裁，也可以直接起诉", RLCD[4]),
    ),
}
_COURT: Final = Rung(Road.COURT, "调解不成或者不愿调解的，可以起诉", PML[26])


def ladder(nature: Nature, *, against_act: bool) -> tuple[Rung, ...]:
    """依次的途径 of a matter.

    Args:
        nature: Its nature in the directory.
        against_act: Whether the dispute is over what an organ has done.
    """
    if against_act or nature is Nature.ACT:
        text = "不服行政行为的，申请复议；是否前置、向谁申请另行判断"
        return (Rung(Road.RECONSIDERATION, text, ARL[20].par(1)),)
    if nature is Nature.PETITION:
        return (Rung(Road.PETITION, "按信访程序办理，法定事项导入相应程序", PETITION[31]),)
    if nature is Nature.LABOUR:
        return (
            Rung(Road.PEOPLES, "可以先由劳动争议调解组织调解", LDMA[5]),
            Rung(Road.LABOUR, "不愿调解或者调解不成的，申请劳动争议仲裁", LDMA[5]),
            Rung(Road.COURT, "对仲裁裁决不服的，除法律另有规定外可以起诉", LDMA[50]),
        )
    return (_PEOPLES, *_BETWEEN.get(nature, ()), _COURT)
