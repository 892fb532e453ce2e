"""中止期间: what a case that stands still waits for, and what comes next in it (ARL 39, 41)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.sixty import ended_in
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.calendar import Calendar

AWAITED: Final[Mapping[Suspension, str]] = {
    Suspension.DEATH: "近亲属是否参加",
    Suspension.INCAPACITY: "法定代理人的确定",
    Suspension.MISSING: "申请人的下落",
    Suspension.DISSOLVED: "权利义务承受人的确定",
    Suspension.PREVENTED: "不能参加的事由消除",
    Suspension.TALKS: "调解、和解的结果",
    Suspension.LAW_UNCLEAR: "有权机关的解释或者确认",
    Suspension.OTHER_CASE: "其他案件的审理结果",
    Suspension.DOCUMENT: "附带审查的结果",
    Suspension.OTHER: "中止的情形消除",
}
"""For what a case waits, by why it stands still (ARL 39)."""


def goes_on(case: Case, on: date, calendar: Calendar) -> tuple[str, str]:
    """At which door a case that stands still goes on, and what that is called, on this day.

    What ends it after sixty days ends it whatever else it waits for, and for some of several
    applicants only where it lies in them (ARL 41); where a cause is gone, or the authority above
    ordered it, the case is resumed (ARL 39, 40).
    """
    waits = [one for one in case.suspended_for if not (one.gone_on or one.ordered_on)]
    if ended := ended_in(case, on, calendar):
        if len(ended) == len(case.applicants):
            return "termination", "终止行政复议"
        return "partial-termination", "对中止满六十日的申请人终止行政复议"
    if not waits or len(waits) < len(case.suspended_for):
        return "resumption", "恢复审理"
    awaited = "、".join(dict.fromkeys(AWAITED[one.cause] for one in waits))
    return "suspension-cause-gone", f"等待{awaited}；中止的原因消除的，记载后恢复审理"
