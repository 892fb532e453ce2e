"""期限的延长, on the real calendar: what was asked for, granted and added."""

from datetime import datetime

import pytest

from shared.law.article import ARL, OGI, RULES
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Extension, Request
from shared.law.day import NEVER
from shared.law.period import (
    CITY,
    CalendarDays,
    Hours,
    WorkingDays,
    end_of,
)
from tests.law.coursing import SIXTY, day, longer, suspended


def asked(on: str, decided: str | None = None, within: int = 1) -> Request:
    return Request(
        day(on), WorkingDays(within), "申请延期", RULES[29], day(decided) if decided else None
    )


@pytest.mark.parametrize(
    ("request_made", "last"),
    [
        (asked("2026-11-23"), "2026-11-25"),  # 决定期限先满，不影响
        (asked("2026-11-25"), "2026-11-26"),  # 尚未决定，至决定期限届满
        (asked("2026-11-25", "2026-11-25"), "2026-11-25"),
        (asked("2026-11-25", "2026-11-27", within=3), "2026-11-27"),
        (asked("2026-11-25", "2026-12-09", within=3), "2026-11-30"),  # 逾期的决定不再延后
    ],
)
def test_what_was_asked_in_time_keeps_the_period_open_until_it_is_decided(
    request_made: Request, last: str
) -> None:
    """期限内申请的，决定之前、决定期限之内不届满 (RULES 29)."""
    found = WorkingDays(2).reckon(day("2026-11-23"), CALENDAR, requests=[request_made])
    assert found.last_day == day(last)
    assert found.until == end_of(day(last))
    assert (found.awaited is not None) == (last != "2026-11-25")


def test_what_is_granted_runs_on_from_the_old_end_and_not_before_the_decision_is_over() -> None:
    """批准的自原届满之日接续计算，但不早于决定之日届满 (RULES 29)."""
    late = asked("2026-11-25", "2026-11-30", within=3)
    for more, last in ((1, "2026-11-30"), (3, "2026-11-30"), (5, "2026-12-02")):
        found = WorkingDays(2).reckon(
            day("2026-11-23"), CALENDAR, extensions=[longer(WorkingDays(more))], requests=[late]
        )
        assert found.last_day == day(last)


def test_a_request_moves_neither_a_period_that_stands_still_nor_a_cap() -> None:
    still = WorkingDays(2).reckon(
        day("2026-11-23"),
        CALENDAR,
        exclusions=[suspended("2026-11-24", None)],
        requests=[asked("2026-11-24")],
    )
    assert (still.standing_still, still.until) == (True, NEVER)
    capped = WorkingDays(2).reckon(
        day("2026-11-23"),
        CALENDAR,
        caps=[Cap(WorkingDays(2), day("2026-11-23"), RULES[29])],
        requests=[asked("2026-11-25")],
    )
    assert (capped.last_day, capped.capped, capped.awaited) == (day("2026-11-25"), True, None)


def test_hours_are_extended_by_hours_and_by_nothing_else() -> None:
    moment = datetime(2026, 11, 20, 9, 20, tzinfo=CITY)
    more = Hours(2).reckon(moment.date(), CALENDAR, moment, extensions=[longer(Hours(3))])
    assert more.until == datetime(2026, 11, 20, 15, 0, tzinfo=CITY)
    with pytest.raises(ValueError, match="no real time"):
        Hours(2).reckon(moment.date(), CALENDAR, moment, extensions=[longer(CalendarDays(1))])
    with pytest.raises(ValueError, match="needs a moment"):
        SIXTY.reckon(day("2026-07-02"), CALENDAR, extensions=[longer(Hours(1))])


def test_what_stands_still_has_its_extension_still_before_it() -> None:
    held = SIXTY.reckon(
        day("2026-07-02"),
        CALENDAR,
        exclusions=[suspended("2026-07-20", None)],
        extensions=[longer(CalendarDays(30))],
    )
    assert held.left == (CalendarDays(42), CalendarDays(30))
    assert held.extensions[0].raw_end == day("2026-09-30")


def test_an_extension_is_added_to_the_raw_end_and_rolled_once() -> None:
    """延长自未顺延的届满日接续计算，只顺延一次 (ARL 62) [D]."""
    more = SIXTY.reckon(day("2025-06-04"), CALENDAR, extensions=[longer(CalendarDays(30))])
    assert more.extensions[0].after == day("2025-08-03")
    assert more.last_day == day("2025-09-02")
    assert more.rolled == ()


def test_extensions_follow_one_another() -> None:
    more = SIXTY.reckon(
        day("2026-07-02"),
        CALENDAR,
        extensions=[longer(CalendarDays(10)), longer(CalendarDays(20))],
    )
    assert [one.raw_end for one in more.extensions] == [day("2026-09-10"), day("2026-09-30")]
    assert [one.days for one in more.extensions] == [10, 20]


def test_working_days_are_extended_by_working_days() -> None:
    """答复政府信息公开申请二十个工作日，延长不超过二十个工作日 (OGI 33)."""
    answer = WorkingDays(20).reckon(
        day("2026-09-01"),
        CALENDAR,
        extensions=[Extension(WorkingDays(20), "需要征求第三方意见", OGI[33].par(2))],
    )
    assert answer.extensions[0].after == day("2026-09-29")
    assert answer.last_day == WorkingDays(40).last_day(day("2026-09-01"), CALENDAR)
    assert answer.last_day == day("2026-11-02")


def test_a_suspension_in_time_that_only_the_extension_covers_counts() -> None:
    held = SIXTY.reckon(
        day("2026-07-02"),
        CALENDAR,
        exclusions=[suspended("2026-09-10", "2026-09-14")],
        extensions=[longer(CalendarDays(30))],
    )
    assert held.exclusions[0].days == 4
    assert held.raw_end == day("2026-10-04")
    assert held.extensions[0].days == 30


def test_who_approved_and_why_is_kept() -> None:
    [told] = SIXTY.reckon(
        day("2026-07-02"), CALENDAR, extensions=[longer(CalendarDays(30))]
    ).extensions
    assert told.extension.approved_by == "行政复议机构负责人"
    assert told.extension.article == ARL[62].par(1)
