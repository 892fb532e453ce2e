"""Filing period 申请期限: until when an application is in time (ARL 20, 21)."""

from datetime import date

from services.reconsideration.domain.case import Case
from shared.contracts.reconsideration import TimeFinding
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, Years

NO_FINDING = TimeFinding()


def last_day(case: Case, finding: TimeFinding, calendar: Calendar) -> date | None:
    """申请期限的最后一日; None while no day is known from which it could run (ARL 20, 21).

    Days not counted lengthen the sixty; the caps of one, five and twenty years stand as they are.
    """
    learnt = finding.learnt_on or case.learnt_on
    sixty = CalendarDays(finding.filing_days + finding.excluded_days)
    ends = []
    if case.act_done_on:
        ends.append(Years(20 if case.real_estate else 5).last_day(case.act_done_on, calendar))
    if learnt and case.told_remedies:
        ends.append(sixty.last_day(learnt, calendar))
    if learnt and not case.told_remedies:
        ends.append(Years(1).last_day(learnt, calendar))
        if case.remedies_learnt_on:
            ends.append(sixty.last_day(max(learnt, case.remedies_learnt_on), calendar))
    return min(ends, default=None)


def in_time(case: Case, finding: TimeFinding, calendar: Calendar) -> bool:
    """在法定申请期限内提出: what was posted in time is in time (ARL 20, 30; CPL 85)."""
    brought = case.posted_on or case.received_on
    last = last_day(case, finding, calendar)
    return last is None or brought is None or brought <= last
