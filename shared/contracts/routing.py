"""Facts of routing: which road a dispute takes 分流, and the whistle 吹哨报到."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import PartyRef, Urgency, Willingness


class Road(StrEnum):
    """Where a dispute can be settled 解决途径."""

    PEOPLES_MEDIATION = "peoples_mediation"  # 人民调解
    ADMINISTRATIVE_MEDIATION = "administrative_mediation"  # 行政调解
    ADJUDICATION = "adjudication"  # 行政裁决
    RECONSIDERATION = "reconsideration"  # 行政复议
    LABOUR_ARBITRATION = "labour_arbitration"  # 劳动争议仲裁
    LAND_CONTRACT_ARBITRATION = "land_contract_arbitration"  # 农村土地承包仲裁
    PETITION = "petition"  # 信访
    DISCLOSURE = "disclosure"  # 政府信息公开申请
    COURT = "court"  # 诉讼
    POLICE = "police"  # 公安机关即时处置


class Compulsory(StrEnum):
    """Whether reconsideration must come before a suit 复议前置 (ARL 23)."""

    FREE = "free"  # 可以复议，也可以直接起诉
    CONDITIONAL = "conditional"  # 登记的事项尚不能判定，须查明
    REQUIRED = "required"  # 应当先申请行政复议


class WhistleKind(StrEnum):
    """哨的种类: a daily one, one for several departments, one for danger."""

    DAILY = "daily"  # 日常哨
    CONCENTRATED = "concentrated"  # 攻坚哨
    EMERGENCY = "emergency"  # 应急哨


class CallRole(StrEnum):
    """In which part a department is called: there is exactly one lead 主办."""

    LEAD = "lead"  # 主办
    ASSIST = "assist"  # 协办


class Finding(StrEnum):
    """What a department found when it answered 办理结果."""

    SOLVED = "solved"  # 已解决
    PARTLY = "partly"  # 部分解决
    NOT_SOLVED = "not_solved"  # 未解决


class WhistleEnd(StrEnum):
    """Why a whistle was closed 办结方式."""

    SOLVED = "solved"  # 主办部门已解决
    HANDED_OVER = "handed_over"  # 部门已反馈，交由所分流的途径继续办理
    UNSOLVED = "unsolved"  # 部门已反馈而未解决
    WITHDRAWN = "withdrawn"  # 当事人撤回


class DisputeRouted(Fact):
    """分流: which road the dispute takes, by which rule, and to which organ (RULES 6)."""

    kind: Literal["routing.routed.v1"] = "routing.routed.v1"
    road: Road
    rule: str
    """Name of the rule that fired, as triage lists them."""
    article: str
    """Code of the article or rule that gives the reason."""
    organs: tuple[str, ...] = ()
    """Codes of the competent organs; where the law names several, the party chooses."""
    competence: str | None = None
    """Code of the article that makes them competent, where one does."""
    compulsory: Compulsory = Compulsory.FREE
    compulsory_article: str | None = None
    """Code of the article and item that make reconsideration come first."""
    matter: str
    place: str
    county: str
    parties: tuple[PartyRef, ...] = ()
    willingness: Willingness = Willingness.UNKNOWN
    history: bool = False
    """Imported as history 历史台账: nobody opens a file or a period for it."""

    @property
    def organ(self) -> str | None:
        """The competent organ, the first where the party may choose."""
        return self.organs[0] if self.organs else None

    @property
    def compulsory_first(self) -> bool:
        """Whether reconsideration certainly comes before a suit (ARL 23)."""
        return self.compulsory is Compulsory.REQUIRED


class RoadNotified(Fact):
    """告知途径: the party is told a statutory road and until when it is open (RULES 7).

    It is no application, and it stops no period: the date is shown, nothing here runs.
    """

    kind: Literal["routing.road_notified.v1"] = "routing.road_notified.v1"
    road: Road
    article: str
    """Code of the article that opens the road."""
    organs: tuple[str, ...] = ()
    compulsory: Compulsory = Compulsory.FREE
    compulsory_article: str | None = None
    starts_on: date | None = None
    """The day from which the period runs; None while it is not known."""
    period: str | None = None
    """The period as `60d`; None where the law sets none."""
    period_article: str | None = None
    """Code of the article that sets the period or its cap, whichever ended it."""
    open_until: date | None = None
    """The last day on which the road is open; None while it cannot be reckoned."""
    sue_until: date | None = None
    """The last day for going to court directly, where the choice is free (ALL 46)."""
    provisional: bool = False
    """暂定: a year's calendar that matters is not known yet."""


class WhistleBlown(Fact):
    """吹哨: a centre calls the departments that answer for a dispute (RULES 8)."""

    kind: Literal["routing.whistle_blown.v1"] = "routing.whistle_blown.v1"
    whistle: WhistleKind
    tier: Urgency
    """Urgency tier, by which the departments' time to check in is set."""
    centre: str
    """Organ code of the centre 综治中心 that blows it."""
    matter: str
    place: str
    road: Road
    organs: tuple[str, ...] = ()
    """Codes of the organs to which the road leads, as the routing file has them."""


class DepartmentCalled(Fact):
    """召集部门: a department is called in an ordinary matter (RULES 9)."""

    kind: Literal["routing.called.v1"] = "routing.called.v1"
    department: str
    role: CallRole


class DepartmentCalledUrgently(Fact):
    """紧急召集部门: a department is called in an urgent matter (RULES 9)."""

    kind: Literal["routing.called_urgently.v1"] = "routing.called_urgently.v1"
    department: str
    role: CallRole


class DepartmentCalledToDanger(Fact):
    """应急召集部门: a department is called where there is danger (RULES 9)."""

    kind: Literal["routing.called_to_danger.v1"] = "routing.called_to_danger.v1"
    department: str
    role: CallRole


class DepartmentInformed(Fact):
    """知会部门: a department is told, and owes nothing under this whistle (RULES 10, PML 25)."""

    kind: Literal["routing.informed.v1"] = "routing.informed.v1"
    department: str


class DepartmentCheckedIn(Fact):
    """报到: the department called has come (RULES 4)."""

    kind: Literal["routing.checked_in.v1"] = "routing.checked_in.v1"
    department: str


class CheckInLapsed(Fact):
    """逾期未报到: the time to check in is over and the department has not come (RULES 4)."""

    kind: Literal["routing.check_in_lapsed.v1"] = "routing.check_in_lapsed.v1"
    department: str


class DepartmentAnswered(Fact):
    """反馈: the department says what it found and did (RULES 11)."""

    kind: Literal["routing.answered.v1"] = "routing.answered.v1"
    department: str
    finding: Finding
    opinion_id: UUID
    """Document with the department's opinion 处理意见."""


class AnswerLapsed(Fact):
    """逾期未反馈: the time to answer is over and the department has not answered (RULES 11)."""

    kind: Literal["routing.answer_lapsed.v1"] = "routing.answer_lapsed.v1"
    department: str


class WhistleClosed(Fact):
    """办结: the centre closes the whistle once every department called has answered (RULES 12)."""

    kind: Literal["routing.whistle_closed.v1"] = "routing.whistle_closed.v1"
    end: WhistleEnd
    handed_to: Road | None = None
    """The road on which the dispute goes on, when it is not solved yet."""
    organs: tuple[str, ...] = ()
    """Codes of the organs to which it is handed over, such as the mediation committee."""


class RoutingActOverdue(Fact):
    """逾期未办: an act that the centre owed is late (RULES 13)."""

    kind: Literal["routing.overdue.v1"] = "routing.overdue.v1"
    duty: str
    """Name of the deadline that is over."""
