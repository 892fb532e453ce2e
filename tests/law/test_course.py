"""期限的进行, on the real calendar: time left out, and time that stands still."""

from datetime import date, datetime

import pytest

from shared.law.article import ARL, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.course import Exclusion
from shared.law.day import NEVER
from shared.law.period import (
    CITY,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    Reckoning,
    WorkingDays,
    Years,
)
from tests.law.coursing import SIXTY, day, suspended


def inspected(after: str, until: str) -> Exclusion:
    return Exclusion(day(after), day(until), "现场勘验", ARR2026[45])


def decide(*exclusions: Exclusion, start: str = "2026-07-02") -> Reckoning:
    return SIXTY.reckon(day(start), CALENDAR, exclusions=exclusions)


def test_a_suspension_moves_the_end_by_the_days_that_it_took() -> None:
    """中止期间不计入审理期限 (ARL 39)."""
    free, held = decide(), decide(suspended("2026-07-20", "2026-08-10"))
    assert free.last_day == day("2026-08-31")
    assert held.raw_end == day("2026-09-21")
    assert held.exclusions[0].days == 21
    assert (held.exclusions[0].first, held.exclusions[0].last) == (
        day("2026-07-21"),
        day("2026-08-10"),
    )


def test_the_end_rolls_once_after_all_was_left_out() -> None:
    """剔除期间后届满日为国庆节的，顺延至节后 (CPL 85)."""
    held = decide(suspended("2026-07-20", "2026-08-20"))
    assert held.raw_end == day("2026-10-01")
    assert held.last_day == day("2026-10-08")
    assert len(held.rolled) == 7


def test_overlapping_time_is_left_out_once() -> None:
    """中止与勘验重叠的日子只扣除一次."""
    held = decide(suspended("2026-07-20", "2026-08-10"), inspected("2026-08-05", "2026-08-14"))
    assert [one.days for one in held.exclusions] == [21, 4]
    assert held.exclusions[1].first == day("2026-08-11")
    assert held.raw_end == decide(suspended("2026-07-20", "2026-08-14")).raw_end


def test_time_within_other_time_left_out_takes_nothing_and_is_still_told() -> None:
    held = decide(inspected("2026-07-25", "2026-07-28"), suspended("2026-07-20", "2026-08-10"))
    assert [one.exclusion.reason for one in held.exclusions] == ["行政复议中止", "现场勘验"]
    assert (held.exclusions[1].days, held.exclusions[1].first) == (0, None)


@pytest.mark.parametrize(
    ("after", "until"),
    [
        pytest.param("2026-06-01", "2026-07-02", id="before the start"),
        pytest.param("2026-08-31", "2026-09-20", id="after the end"),
        pytest.param("2026-08-01", "2026-08-01", id="suspended and resumed on one day"),
    ],
)
def test_time_outside_the_period_is_not_left_out(after: str, until: str) -> None:
    held = decide(suspended(after, until))
    assert held.last_day == decide().last_day
    assert (held.exclusions[0].days, held.standing_still) == (0, False)


def test_of_time_that_began_before_the_start_only_the_days_of_the_period_count() -> None:
    held = decide(suspended("2026-06-01", "2026-07-12"))
    assert held.exclusions[0].days == 10
    assert held.raw_end == day("2026-09-10")


def test_a_suspension_on_the_very_last_day_holds_it_up() -> None:
    """最后一日中止的，该日尚未计满."""
    held = decide(suspended("2026-08-30", "2026-09-10"))
    assert held.last_day == day("2026-09-11")


def test_a_suspension_among_the_days_over_which_the_end_rolls_holds_it_up() -> None:
    """届满日为周日、顺延中发生中止的，恢复后的第一个工作日届满 [D]."""
    held = decide(suspended("2025-08-03", "2025-08-14"), start="2025-06-04")
    assert held.raw_end == day("2025-08-03")
    assert held.last_day == day("2025-08-15")
    assert [name for _, name in held.rolled][:2] == ["周日", "行政复议中止"]


def test_a_suspension_wholly_within_rest_days_at_the_end_changes_nothing() -> None:
    held = SIXTY.reckon(
        day("2025-08-02"), CALENDAR, exclusions=[suspended("2025-10-02", "2025-10-05")]
    )
    assert (held.last_day, held.exclusions[0].days) == (day("2025-10-09"), 0)


def test_working_days_lose_only_working_days() -> None:
    """工作日期限只扣除中止期间内的工作日 (ARL 88)."""
    review = WorkingDays(5)
    held = review.reckon(
        day("2026-09-23"), CALENDAR, exclusions=[suspended("2026-09-29", "2026-10-06")]
    )
    assert held.exclusions[0].days == 1  # 9月30日
    assert held.last_day == day("2026-10-09")
    assert day("2026-09-30") not in dict(held.skipped)
    assert [d for d, _ in held.skipped] == [
        *(day(f"2026-09-{n}") for n in (25, 26, 27)),
        day("2026-10-07"),
    ]


def test_a_makeup_day_that_is_left_out_is_a_working_day_lost() -> None:
    """被中止占用的调休上班日也要补足."""
    held = WorkingDays(3).reckon(
        day("2026-10-08"), CALENDAR, exclusions=[suspended("2026-10-09", "2026-10-11")]
    )
    assert (held.exclusions[0].days, held.makeup) == (1, ())
    assert held.last_day == day("2026-10-13")


def test_months_and_years_move_their_raw_end_by_the_days_left_out() -> None:
    """按月计算的期限，以扣除的日数后移届满日 (CCL 202)."""
    held = Months(6).reckon(
        day("2026-01-31"), CALENDAR, exclusions=[suspended("2026-03-01", "2026-03-11")]
    )
    assert held.raw_end == day("2026-08-10")
    assert Years(1).reckon(
        day("2025-03-02"), CALENDAR, exclusions=[suspended("2025-05-01", "2025-05-31")]
    ).last_day == day("2026-04-01")


def test_hours_lose_the_real_time_of_the_days_left_out() -> None:
    moment = datetime(2026, 11, 20, 9, 20, tzinfo=CITY)
    held = Hours(48).reckon(
        moment.date(), CALENDAR, moment, exclusions=[suspended("2026-11-20", "2026-11-21")]
    )
    assert held.until == datetime(2026, 11, 23, 10, 0, tzinfo=CITY)
    begun = Hours(24).reckon(
        moment.date(), CALENDAR, moment, exclusions=[suspended("2026-11-19", "2026-11-20")]
    )
    assert begun.until == datetime(2026, 11, 22, 0, 0, tzinfo=CITY)
    assert begun.last_day == day("2026-11-21")


def test_hours_that_stand_still_keep_their_minutes() -> None:
    moment = datetime(2026, 11, 20, 22, 20, tzinfo=CITY)
    held = Hours(4).reckon(
        moment.date(), CALENDAR, moment, exclusions=[suspended("2026-11-20", None)]
    )
    assert (held.standing_still, held.left) == (True, (Minutes(180),))
    assert held.until == NEVER


def test_while_a_suspension_lasts_the_period_stands_still_and_cannot_lapse() -> None:
    """中止尚未结束的，期间停止计算，届满日待定 (ARL 39)."""
    held = decide(suspended("2026-07-20", None))
    assert held.standing_still
    assert held.left == (CalendarDays(42),)
    assert (held.until, held.last_day) == (NEVER, date.max)
    assert held.raw_end == day("2026-08-31")


def test_an_earlier_suspension_that_ended_does_not_hide_one_that_lasts() -> None:
    held = decide(suspended("2026-07-20", "2026-07-30"), suspended("2026-08-10", None))
    assert held.left == (CalendarDays(31),)
    assert [one.days for one in held.exclusions] == [10, 0]


def test_a_suspension_that_begins_after_the_end_does_not_hold_it_up() -> None:
    assert not decide(suspended("2026-08-31", None)).standing_still


def test_a_suspension_that_lasts_among_the_rolled_days_holds_the_end_up() -> None:
    held = decide(suspended("2025-08-03", None), start="2025-06-04")
    assert (held.standing_still, held.left) == (True, ())


def test_time_left_out_may_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Exclusion(day("2026-07-20"), day("2026-07-19"), "行政复议中止", ARL[39])


def test_from_one_day_to_another_neither_day_is_counted() -> None:
    """自起诉之日至裁定送达之日的期间不计入，首尾两日均不计 (ARR2026 26) [D]."""
    sued = Exclusion.whole(day("2026-07-21"), day("2026-08-10"), "误诉期间", ARR2026[26])
    held = decide(sued)
    assert held.exclusions[0].days == 21
    assert held.last_day == decide(suspended("2026-07-20", "2026-08-10")).last_day


def test_a_date_moved_into_an_unknown_year_is_provisional() -> None:
    """剔除期间后落入尚无放假通知的年份的，暂定."""
    assert not decide(start="2026-10-09").provisional
    assert decide(suspended("2026-10-20", "2026-11-30"), start="2026-10-09").provisional
