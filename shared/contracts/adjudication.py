"""Facts of administrative adjudication 行政裁决: right told, applied, heard, ruled, performed."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Matter(StrEnum):
    """A civil dispute that a statute lets an organ adjudicate 行政裁决事项, by catalogue code."""

    LAND = "tudi"  # 土地所有权和使用权争议
    FOREST = "lindi"  # 林木、林地权属争议
    GRASSLAND = "caoyuan"  # 草原权属争议
    MINING_AREA = "kuangqu"  # 矿业权人勘查、开采区域争议
    ENTERPRISE_NAME = "mingcheng"  # 企业名称争议
    PROCUREMENT = "caigou"  # 政府采购投诉
    PATENT = "zhuanli"  # 专利侵权纠纷
    PLANT_VARIETY = "xinpinzhong"  # 植物新品种侵权


class Remedy(StrEnum):
    """What a party may do against a ruling 救济途径 (ARL 11, ALL 12)."""

    RECONSIDERATION = "reconsideration"  # 行政复议
    LITIGATION = "litigation"  # 行政诉讼


class DeclineGround(StrEnum):
    """Why an application is declined 不予受理的理由."""

    NO_POWER = "no_power"  # 不属于法定裁决事项
    NOT_COMPETENT = "not_competent"  # 不属于本机关管辖
    NO_INTEREST = "no_interest"  # 申请人与争议无直接利害关系
    NO_RESPONDENT = "no_respondent"  # 没有明确的被申请人
    NO_REQUEST = "no_request"  # 没有具体请求和事实根据
    IN_COURT = "in_court"  # 人民法院或者仲裁机构已经受理
    OUT_OF_TIME = "out_of_time"  # 超过法定申请期限


class RightNotified(Fact):
    """告知裁决权利: the parties were told that they may ask for adjudication (PLAN 24)."""

    kind: Literal["adjudication.right_notified.v1"] = "adjudication.right_notified.v1"
    matter: Matter
    authority: str
    """Organ code of whoever has the power 有权裁决的机关."""
    came_from: UUID | None = None
    """The earlier file from which it came 来自案卷; None where there is none (RULES 60)."""


class AdjudicationApplied(Fact):
    """申请行政裁决: the party's own application, of the day it reached the organ (PLAN 24)."""

    kind: Literal["adjudication.applied.v1"] = "adjudication.applied.v1"
    matter: Matter
    authority: str
    """Organ code of the adjudicating organ 裁决机关."""
    applicants: tuple[UUID, ...]
    """Persons who apply 申请人."""
    respondents: tuple[UUID, ...]
    """Persons on the other side 被申请人."""
    text_id: UUID
    """Document with the application 申请书."""
    came_from: UUID | None = None
    """The earlier file from which it came 来自案卷; None where there is none (RULES 60)."""


class AdjudicationAccepted(Fact):
    """受理裁决申请: the organ takes the application on (PLAN 24)."""

    kind: Literal["adjudication.accepted.v1"] = "adjudication.accepted.v1"


class AdjudicationDeclined(Fact):
    """不予受理裁决申请: the organ declines, with its reason and the remedy (PLAN 24; ARL 11)."""

    kind: Literal["adjudication.declined.v1"] = "adjudication.declined.v1"
    ground: DeclineGround
    reason_id: UUID
    """Document with the reason."""


class AdjudicationWithdrawn(Fact):
    """撤回裁决申请: the applicant takes it back, and the procedure ends (GPR 57)."""

    kind: Literal["adjudication.withdrawn.v1"] = "adjudication.withdrawn.v1"


class CopySent(Fact):
    """发送申请书副本: the copies are on their way to every respondent (RULES 42)."""

    kind: Literal["adjudication.copy_sent.v1"] = "adjudication.copy_sent.v1"


class RespondentServed(Fact):
    """送达申请书副本: a respondent has its copy and may answer (RULES 42)."""

    kind: Literal["adjudication.respondent_served.v1"] = "adjudication.respondent_served.v1"
    party: UUID
    """The respondent 被申请人 served."""


class AnswerFiled(Fact):
    """答辩: a respondent has answered with its evidence (RULES 43)."""

    kind: Literal["adjudication.answered.v1"] = "adjudication.answered.v1"
    party: UUID
    """The respondent 被申请人 who answers."""
    answer_id: UUID
    """Document with the answer 答辩书."""


class AnswerPeriodExpired(Fact):
    """答辩期届满: no answer came, which does not hold up the adjudication (RULES 43)."""

    kind: Literal["adjudication.answer_period_expired.v1"] = "adjudication.answer_period_expired.v1"
    party: UUID
    """The respondent 被申请人 who kept silent."""


class SettlementReached(Fact):
    """先行调解成功: the parties agreed, and a mediation document is drawn up (PLAN 24)."""

    kind: Literal["adjudication.settled.v1"] = "adjudication.settled.v1"
    perform_by: date | None = None
    """履行期限 as the document states it; None where it states none."""
    document_id: UUID
    """The mediation document 调解书."""


class SettlementFailed(Fact):
    """先行调解不成: mediation came to nothing, and the organ must rule (PLAN 24)."""

    kind: Literal["adjudication.settlement_failed.v1"] = "adjudication.settlement_failed.v1"


class OpinionDrawn(Fact):
    """调查处理意见: the bureau has investigated and says what it proposes (LAND_DISPUTES 28)."""

    kind: Literal["adjudication.opinion_drawn.v1"] = "adjudication.opinion_drawn.v1"
    opinion_id: UUID
    """Document with the opinion 调查处理意见."""


class OpinionExtended(Fact):
    """延长调查期限: the bureau's head has allowed more time for the opinion (LAND_DISPUTES 28)."""

    kind: Literal["adjudication.opinion_extended.v1"] = "adjudication.opinion_extended.v1"
    extended_to: date
    """Last day of the longer period 延长后的期限届满日."""


class OpinionSubmitted(Fact):
    """报送处理意见: the opinion is before the government, which decides (LAND_DISPUTES 30)."""

    kind: Literal["adjudication.opinion_submitted.v1"] = "adjudication.opinion_submitted.v1"


class RulingMade(Fact):
    """作出裁决: the organ has decided the civil dispute (LAL 14, FOREST 22, GRASS 16)."""

    kind: Literal["adjudication.ruled.v1"] = "adjudication.ruled.v1"
    performance_days: int | None = None
    """Days from service in which to perform 履行期限; None where nothing is to be performed."""
    review_first: bool = False
    """复议前置: it infringes natural resource rights already held (ARL 23(1)(2))."""
    obliged: tuple[UUID, ...] = ()
    """The parties 当事人 who must perform; none where it only settles whose a right is."""
    ruling_id: UUID
    """Document with the ruling 裁决书."""


class RulingServed(Fact):
    """送达裁决书: a party has the ruling with its remedies and their dates (ARL 20, ALL 46)."""

    kind: Literal["adjudication.served.v1"] = "adjudication.served.v1"
    party: UUID
    """The party 当事人 served."""
    perform_by: date | None = None
    """履行期限届满日; None where this ruling orders nothing."""
    reconsider_by: date
    """Last day for reconsideration 行政复议 (ARL 20)."""
    sue_by: date | None = None
    """Last day for suing directly 行政诉讼; None where reconsideration must come first."""
    remedy_until: date
    """The last day on which any remedy is open to this party 救济期限届满日."""
    enforce_by: date | None = None
    """Last day for the organ to ask the court to enforce, if it stays uncontested (COERCION 53)."""


class RemedyTaken(Fact):
    """寻求救济: a party asked for reconsideration or sued; the ruling is contested (ARL 20)."""

    kind: Literal["adjudication.remedy_taken.v1"] = "adjudication.remedy_taken.v1"
    taker: UUID
    """The party 当事人 who contests it; named so because the ruling is contested for all."""
    remedy: Remedy


class RemedyPeriodExpired(Fact):
    """救济期限届满: this party can no longer contest the ruling (COERCION 53)."""

    kind: Literal["adjudication.remedy_period_expired.v1"] = "adjudication.remedy_period_expired.v1"
    party: UUID


class RulingUpheld(Fact):
    """裁决维持: the ruling stands after reconsideration or suit (COERCION 53)."""

    kind: Literal["adjudication.upheld.v1"] = "adjudication.upheld.v1"


class RulingOverturned(Fact):
    """裁决被撤销、变更: the ruling fell in reconsideration or in court (ARL 64, ALL 70)."""

    kind: Literal["adjudication.overturned.v1"] = "adjudication.overturned.v1"


class PerformanceDue(Fact):
    """履行期限届满: the day for performing has passed (COERCION 53)."""

    kind: Literal["adjudication.performance_due.v1"] = "adjudication.performance_due.v1"
    party: UUID | None = None
    """The party 当事人 whose period it was; None for a mediation document 调解书."""


class RulingPerformed(Fact):
    """履行完毕: the ruling or the mediation document has been performed (COERCION 53)."""

    kind: Literal["adjudication.performed.v1"] = "adjudication.performed.v1"
    performed_on: date | None = None
    """The day of performance 履行之日, which may lie before the day on which it was found."""


class PerformanceUrged(Fact):
    """催告: the organ urges performance in writing before it goes to court (COERCION 54)."""

    kind: Literal["adjudication.urged.v1"] = "adjudication.urged.v1"
    party: UUID
    """The party 当事人 who has not performed, served with the urging."""


class UrgingExpired(Fact):
    """催告期满: ten days after the urging nothing is performed; the court is open (COERCION 54)."""

    kind: Literal["adjudication.urging_expired.v1"] = "adjudication.urging_expired.v1"
    party: UUID


class EnforcementRequested(Fact):
    """申请强制执行: the organ hands enforcement to the court (COERCION 53, 54; ALL 97)."""

    kind: Literal["adjudication.enforcement_requested.v1"] = "adjudication.enforcement_requested.v1"
    court: str
    """Organ code of the court 人民法院."""
    by_entitled: bool = False
    """Asked for by the party entitled 权利人, after the organ let its time pass (ALI 158)."""


class EnforcementWindowClosed(Fact):
    """申请强制执行期届满: the organ's three months are over (COERCION 53, ALI 158)."""

    kind: Literal["adjudication.enforcement_window_closed.v1"] = (
        "adjudication.enforcement_window_closed.v1"
    )
    party: UUID


class EntitledWindowClosed(Fact):
    """权利人申请执行期届满: the entitled party's six months are over too (ALI 158)."""

    kind: Literal["adjudication.entitled_window_closed.v1"] = (
        "adjudication.entitled_window_closed.v1"
    )
    party: UUID


class AdjudicationClosed(Fact):
    """结案: nothing more is owed under the ruling or the mediation document (RULES 45)."""

    kind: Literal["adjudication.closed.v1"] = "adjudication.closed.v1"


class AdjudicationActOverdue(Fact):
    """逾期未办: a duty of the organ is overdue; nothing else changes (RULES 13)."""

    kind: Literal["adjudication.overdue.v1"] = "adjudication.overdue.v1"
    duty: str
    """Name of the period that is over."""
