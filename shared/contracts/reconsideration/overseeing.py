"""Facts of guidance and supervision 指导和监督: work reports, checks from above (ARR2026 66, 67).

They belong to no dispute: an authority's reports stand in a register of its own, and each check of
a government below has a file of its own.
"""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact


class Cycle(StrEnum):
    """How often a government has its body report 报告周期 (ARR2026 66(2): 定期)."""

    YEAR = "year"  # 每年
    HALF_YEAR = "half_year"  # 每半年
    QUARTER = "quarter"  # 每季度


class Checking(StrEnum):
    """How a government below is checked 检查方式 (ARR2026 67)."""

    REGULAR = "regular"  # 定期检查
    SPOT = "spot"  # 抽查


class Figure(BaseModel):
    """One number of a work report, as the boards count it."""

    model_config = ConfigDict(frozen=True)

    measure: str
    """Name of what is counted, as `accepted`."""
    n: int


class WorkReportTimesSet(Fact):
    """确定报告周期: how often the body reports, and by when, as its government says (RULES 149)."""

    kind: Literal["reconsideration.work_report_times_set.v1"] = (
        "reconsideration.work_report_times_set.v1"
    )
    organ: str
    """Organ code of the government."""
    cycle: Cycle
    within_days: int
    """Calendar days after the last day of a period."""
    next_from: date
    """First day of the first period."""
    next_until: date
    """Its last day."""
    due_on: date
    """The last day on which the report on it is submitted."""


class WorkReportSubmitted(Fact):
    """提交工作报告: to the body's own government, with figures that change no more (ARR2026 66)."""

    kind: Literal["reconsideration.work_report_submitted.v1"] = (
        "reconsideration.work_report_submitted.v1"
    )
    organ: str
    """Organ code of the government."""
    period_from: date
    period_until: date
    """First and last day of the period reported on."""
    figures: tuple[Figure, ...]
    """Of the applications received in the period, as the hub counted them when it was submitted."""
    counts_id: UUID
    """Document 统计数据和口径: the figures in words, as of when, and how each is reckoned."""
    text_id: UUID
    """Document 工作报告正文."""
    next_from: date
    next_until: date
    """First and last day of the period to report on next."""
    due_on: date
    """The last day on which the next report is submitted."""


class WorkReportOverdue(Fact):
    """逾期未提交工作报告: it is still to be submitted (RULES 149)."""

    kind: Literal["reconsideration.work_report_overdue.v1"] = (
        "reconsideration.work_report_overdue.v1"
    )
    organ: str


class MajorMatterReported(Fact):
    """请示报告重大事项: of the work of reconsideration, to the government above (ARR2026 67)."""

    kind: Literal["reconsideration.major_matter_reported.v1"] = (
        "reconsideration.major_matter_reported.v1"
    )
    organ: str
    """Organ code of the government that reports."""
    above: str
    """Organ code of the government to which it reports."""
    text_id: UUID


class WorkChecked(Fact):
    """检查下级行政复议工作: regularly or by a spot check (ARR2026 67)."""

    kind: Literal["reconsideration.work_checked.v1"] = "reconsideration.work_checked.v1"
    organ: str
    """Organ code of the government that checks."""
    below: str
    """Organ code of the government that is checked."""
    checking: Checking
    period_from: date
    period_until: date
    """First and last day of the work that was looked into."""
    text_id: UUID
    """Document 检查情况: what was looked into and found."""


class CheckFedBack(Fact):
    """反馈检查结果: nothing is to be mended (ARR2026 67)."""

    kind: Literal["reconsideration.check_fed_back.v1"] = "reconsideration.check_fed_back.v1"
    organ: str
    """Organ code of the government that checked."""
    below: str
    letter_id: UUID


class MendingRequired(Fact):
    """反馈检查结果并要求整改: at first or once more (ARR2026 67; RULES 150)."""

    kind: Literal["reconsideration.mending_required.v1"] = "reconsideration.mending_required.v1"
    organ: str
    """Organ code of the government that checked."""
    below: str
    until: date
    """The last day on which the government below reports what it has mended."""
    letter_id: UUID


class MendingReported(Fact):
    """报送整改情况: by the government that was checked (RULES 150)."""

    kind: Literal["reconsideration.mending_reported.v1"] = "reconsideration.mending_reported.v1"
    organ: str
    """Organ code of the government that was checked."""
    above: str
    """Organ code of the government that checked."""
    text_id: UUID


class MendingOverdue(Fact):
    """逾期未报送整改情况: it is still to be reported (RULES 150)."""

    kind: Literal["reconsideration.mending_overdue.v1"] = "reconsideration.mending_overdue.v1"
    organ: str
    """Organ code of the government that was checked."""


class MendingConfirmed(Fact):
    """确认整改到位: by the government that checked (RULES 150)."""

    kind: Literal["reconsideration.mending_confirmed.v1"] = "reconsideration.mending_confirmed.v1"
    organ: str
    below: str
