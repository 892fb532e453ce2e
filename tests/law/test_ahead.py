"""倒推 (CPL 85), on the real calendar."""

from datetime import date, timedelta

import pytest

from shared.law.ahead import latest_start
from shared.law.calendar import CALENDAR
from shared.law.period import CalendarDays, Period, WorkingDays


@pytest.mark.parametrize(
    ("period", "by", "start"),
    [
        pytest.param(
            *(WorkingDays(3), date(2026, 10, 9), date(2026, 9, 29)), id="across National Day"
        ),
        pytest.param(
            *(WorkingDays(5), date(2026, 9, 22), date(2026, 9, 16)), id="counting a Sunday worked"
        ),
        pytest.param(*(CalendarDays(5), date(2026, 10, 20), date(2026, 10, 15)), id="plain days"),
    ],
)
def test_what_must_be_over_by_a_day_begins_early_enough(
    period: Period, by: date, start: date
) -> None:
    """期间届满不晚于该日的最迟起算之日."""
    assert latest_start(period, by, CALENDAR) == start
    assert period.last_day(start, CALENDAR) <= by
    assert period.last_day(start + timedelta(days=1), CALENDAR) > by
