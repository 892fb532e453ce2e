"""Facts of what was found about the conditions of acceptance 审查认定 (ARL 30, 33; ARR2026 37)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.by_law import PeriodByLaw
from shared.contracts.reconsideration.findings import Condition, TimeFinding
from shared.contracts.routing import Compulsory


class Verdict(StrEnum):
    """Whether a condition is met 是否符合."""

    MET = "met"  # 符合
    UNMET = "unmet"  # 不符合
    OPEN = "open"  # 没有明文，须个案审查


class Groundless(StrEnum):
    """Grounds to dismiss that show after acceptance 受理后驳回申请的情形 (ARR2026 37(1))."""

    GROUNDLESS = "groundless"  # 请求明显缺乏依据，经释明仍坚持
    BEYOND_POWERS = "beyond_powers"  # 请求履行的职责明显不属于被申请人权限
    CONFIRMED = "confirmed"  # 行政行为的效力已经人民法院确认


class ConditionFound(BaseModel):
    """一项受理条件的认定, with the provision by which it was found."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    condition: Condition
    verdict: Verdict
    article: str
    """Code of the provision in the edition of its day."""


class ConditionsFound(Fact):
    """审查认定: the seven conditions one by one, before acceptance or after it (ARL 30, 33)."""

    kind: Literal["reconsideration.conditions_found.v1"] = "reconsideration.conditions_found.v1"
    conditions: tuple[ConditionFound, ...]
    """In the order of ARL 30(1)."""
    compulsory: Compulsory
    """复议前置: what it comes to where the application is not heard (ARL 23, 34)."""
    compulsory_article: str | None = None
    groundless: Groundless | None = None
    time: TimeFinding | None = None
    """What was found about the filing period 申请期限 where it differs from the application."""
    period_by_law: PeriodByLaw | None = None
    """法律规定的少于六十日的行政复议期限, by which it is decided once it is accepted, be it by
    silence (ARL 30(3), 62)."""
    opinion_id: UUID
    """Document 审查意见: what was found, and why."""
