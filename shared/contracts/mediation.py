"""Facts of people's mediation 人民调解: proposed, consented to, mediated, agreed, performed."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import Side


class Origin(StrEnum):
    """How the committee came to mediate 调解来源 (PML 17)."""

    ROUTED = "routed"  # 分流
    APPLIED = "applied"  # 当事人申请
    VOLUNTEERED = "volunteered"  # 主动调解
    CORRECTED = "corrected"  # 更正途径


class Form(StrEnum):
    """The form of an agreement 调解协议形式 (PML 28)."""

    ORAL = "oral"  # 口头协议
    WRITTEN = "written"  # 调解协议书


class Danger(StrEnum):
    """What a dispute may grow into 激化后果 (PML 25)."""

    SECURITY = "security"  # 治安案件
    CRIMINAL = "criminal"  # 刑事案件


class Ground(StrEnum):
    """Why mediation came to nothing 调解不成的原因 (PML 23, 26)."""

    NO_AGREEMENT = "no_agreement"  # 未能达成协议
    PARTY_ENDED = "party_ended"  # 当事人要求终止调解
    DISPUTE_WITHDRAWN = "dispute_withdrawn"  # 纠纷已撤回
    TERM_OVER = "term_over"  # 调解期限届满
    ROAD_CORRECTED = "road_corrected"  # 途径已更正


class OtherRoute(StrEnum):
    """A way that stays open when mediation fails 其他救济途径 (PML 26)."""

    ARBITRATION = "arbitration"  # 仲裁
    ADMINISTRATIVE = "administrative"  # 行政
    JUDICIAL = "judicial"  # 司法


class MediationProposed(Fact):
    """提出调解: a dispute is before a mediation committee, asked for or on its motion (PML 17)."""

    kind: Literal["mediation.proposed.v1"] = "mediation.proposed.v1"
    origin: Origin
    committee: str
    """Organ code of the people's mediation committee 人民调解委员会."""
    side: Side | None = None
    """Whoever applied 申请一方; applying is consenting, the next page says so."""
    text_id: UUID | None = None
    """Document with what is asked 调解请求."""
    came_from: UUID | None = None
    """The earlier file from which it came 来自案卷; None where there is none (RULES 60)."""


class ConsentGiven(Fact):
    """同意调解: these sides agree to be mediated (PML 17, 23)."""

    kind: Literal["mediation.consent_given.v1"] = "mediation.consent_given.v1"
    sides: tuple[Side, ...]


class BothConsented(Fact):
    """双方同意: every side has agreed, and the committee takes the mediation on (PML 17)."""

    kind: Literal["mediation.both_consented.v1"] = "mediation.both_consented.v1"


class MediationRefused(Fact):
    """拒绝调解: one side clearly refuses, so there is no mediation (PML 17)."""

    kind: Literal["mediation.refused.v1"] = "mediation.refused.v1"
    side: Side
    routes: tuple[OtherRoute, ...] = tuple(OtherRoute)
    """The ways told 已告知的途径."""


class MediatorAppointed(Fact):
    """确定调解员: the committee appoints mediators, or the parties choose them (PML 19)."""

    kind: Literal["mediation.mediator_appointed.v1"] = "mediation.mediator_appointed.v1"
    mediators: tuple[str, ...]
    """Officer codes of the mediators 人民调解员 who sign in."""
    chosen: bool = False
    """Whether the parties chose them 当事人选择, rather than the committee 指定."""
    names_id: UUID | None = None
    """Document with the names of those who have no post with which to sign in; None where there is
    none, as on every page from before there was this field."""


class SessionHeld(Fact):
    """调解记录: the parties met the mediator, and a record was made (PML 27)."""

    kind: Literal["mediation.session_held.v1"] = "mediation.session_held.v1"
    present: tuple[Side, ...]
    """Sides that came 到场各方."""
    invited: int = 0
    """Relatives, neighbours, experts taking part with the parties' consent (PML 20)."""
    record_id: UUID
    """Document with the record 调解记录."""


class EscalationReported(Fact):
    """报告激化危险: the police or another department was told at once (PML 25)."""

    kind: Literal["mediation.escalation_reported.v1"] = "mediation.escalation_reported.v1"
    danger: Danger
    reported_to: str
    """Organ code of the police 公安机关 or other department told."""
    measures_id: UUID
    """Document with the danger seen and the preventive measures taken 预防措施."""


class TermExtended(Fact):
    """延长调解期限: committee and both sides agreed on a longer term (RULES 33)."""

    kind: Literal["mediation.term_extended.v1"] = "mediation.term_extended.v1"
    extended_to: date
    """Last day of the longer term 延长后的期限届满日."""


class TermExpired(Fact):
    """调解期限届满: the configured term is over; the mediator must now end or extend (RULES 33)."""

    kind: Literal["mediation.term_expired.v1"] = "mediation.term_expired.v1"


class AgreementMade(Fact):
    """达成调解协议: oral on the day agreed, written on the day of the last hand (PML 28 to 30)."""

    kind: Literal["mediation.agreement_made.v1"] = "mediation.agreement_made.v1"
    form: Form
    effective_on: date
    """生效之日: agreed on (PML 30), or signed by all and sealed (PML 29)."""
    perform_by: date | None = None
    """履行期限 as the agreement states it; None where it states none."""
    content_id: UUID
    """Document with the agreement, or with the mediator's record of an oral one."""


class MediationFailed(Fact):
    """调解不成: mediation is ended and the other routes are told (PML 26)."""

    kind: Literal["mediation.failed.v1"] = "mediation.failed.v1"
    ground: Ground
    routes: tuple[OtherRoute, ...] = tuple(OtherRoute)
    """The ways told 已告知的途径."""


class PerformancePeriodExpired(Fact):
    """履行期限届满: the day that the agreement states has passed; follow up (PML 31)."""

    kind: Literal["mediation.performance_period_expired.v1"] = (
        "mediation.performance_period_expired.v1"
    )


class AgreementPerformed(Fact):
    """履行完毕: the committee found the agreement performed (PML 31)."""

    kind: Literal["mediation.performed.v1"] = "mediation.performed.v1"
    performed_on: date | None = None
    """The day of performance 履行之日, which may lie before the day on which it was found."""


class AgreementNotPerformed(Fact):
    """未履行: found not or not wholly performed; suit, or enforcement if confirmed (PML 32, 33)."""

    kind: Literal["mediation.not_performed.v1"] = "mediation.not_performed.v1"
    partly: bool = False
    """Whether it was performed in part 部分履行."""
    enforceable: bool = False
    """Whether a court has confirmed it, so that it can be enforced (PML 33; CPL 206)."""


class ConfirmationApplied(Fact):
    """共同申请司法确认: both sides together asked the court to confirm (PML 33; CPL 205)."""

    kind: Literal["mediation.confirmation_applied.v1"] = "mediation.confirmation_applied.v1"
    court: str
    """Organ code of the court 人民法院."""


class ConfirmationRuled(Fact):
    """司法确认裁定: the court confirmed the agreement or rejected the application (CPL 206)."""

    kind: Literal["mediation.confirmation_ruled.v1"] = "mediation.confirmation_ruled.v1"
    confirmed: bool
    """裁定有效, or 裁定驳回申请."""


class ConfirmationWindowClosed(Fact):
    """司法确认申请期届满: thirty days are over without a joint application (PML 33; CPL 205)."""

    kind: Literal["mediation.confirmation_window_closed.v1"] = (
        "mediation.confirmation_window_closed.v1"
    )


class MediationActOverdue(Fact):
    """逾期未办: a duty of the committee is overdue; nothing else changes (RULES 13)."""

    kind: Literal["mediation.overdue.v1"] = "mediation.overdue.v1"
    duty: str
    """Name of the period that is over."""
