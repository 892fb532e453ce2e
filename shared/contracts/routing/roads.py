"""Facts of triage 分流: which road a dispute takes, what the party is told, and what it did."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind, PartyRef, Willingness


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


class NearMiss(BaseModel):
    """相近规则: a rule that would have held but for one condition."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    rule: str
    lacked: str
    """The condition that did not hold, as `willingness=both`."""


class Occasion(StrEnum):
    """Why a party is told a road 告知的时机."""

    TRIAGE = "triage"  # 分流
    CORRECTION = "correction"  # 更正途径
    MEDIATION_OVER = "mediation_over"  # 调解不成
    MEDIATION_REFUSED = "mediation_refused"  # 拒绝调解
    DECLINED = "declined"  # 申请未被受理
    DECIDED = "decided"  # 复议决定送达
    OVERDUE = "overdue"  # 复议期限届满而未作决定
    PENALTY_CORRECTED = "penalty_corrected"  # 处罚机关已自行纠正
    APPLICANT_ADDED = "applicant_added"  # 增列申请人


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
    reason: str = ""
    """Why, as the party reads it, in the words of the rule that fired."""
    nearly: tuple[NearMiss, ...] = ()
    """The rules that came nearest to firing, at most three."""
    rules: str = ""
    """The edition of the rule book 规则簿 by which it went: the day since which it is in force."""
    respondent: str | None = None
    """Organ code of the organ complained of, where there is one."""
    act: ActKind | None = None
    """The kind of administrative act complained of, where there is one."""
    happened_on: date | None = None
    """行为发生日, as registered."""
    learnt_on: date | None = None
    """知道或者应当知道之日, as registered."""
    told_remedies: bool = True
    """Whether right, authority and period were told when the act was made (ARL 20)."""
    omission: bool | None = None
    """没有处理履职申请: the organ did nothing on what was asked of it; None: it was not said."""
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限 as a code, `20wd`; None where none is set or known."""
    urgent: bool = False
    """紧急情况下请求保护人身权、财产权 (ARR2026 24)."""

    @property
    def organ(self) -> str | None:
        """The competent organ, the first where the party may choose."""
        return self.organs[0] if self.organs else None

    @property
    def compulsory_first(self) -> bool:
        """Whether reconsideration certainly comes before a suit (ARL 23)."""
        return self.compulsory is Compulsory.REQUIRED


class RoadNotified(Fact):
    """告知途径: the party is told a statutory road and until when it is open (RULES 7, 58).

    It is no application, and it stops no period. The periods that it tells run on the routing file
    so that the party and whoever holds the dispute are warned of them; they began when they began.
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
    occasion: Occasion = Occasion.TRIAGE
    sue_starts_on: date | None = None
    """The day from which the period for suing runs."""
    sue_period: str | None = None
    """That period, as `6m`."""
    sue_article: str | None = None
    """Code of the article that sets it, or its cap, whichever ended it."""
    sue_provisional: bool = False
    """暂定, of the last day for suing."""
    decision_id: UUID | None = None
    """The file of the decision whose service opens the road; None of any other, and of old."""
    left_out_from: date | None = None
    """The first day that is not counted of the period to apply, and by which it is longer: that of
    handing in to the organ that fined, which corrected its penalty (ARR2026 38)."""
    left_out_until: date | None = None
    """The last one: that on which the applicant was told so."""
    person_id: UUID | None = None
    """The applicant from whose receipt the days to sue run, the first of several; None where they
    run from no receipt, and on pages of old."""
    of_case_id: UUID | None = None
    """The case whose decision, or refusal, that applicant received; or that was not decided in
    time, of which nobody receives anything. None on pages of old."""


class RoadCorrected(Fact):
    """更正途径: the dispute goes another road; history, parties and dates are kept (RULES 59)."""

    kind: Literal["routing.road_corrected.v1"] = "routing.road_corrected.v1"
    road: Road
    was: Road
    """The road that was wrong."""
    rule: str
    """Name of the rule that had given it, as the routing file keeps it."""
    article: str
    """Code of the article for which it is corrected."""
    reason_id: UUID
    """Document with the reason."""
    organs: tuple[str, ...] = ()
    """Codes of the competent organs of the new road."""
    competence: str | None = None
    compulsory: Compulsory = Compulsory.FREE
    compulsory_article: str | None = None
    matter: str
    place: str
    county: str
    willingness: Willingness = Willingness.UNKNOWN
    respondent: str | None = None
    act: ActKind | None = None
    happened_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    came_from: UUID | None = None
    """The newest file of the dispute at another office, from which it is taken."""
    came_from_office: str = ""
    omission: bool | None = None
    """没有处理履职申请: the organ did nothing on what was asked of it; None: it was not said."""
    requested_on: date | None = None
    """行政机关收到履职申请之日."""
    duty_within: str | None = None
    """规定的履行期限 as a code, `20wd`; None where none is set or known."""
    urgent: bool = False
    """紧急情况下请求保护人身权、财产权 (ARR2026 24)."""

    @property
    def organ(self) -> str | None:
        """The competent organ, the first where the party may choose."""
        return self.organs[0] if self.organs else None


class RoutingEnded(Fact):
    """终止分流: the dispute was taken back; the party is warned of no period any more (RULES 3)."""

    kind: Literal["routing.ended.v1"] = "routing.ended.v1"
    goes_on_in: UUID | None = None
    """The routing file in which the road goes on, where the application of a file of its own is
    handled in a new one (ARL 35); None where the dispute was taken back."""
