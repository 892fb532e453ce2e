"""复议前置 at this office: fines that may be given on the spot, and the way out to court."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.law.article import APL, PSPL, PSPL2012, ROAD, Article
from shared.law.calendar import Calendar
from shared.law.proof import Proof
from shared.law.suing import SUE_NO_DECISION


class Field(StrEnum):
    """Under which law a fine was given 处罚领域."""

    GENERAL = "general"  # 行政处罚法
    SECURITY = "security"  # 治安管理处罚
    TRAFFIC = "traffic"  # 道路交通安全


class Exit(StrEnum):
    """How a reconsideration that comes first ended without a decision 复议未作决定 (ARL 34)."""

    DECLINED = "declined"  # 决定不予受理
    DISMISSED = "dismissed"  # 决定驳回申请
    OVERDUE = "overdue"  # 受理后超过复议期限不作答复


@dataclass(frozen=True, slots=True)
class Limit:
    """当场处罚的限额, the highest fine that may be given on the spot, in yuan."""

    person_yuan: int
    organisation_yuan: int
    article: Article
    says: str

    def allows(self, fine_yuan: int, *, organisation: bool) -> bool:
        """Whether a fine lies within it; the limit itself does (APL 51)."""
        return fine_yuan <= (self.organisation_yuan if organisation else self.person_yuan)


_GENERAL: Final = Limit(
    200, 3000, APL[51], "对公民二百元以下、对法人或者其他组织三千元以下罚款或者警告"
)
_TRAFFIC: Final = Limit(200, 200, ROAD[107].par(1), "道路交通违法，警告、二百元以下罚款")
_SECURITY: Final = Limit(500, 500, PSPL[119], "违反治安管理，警告或者五百元以下罚款")
_SECURITY_2012: Final = Limit(200, 200, PSPL2012[100], "违反治安管理，警告或者二百元以下罚款")


def limit(field: Field, done_on: date) -> Limit:
    """当场处罚的限额 on the day of the penalty (APL 51; PSPL 119; ROAD 107)."""
    match field:
        case Field.GENERAL:
            return _GENERAL
        case Field.TRAFFIC:
            return _TRAFFIC
        case Field.SECURITY:
            return _SECURITY if PSPL.in_force(done_on) else _SECURITY_2012


_EXITS: Final = {
    Exit.DECLINED: "收到不予受理决定书",
    Exit.DISMISSED: "收到驳回申请决定书",
    Exit.OVERDUE: "行政复议期限届满而未作答复",
}


EXIT: Final = SUE_NO_DECISION
"""复议前置而没有复议决定的起诉期限 (ARL 34)."""


def exit_to_court(ended: Exit, on: date, calendar: Calendar) -> Proof:
    """起诉期限 where reconsideration came first and gave no decision (ARL 34).

    Args:
        ended: How it ended.
        on: The day of receipt, or the last day of the period for deciding.
        calendar: The city's calendar.
    """
    return EXIT.proof(on, calendar, because=_EXITS[ended])
