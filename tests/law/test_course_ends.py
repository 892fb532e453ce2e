"""期限的届满, on the real calendar: caps, what is left, holidays at the end."""

from datetime import date

import pytest

from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Exclusion, rest_of
from shared.law.period import (
    CalendarDays,
    WorkingDays,
    Years,
    end_of,
    parse_period,
)
from tests.law.coursing import SIXTY, day, longer, suspended


def test_a_cap_bounds_the_result() -> None:
    """未告知的，自知道内容之日起最长不得超过一年 (ARL 20(3))."""
    year = Cap(Years(1), day("2025-03-02"), ARL[20].par(3))
    held = SIXTY.reckon(day("2026-02-10"), CALENDAR, caps=[year])
    assert (held.last_day, held.capped) == (day("2026-03-02"), True)
    assert held.raw_end == day("2026-04-11")
    assert held.caps[0].days == 42


def test_a_cap_that_lies_later_changes_nothing_and_is_still_told() -> None:
    year = Cap(Years(1), day("2026-02-01"), ARL[20].par(3))
    held = SIXTY.reckon(day("2026-02-10"), CALENDAR, caps=[year])
    assert (held.last_day, held.capped) == (day("2026-04-13"), False)
    assert (held.caps[0].binds, held.caps[0].days) == (False, 0)


def test_the_earliest_of_several_caps_binds() -> None:
    """二十年、五年、一年同时适用的，以最先届满者为准 (ARL 20, 21)."""
    caps = [
        Cap(Years(5), day("2021-02-20"), ARL[21]),
        Cap(Years(1), day("2025-03-02"), ARL[20].par(3)),
    ]
    held = SIXTY.reckon(day("2026-02-10"), CALENDAR, caps=caps)
    assert held.last_day == day("2026-02-24")  # 2月20日在春节假期内，顺延 [D]
    assert [one.binds for one in held.caps] == [True, False]


def test_neither_a_suspension_nor_an_extension_moves_a_cap() -> None:
    """最长期限不因中止、延长而变动 [D]."""
    year = Cap(Years(1), day("2025-08-20"), ARL[20].par(3))
    held = SIXTY.reckon(
        day("2026-07-02"),
        CALENDAR,
        exclusions=[suspended("2026-07-20", None)],
        extensions=[longer(CalendarDays(30))],
        caps=[year],
    )
    assert held.standing_still
    assert (held.last_day, held.until) == (day("2026-08-20"), end_of(day("2026-08-20")))


def test_a_period_that_starts_again_has_a_new_start() -> None:
    """提级审理的，审理期限自收到案件材料之日起重新计算 (ARR2026 40)."""
    assert SIXTY.reckon(day("2026-08-18"), CALENDAR).last_day == day("2026-10-19")


def test_the_rest_of_a_period_runs_on_when_the_obstacle_is_gone() -> None:
    """申请期限自障碍消除之日起继续计算 (ARL 20(2))."""
    rest = rest_of(SIXTY, day("2026-03-09"), day("2026-03-29"), CALENDAR)
    assert rest == CalendarDays(40)
    resumed = rest.reckon(day("2026-06-01"), CALENDAR)
    obstacle = Exclusion(day("2026-03-29"), day("2026-06-01"), "不可抗力", ARL[20].par(2))
    whole = SIXTY.reckon(day("2026-03-09"), CALENDAR, exclusions=[obstacle])
    assert resumed.last_day == whole.last_day == day("2026-07-13")


def test_the_rest_of_working_days_is_in_working_days() -> None:
    assert rest_of(WorkingDays(10), day("2026-09-23"), day("2026-09-29"), CALENDAR) == WorkingDays(
        7
    )
    assert rest_of(SIXTY, day("2026-03-09"), day("2026-03-01"), CALENDAR) == SIXTY


def test_nothing_is_left_of_a_period_that_has_run_out() -> None:
    assert rest_of(SIXTY, day("2026-03-09"), day("2026-05-08"), CALENDAR) is None
    assert rest_of(SIXTY, day("2026-03-09"), day("2026-05-07"), CALENDAR) == CalendarDays(1)


def test_a_firm_cap_makes_a_provisional_date_firm() -> None:
    cap = Cap(Years(1), day("2025-12-10"), ARL[20].par(3))
    assert SIXTY.reckon(day("2026-11-20"), CALENDAR).provisional
    assert not SIXTY.reckon(day("2026-11-20"), CALENDAR, caps=[cap]).provisional


HOLIDAYS = [
    ("2024-01-01", "2024-01-02", "元旦"),
    ("2024-02-10", "2024-02-18", "春节"),  # 次日第一日是调休上班的周日
    ("2024-04-04", "2024-04-07", "清明节"),
    ("2024-05-01", "2024-05-06", "劳动节"),
    ("2024-06-10", "2024-06-11", "端午节"),
    ("2024-09-15", "2024-09-18", "中秋节"),
    ("2024-10-01", "2024-10-08", "国庆节"),
    ("2025-01-01", "2025-01-02", "元旦"),
    ("2025-01-28", "2025-02-05", "春节"),
    ("2025-04-04", "2025-04-07", "清明节"),
    ("2025-05-01", "2025-05-06", "劳动节"),
    ("2025-05-31", "2025-06-03", "端午节"),
    ("2025-10-01", "2025-10-09", "国庆节、中秋节"),
    ("2026-01-01", "2026-01-04", "元旦"),  # 调休上班的周日
    ("2026-02-15", "2026-02-24", "春节"),
    ("2026-04-04", "2026-04-07", "清明节"),
    ("2026-05-01", "2026-05-06", "劳动节"),
    ("2026-06-19", "2026-06-22", "端午节"),
    ("2026-09-25", "2026-09-28", "中秋节"),
    ("2026-10-01", "2026-10-08", "国庆节"),
]


@pytest.mark.parametrize("code", ["15d", "30d", "60d"])
@pytest.mark.parametrize(
    ("holiday", "ends", "name"), HOLIDAYS, ids=[f"{name}{day[:4]}" for day, _, name in HOLIDAYS]
)
def test_a_period_that_ends_in_a_holiday_ends_on_the_first_day_after_it(
    holiday: str, ends: str, name: str, code: str
) -> None:
    """届满日在节假日的，以节假日后的第一日届满，调休上班日不是节假日 (CPL 85)."""
    period = parse_period(code)
    start = date.fromordinal(day(holiday).toordinal() - period.n)
    found = period.reckon(start, CALENDAR)
    assert found.last_day == day(ends)
    assert found.rolled[0] == (day(holiday), name)


@pytest.mark.parametrize(
    ("holiday", "ends", "name"), HOLIDAYS, ids=[f"{name}{day[:4]}" for day, _, name in HOLIDAYS]
)
def test_the_first_working_day_after_a_holiday_is_the_same_day(
    holiday: str, ends: str, name: str
) -> None:
    """节前最后一日起算的一个工作日，止于节后第一个工作日 (ARL 88)."""
    eve = date.fromordinal(day(holiday).toordinal() - 1)
    found = WorkingDays(1).reckon(eve, CALENDAR)
    assert found.last_day == day(ends)
    assert name in {called for _, called in found.skipped}


def test_the_cap_is_cited_with_its_own_article() -> None:
    cap = Cap(Years(20), day("2006-03-02"), ARL[21])
    held = SIXTY.reckon(day("2026-02-10"), CALENDAR, caps=[cap])
    assert (held.caps[0].cap.article, held.last_day) == (ARL[21], day("2026-03-02"))
