"""Facts of the correction that the authority above orders 上级责令纠正 (ARL 35)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Wrong(StrEnum):
    """What the authority below did or left undone 下级机关的处理 (ARL 35, 40)."""

    DECLINED = "declined"  # 不予受理
    NOT_HANDLED = "not_handled"  # 告知不再处理
    ABANDONED = "abandoned"  # 视为放弃申请
    DISMISSED = "dismissed"  # 驳回申请
    OVERDUE = "overdue"  # 受理后超过期限不作答复
    SUSPENDED = "suspended"  # 中止行政复议


class WrongReported(Fact):
    """向上级行政机关反映: declined, dismissed or silent without a good reason (ARL 35)."""

    kind: Literal["reconsideration.wrong_reported.v1"] = "reconsideration.wrong_reported.v1"
    of_case_id: UUID
    """The reconsideration that is complained of."""
    wrong: Wrong
    authority: str
    """Organ code of the authority above, to which it is reported."""
    below: str
    """Organ code of the authority that is complained of."""
    county: str
    """Six-digit code of the county, or of the city, whose organ the respondent is."""
    text_id: UUID
    """Document 反映材料."""


class CorrectionOrdered(Fact):
    """责令纠正: there is no good reason, and the authority below is to put it right (ARL 35)."""

    kind: Literal["reconsideration.correction_ordered.v1"] = "reconsideration.correction_ordered.v1"
    below: str
    until: date
    """By when, as the order says it."""
    letter_id: UUID
    """Document 责令纠正通知书."""


class CorrectionDenied(Fact):
    """不予责令纠正: there was a good reason, and the applicant is told which (ARL 35)."""

    kind: Literal["reconsideration.correction_denied.v1"] = "reconsideration.correction_denied.v1"
    reason_id: UUID


class WrongCorrected(Fact):
    """已经纠正: the application is accepted, or the case decided, as it was ordered (ARL 35)."""

    kind: Literal["reconsideration.wrong_corrected.v1"] = "reconsideration.wrong_corrected.v1"
    corrected_case_id: UUID
    """Where it goes on: a new file, or the one complained of."""
    of_case_id: UUID | None = None
    """The reconsideration that was complained of; None on pages of old."""


class CorrectionOverdue(Fact):
    """逾期未纠正: the day that the order sets is over, and it is still owed (ARL 35)."""

    kind: Literal["reconsideration.correction_overdue.v1"] = "reconsideration.correction_overdue.v1"
    organ: str
    """Organ code of the authority below."""


class DirectlyAccepted(Fact):
    """上级直接受理: the authority above handles the application itself (ARL 35)."""

    kind: Literal["reconsideration.directly_accepted.v1"] = "reconsideration.directly_accepted.v1"
    accepted_case_id: UUID
    """The file in which it does."""
    letter_id: UUID
    """Document 直接受理通知书."""
    of_case_id: UUID | None = None
    """The reconsideration that was complained of; None on pages of old."""
