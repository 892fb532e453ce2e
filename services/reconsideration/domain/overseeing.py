"""指导和监督: an authority's work reports, and its checks of governments below, as two tables.

Neither is of a dispute: the register 工作报告登记 is an authority's own, a check a file that the
government below reads and answers in (ARR2026 66, 67).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    Cycle,
    MajorMatterReported,
    MendingConfirmed,
    MendingOverdue,
    MendingReported,
    MendingRequired,
    WorkChecked,
    WorkReportOverdue,
    WorkReportSubmitted,
    WorkReportTimesSet,
)
from shared.law.article import ARR2026, RULES
from shared.law.casefile import CaseFile
from shared.law.procedure import AsStated, Deadline, Move, Procedure


class State(StrEnum):
    """Where a register or a check stands."""

    KEPT = "kept"  # 记录中
    CHECKED = "checked"  # 已检查
    FED_BACK = "fed_back"  # 已反馈，无须整改
    TO_MEND = "to_mend"  # 待整改
    MENDING_REPORTED = "mending_reported"  # 已报送整改情况
    MENDED = "mended"  # 已整改


class Role(StrEnum):
    """Who makes a move."""

    BODY = "body"  # 行政复议机构
    SUPERIOR = "superior"  # 上级人民政府
    BELOW = "below"  # 下级人民政府
    CLOCK = "clock"  # 期限届满


S, R = State, Role

REPORTS: Final = Procedure(
    name="work_reports",
    term="工作报告登记",
    since=ARR2026.since,
    moves=(
        Move((None, S.KEPT), WorkReportTimesSet, S.KEPT, R.BODY, RULES[149]),
        Move(S.KEPT, WorkReportSubmitted, None, R.BODY, ARR2026[66].par(2)),
        Move(S.KEPT, WorkReportOverdue, None, R.CLOCK, RULES[149]),
        Move(S.KEPT, MajorMatterReported, None, R.BODY, ARR2026[67]),
    ),
    deadlines=(
        Deadline(
            name="submit_work_report",
            term="提交工作报告",
            starts=(WorkReportTimesSet, WorkReportSubmitted),
            ends=(WorkReportTimesSet, WorkReportSubmitted),
            within=AsStated("due_on"),
            article=RULES[149],
            lapse=WorkReportOverdue,
        ),
    ),
    patient={S.KEPT: "工作报告登记长期保留，没有办结之日；每份报告的期限另行计算"},
)
"""工作报告、重大事项请示报告 (ARR2026 66, 67; RULES 149): a file for each government."""

WORK_CHECK: Final = Procedure(
    name="work_check",
    term="复议工作检查",
    since=ARR2026.since,
    moves=(
        Move(None, WorkChecked, S.CHECKED, R.SUPERIOR, ARR2026[67]),
        Move(S.CHECKED, CheckFedBack, S.FED_BACK, R.SUPERIOR, ARR2026[67]),
        Move((S.CHECKED, S.MENDING_REPORTED), MendingRequired, S.TO_MEND, R.SUPERIOR, ARR2026[67]),
        Move(S.TO_MEND, MendingReported, S.MENDING_REPORTED, R.BELOW, RULES[150]),
        Move(S.TO_MEND, MendingOverdue, None, R.CLOCK, RULES[150]),
        Move(S.MENDING_REPORTED, MendingConfirmed, S.MENDED, R.SUPERIOR, RULES[150]),
    ),
    deadlines=(
        Deadline(
            name="report_mending",
            term="报送整改情况",
            starts=(MendingRequired,),
            ends=(MendingReported,),
            within=AsStated("until"),
            article=RULES[150],
            lapse=MendingOverdue,
            owed_by="below",
        ),
    ),
    closed=(S.FED_BACK, S.MENDED),
    patient={
        S.CHECKED: "条例要求及时反馈检查结果，没有写明期间",
        S.MENDING_REPORTED: "条例没有规定审查整改情况的期间",
    },
)
"""检查下级人民政府的行政复议工作 (ARR2026 67; RULES 150): a file for each check."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkReports(CaseFile):
    """An authority's register of work reports, as its facts have made it."""

    state: State | None = None
    authority: str = ""
    cycle: Cycle = Cycle.YEAR
    within_days: int = 0
    next_from: date | None = None
    next_until: date | None = None
    """First and last day of the period to report on next."""
    due_on: date | None = None
    """The last day on which that report is submitted."""
    reported_until: date | None = None
    """The last day of the last period that was reported on."""

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """Whose report is late."""
        del lapse, subject
        return {"organ": self.authority}

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the register remembers of a fact."""
        match fact:
            case WorkReportTimesSet():
                said = {"authority": fact.organ, "cycle": fact.cycle}
                return {**said, "within_days": fact.within_days, **_next(fact)}
            case WorkReportSubmitted():
                return {"reported_until": fact.period_until, **_next(fact)}
            case _:
                return {}


def _next(fact: WorkReportTimesSet | WorkReportSubmitted) -> dict[str, Any]:
    """The period to report on next."""
    return {name: getattr(fact, name) for name in ("next_from", "next_until", "due_on")}


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkCheck(CaseFile):
    """A check, as its facts have made it."""

    state: State | None = None
    authority: str = ""
    """Organ code of the government that checks."""
    below: str = ""
    """Organ code of the government that is checked."""
    checked_on: date | None = None
    mend_by: date | None = None

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """Who let the day pass."""
        del lapse, subject
        return {"organ": self.below}

    def learnt(self, fact: Fact) -> dict[str, Any]:
        """What the file remembers of a fact."""
        match fact:
            case WorkChecked():
                said = {"authority": fact.organ, "below": fact.below}
                return {**said, "checked_on": fact.head.on}
            case MendingRequired():
                return {"mend_by": fact.until}
            case _:
                return {}
