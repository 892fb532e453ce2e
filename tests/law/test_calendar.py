"""工作日历, the calendar of 2024 to 2026."""

import json
from datetime import date, timedelta

import chinese_calendar
import pytest

from shared.law.calendar import (
    CALENDAR,
    WEEKDAYS,
    Calendar,
    Day,
    DayKind,
    Holiday,
    Notice,
)
from shared.law.period import CalendarDays

YEARS = [date(2024, 1, 1) + timedelta(days=n) for n in range(366 + 365 + 365)]


def notice_of_2027(**changes: object) -> str:
    raw = {
        "year": 2027,
        "title": "关于2027年部分节假日安排的通知",
        "number": "试〔2026〕1号",
        "issued": "2026-11-20",
        "holidays": [{"name": "元旦", "rest": ["2027-01-01/2027-01-03"], "work": ["2026-12-26"]}],
    }
    return json.dumps({**raw, **changes})


def test_every_day_agrees_with_an_independent_calendar() -> None:
    differing = [d for d in YEARS if CALENDAR.is_workday(d) != chinese_calendar.is_workday(d)]
    assert differing == []


def test_the_three_years_are_known_and_no_other() -> None:
    assert (CALENDAR.known_from, CALENDAR.known_until) == (date(2024, 1, 1), date(2026, 12, 31))
    assert CALENDAR.knows(date(2026, 12, 31))
    assert not CALENDAR.knows(date(2027, 1, 1))
    assert not CALENDAR.knows(date(2023, 12, 31))


def test_each_year_names_its_notice() -> None:
    numbers = [notice.number for notice in CALENDAR.notices]
    assert numbers == ["国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号"]


@pytest.mark.parametrize(
    ("day", "name", "works"),
    [
        (date(2024, 2, 9), "周五", True),  # 除夕, left to employers in 2024
        (date(2024, 2, 10), "春节", False),
        (date(2024, 6, 10), "端午节", False),
        (date(2025, 1, 28), "春节", False),
        (date(2025, 10, 8), "国庆节、中秋节", False),
        (date(2025, 10, 11), "国庆节、中秋节调休上班", True),
        (date(2026, 1, 4), "元旦调休上班", True),
        (date(2026, 5, 9), "劳动节调休上班", True),
        (date(2026, 9, 27), "中秋节", False),
        (date(2026, 10, 7), "国庆节", False),
        (date(2026, 11, 21), "周六", False),
        (date(2026, 11, 22), "周日", False),
        (date(2026, 11, 23), "周一", True),
    ],
)
def test_a_day_has_its_name(day: date, name: str, works: bool) -> None:  # noqa: FBT001 - a column
    assert CALENDAR.name_of(day) == name
    assert CALENDAR.is_workday(day) is works
    assert CALENDAR.is_rest(day) is not works


def test_every_holiday_of_the_year_is_named() -> None:
    for notice in CALENDAR.notices:
        names = "".join(holiday.name for holiday in notice.holidays)
        for name in ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"):
            assert name in names, notice.year


def test_makeup_days_are_worked_weekends_and_weekdays_are_none() -> None:
    makeup = [day for day in YEARS if CALENDAR.is_makeup(day)]
    assert makeup == [
        *(date(2024, m, d) for m, d in [(2, 4), (2, 18), (4, 7), (4, 28)]),
        *(date(2024, m, d) for m, d in [(5, 11), (9, 14), (9, 29), (10, 12)]),
        *(date(2025, m, d) for m, d in [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)]),
        *(date(2026, m, d) for m, d in [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]),
    ]


def test_working_days_between_two_days_leave_out_the_first() -> None:
    assert CALENDAR.workdays_between(date(2026, 9, 23), date(2026, 10, 8)) == 5
    assert CALENDAR.workdays_between(date(2026, 10, 8), date(2026, 10, 8)) == 0


def test_a_new_notice_makes_a_new_calendar_and_leaves_the_old() -> None:
    later = CALENDAR.with_notice(Notice.parse(notice_of_2027()))
    assert later.name_of(date(2027, 1, 1)) == "元旦"
    assert later.is_rest(date(2027, 1, 1))
    assert later.is_workday(date(2026, 12, 26))
    assert later.knows(date(2027, 6, 1))
    assert not CALENDAR.knows(date(2027, 1, 1))
    assert CALENDAR.is_rest(date(2026, 12, 26))


def test_a_corrected_notice_takes_the_place_of_the_old_one() -> None:
    first = CALENDAR.with_notice(Notice.parse(notice_of_2027()))
    spring = [{"name": "元旦", "rest": ["2027-01-01"], "work": []}]
    second = first.with_notice(Notice.parse(notice_of_2027(holidays=spring)))
    assert second.is_rest(date(2026, 12, 26))
    assert [notice.year for notice in second.notices] == [2024, 2025, 2026, 2027]


@pytest.mark.parametrize(
    ("holidays", "why"),
    [
        (
            [{"name": "元旦", "rest": ["2027-01-01", "2027-01-01"], "work": []}],
            "两次写到2027-01-01",
        ),
        ([{"name": "元旦", "rest": ["2027-01-02"], "work": ["2027-01-02"]}], "两次写到2027-01-02"),
        ([{"name": "元旦", "rest": ["2027-01-01"], "work": ["2027-01-04"]}], "本来就上班"),
        ([{"name": "元旦", "rest": ["2028-01-01"], "work": []}], "不在2027年放假通知"),
        ([{"name": "元旦", "rest": ["2027-01-03/2027-01-01"], "work": []}], "元旦的日期先后颠倒"),
        ([{"name": "元旦", "rest": ["2027-13-01"], "work": []}], "元旦的日期“2027-13-01”写法有误"),
        ([{"name": "元旦", "rest": ["20270101"], "work": []}], "应当如2026-10-08"),
        ([{"name": "元旦", "rest": [20270101], "work": []}], "应当写在引号内"),
        ([{"name": "元旦", "rest": ["2027-01-01"]}], "元旦缺少“work”（调休上班日期）"),
        ([{"rest": ["2027-01-01"], "work": []}], "第1个节日缺少“name”（节日名称）"),
        (["元旦"], "第1个节日缺少"),
        ([{"name": "", "rest": ["2027-01-01"], "work": []}], "应当是一段文字"),
        ({}, "“holidays”（各节日）应当是一个列表"),
        ([], "没有写明任何放假日期"),
    ],
)
def test_a_notice_that_is_wrong_is_refused_and_says_where(holidays: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Notice.parse(notice_of_2027(holidays=holidays))


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("year", "2027", "文件的“year”（年份）应当是一个整数"),
        ("year", True, "应当是一个整数"),
        ("year", 27, "年份应当在"),
        ("issued", "11月20日", "发布日期的日期“11月20日”写法有误"),
        ("number", "", "“number”（发文字号）应当是一段文字"),
    ],
)
def test_the_head_of_a_notice_is_checked_too(field: str, value: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Notice.parse(notice_of_2027(**{field: value}))


def test_what_is_no_json_is_told_with_line_and_column() -> None:
    with pytest.raises(ValueError, match="第1行第1列附近有误"):
        Notice.parse("放假")
    with pytest.raises(ValueError, match="文件缺少“year”"):
        Notice.parse("[]")


def test_a_calendar_has_no_hole_between_its_years() -> None:
    holiday = Holiday("元旦", (date(2028, 1, 1),), ())
    leap = Notice(2028, "关于2028年部分节假日安排的通知", "试", date(2027, 11, 1), (holiday,))
    with pytest.raises(ValueError, match="逐年相连"):
        CALENDAR.with_notice(leap)
    with pytest.raises(ValueError, match="逐年相连"):
        Calendar([])


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2300, 1, 1)])
def test_a_day_beyond_the_calendar_is_not_guessed(day: date) -> None:
    with pytest.raises(LookupError, match="beyond the calendar"):
        CALENDAR.is_workday(day)


def test_a_year_at_a_glance_has_every_day_with_its_kind() -> None:
    """每日是工作日、周末、放假还是调休上班."""
    year = CALENDAR.year(2026)
    days = {day.on: day for month in year.months for day in month.days}
    assert len(days) == 365
    assert [month.number for month in year.months] == list(range(1, 13))
    assert days[date(2026, 10, 3)] == Day(date(2026, 10, 3), DayKind.HOLIDAY, "国庆节")
    assert days[date(2026, 10, 10)].kind is DayKind.MAKEUP
    assert days[date(2026, 10, 11)].kind is DayKind.WEEKEND
    assert days[date(2026, 10, 12)].kind is DayKind.WORK
    assert year.notice is CALENDAR.notices[-1]


@pytest.mark.parametrize("number", [2024, 2025, 2026])
def test_a_year_at_a_glance_counts_the_days_worked(number: int) -> None:
    year = CALENDAR.year(number)
    expected = chinese_calendar.get_workdays(date(number, 1, 1), date(number, 12, 31))
    assert year.workdays == len(expected)
    assert year.months[9].workdays == sum(day.month == 10 for day in expected)


def test_a_year_without_a_notice_is_known_by_its_weekends_and_fixed_holidays() -> None:
    """放假通知公布前，公历固定的节日也放假 (全国年节及纪念日放假办法 2)."""
    year = CALENDAR.year(2027)
    assert year.notice is None
    days = [day for month in year.months for day in month.days]
    resting = {(d.on.month, d.on.day): d.name for d in days if d.kind is DayKind.HOLIDAY}
    assert resting == {
        (1, 1): "元旦",
        (5, 1): "劳动节",
        (5, 2): "劳动节",
        (10, 1): "国庆节",
        (10, 2): "国庆节",
        (10, 3): "国庆节",
    }
    assert not any(day.kind is DayKind.MAKEUP for day in days)


def test_a_period_that_ends_on_a_fixed_holiday_of_an_unknown_year_rolls_on_provisionally() -> None:
    """2027年1月1日周五元旦，期限顺延至4日周一，仍为暂定 (CPL 85)."""
    reckoning = CalendarDays(60).reckon(date(2026, 11, 2), CALENDAR)
    assert (reckoning.last_day, reckoning.provisional) == (date(2027, 1, 4), True)
    assert CALENDAR.roll(date(2027, 10, 1)) == date(2027, 10, 4)


def test_before_the_measures_of_2024_no_holiday_is_fixed_without_a_notice() -> None:
    """2024年以前没有通知的年份只知周末；放假办法2024年修订自2025年起施行."""
    kinds = {day.kind for month in CALENDAR.year(2023).months for day in month.days}
    assert kinds == {DayKind.WORK, DayKind.WEEKEND}


def test_every_rest_and_makeup_day_bears_the_name_of_its_holiday() -> None:
    """放假日和调休上班日逐一以节日为名，其余日以星期为名."""
    named = {
        day: holiday.name
        for notice in CALENDAR.notices
        for holiday in notice.holidays
        for day in (*holiday.rest, *holiday.work)
    }
    makeup = {day for day in named if CALENDAR.is_workday(day)}
    for day in YEARS:
        if day in makeup:
            assert CALENDAR.name_of(day) == f"{named[day]}调休上班"
        else:
            assert CALENDAR.name_of(day) == named.get(day, WEEKDAYS[day.weekday()])


_ENGLISH = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Tomb-sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-autumn Festival",
    "国庆节": "National Day",
}


def test_the_names_of_the_holidays_agree_with_an_independent_calendar() -> None:
    """放假的工作日，其节日名称与独立日历一致."""
    differing = []
    for day in YEARS:
        off, english = chinese_calendar.get_holiday_detail(day)
        if off and english:
            ours = CALENDAR.name_of(day).split("、")
            if english not in {_ENGLISH[name] for name in ours}:
                differing.append((day, english, ours))
    assert differing == []
