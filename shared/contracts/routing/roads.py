"""Facts of triage 分流: which road a dispute takes, and what the party is told of it."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.intake import PartyRef, Willingness


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
