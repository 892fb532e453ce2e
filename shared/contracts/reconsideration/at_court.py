"""Facts about the court that was asked to enforce against a party (ARL 78; COERCION 56 to 59).

Each names the party and the organ that asked, which is the one that enforces.
"""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.enforcing import CountsFrom


class CourtRefusal(StrEnum):
    """What the court refused 人民法院裁定."""

    NOT_ACCEPTED = "not_accepted"  # 裁定不予受理
    NOT_ENFORCED = "not_enforced"  # 裁定不予执行


class EnforcementRefused(Fact):
    """收到人民法院不予受理、不予执行的裁定: the court above may be asked (COERCION 56, 58).

    Over the ruling of the court above itself nobody is asked: it has no days.
    """

    kind: Literal["reconsideration.enforcement_refused.v1"] = (
        "reconsideration.enforcement_refused.v1"
    )
    person_id: UUID
    organ: str
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, each of which may ask too (ARL 19)."""
    court_refusal: CourtRefusal
    refusal_ruling_id: UUID
    """Document 人民法院不予受理、不予执行的裁定."""
    received_on: date
    ask_period: str
    """In which the court above is asked, as `15d`."""
    ask_article: str
    """Its article, COERCION 56(2) or 58(3)."""
    ask_until: date
    """The last day for it; the day of receipt where it was the court above that ruled."""
    askable: bool = True
    """Whether the court above may be asked: not over what it ruled itself."""
    counts_from: date | None = None
    """三个月的起算之日, where what was not accepted may be applied for again (COERCION 53, 56)."""
    counts_because: CountsFrom | None = None
    """What was over on that day; of old not told."""
    again_period: str | None = None
    """In which it is applied for, as `3m`; None where it is not applied for again."""
    again_article: str | None = None
    """Its article, COERCION 53."""
    again_until: date | None = None
    """The last day for it; where that is over already, nothing runs."""

    @property
    def may_ask_until(self) -> date | None:
        """The last day to ask the court above; None where nobody may."""
        return self.ask_until if self.askable else None

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever may ask the court above."""
        return (self.organ, *self.joint)


class CourtAboveAsked(Fact):
    """向上一级人民法院申请复议: the organ does not accept what the court ruled (COERCION 58)."""

    kind: Literal["reconsideration.court_above_asked.v1"] = "reconsideration.court_above_asked.v1"
    person_id: UUID
    organ: str
    court_above_application_id: UUID
    """Document 向上一级人民法院的复议申请书."""


class CourtAbovePeriodOver(Fact):
    """逾期未向上一级人民法院申请复议: what the court ruled stands (COERCION 56, 58)."""

    kind: Literal["reconsideration.court_above_period_over.v1"] = (
        "reconsideration.court_above_period_over.v1"
    )
    person_id: UUID
    organ: str
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, as above."""

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever might have asked."""
        return (self.organ, *self.joint)


class ImmediateEnforcementAsked(Fact):
    """申请人民法院立即执行: it is urgent, for the safety of the public (COERCION 59)."""

    kind: Literal["reconsideration.immediate_enforcement_asked.v1"] = (
        "reconsideration.immediate_enforcement_asked.v1"
    )
    person_id: UUID
    organ: str
    urgency_id: UUID
    """Document 情况紧急、为保障公共安全的理由."""


class ImmediateEnforcementRuled(Fact):
    """人民法院裁定立即执行: the president of the court approved, five days run (COERCION 59)."""

    kind: Literal["reconsideration.immediate_enforcement_ruled.v1"] = (
        "reconsideration.immediate_enforcement_ruled.v1"
    )
    person_id: UUID
    organ: str
    enforcement_ruling_id: UUID
    """Document 人民法院的执行裁定."""
    ruled_on: date
    """作出执行裁定之日."""


class ImmediateEnforcementOverdue(Fact):
    """人民法院逾期未立即执行: five days after its ruling nothing is enforced (COERCION 59)."""

    kind: Literal["reconsideration.immediate_enforcement_overdue.v1"] = (
        "reconsideration.immediate_enforcement_overdue.v1"
    )
    person_id: UUID
    organ: str
    joint: tuple[str, ...] = ()
    """共同作出的其他行政机关, as above."""

    @property
    def organs(self) -> tuple[str, ...]:
        """Whoever asked the court, or might have."""
        return (self.organ, *self.joint)
