"""倒推: the latest day on which something may begin, so that a period is over by a given day."""

from datetime import date

from shared.law.calendar import Calendar
from shared.law.day import DAY
from shared.law.period import Period


def latest_start(period: Period, by: date, calendar: Calendar) -> date:
    """最迟的起算之日: the last one from which the period ends on `by` or before it."""
    day = by
    while period.last_day(day, calendar) > by:
        day -= DAY
    return day
