"""期间, periods on the real calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.law.calendar import CALENDAR
from shared.law.period import (
    CITY,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    Period,
    WorkingDays,
    Years,
    day_of_expiry,
    end_of,
    legal_day,
    parse_period,
)


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2023-12-29", 3, "2024-01-04"),  # 元旦
        ("2024-02-02", 5, "2024-02-08"),  # 春节前，周日调休上班
        ("2024-02-08", 3, "2024-02-19"),  # 春节
        ("2024-04-02", 3, "2024-04-08"),  # 清明节
        ("2024-04-26", 5, "2024-05-07"),  # 劳动节
        ("2024-05-06", 7, "2024-05-14"),  # 劳动节后，周六调休上班
        ("2024-06-06", 3, "2024-06-12"),  # 端午节
        ("2024-09-12", 3, "2024-09-18"),  # 中秋节
        ("2024-09-27", 5, "2024-10-10"),  # 国庆节
        ("2024-10-08", 7, "2024-10-16"),  # 国庆节后，周六调休上班
        ("2024-12-30", 3, "2025-01-03"),  # 元旦
        ("2025-01-24", 5, "2025-02-07"),  # 春节
        ("2025-02-05", 3, "2025-02-08"),  # 止于调休上班的周六
        ("2025-04-02", 3, "2025-04-08"),  # 清明节
        ("2025-04-25", 5, "2025-05-06"),  # 劳动节
        ("2025-05-29", 3, "2025-06-04"),  # 端午节
        ("2025-09-26", 5, "2025-10-10"),  # 国庆节、中秋节
        ("2025-09-30", 3, "2025-10-11"),  # 止于调休上班的周六
        ("2025-12-31", 3, "2026-01-06"),  # 元旦
        ("2026-02-12", 5, "2026-02-26"),  # 春节
        ("2026-02-24", 5, "2026-03-02"),  # 春节后，周六调休上班
        ("2026-04-02", 3, "2026-04-08"),  # 清明节
        ("2026-04-29", 5, "2026-05-09"),  # 劳动节，止于调休上班的周六
        ("2026-06-17", 3, "2026-06-23"),  # 端午节
        ("2026-09-18", 3, "2026-09-22"),  # 国庆节前，周日调休上班
        ("2026-09-23", 5, "2026-10-08"),  # 中秋节和国庆节
        ("2026-10-08", 3, "2026-10-12"),  # 国庆节后，周六调休上班
        ("2026-11-21", 5, "2026-11-27"),  # 周六网上收到，自周一起算
    ],
)
def test_working_days_skip_each_holiday_and_count_each_makeup_day(
    start: str, days: int, last: str
) -> None:
    """三日、五日、七日、十日为工作日，不含法定休假日 (ARL 88)."""
    found = WorkingDays(days).last_day(date.fromisoformat(start), CALENDAR)
    assert found.isoformat() == last


@pytest.mark.parametrize(
    ("start", "period", "last"),
    [
        ("2026-03-09", "60d", "2026-05-08"),  # 届满日为工作日
        ("2025-06-04", "60d", "2025-08-04"),  # 届满日为周日
        ("2026-07-02", "30d", "2026-08-03"),  # 届满日为周六
        ("2023-12-14", "60d", "2024-02-18"),  # 春节后第一日是调休上班的周日
        ("2025-08-02", "60d", "2025-10-09"),  # 国庆节、中秋节
        ("2026-01-16", "30d", "2026-02-24"),  # 春节
        ("2026-09-11", "15d", "2026-09-28"),  # 中秋节
        ("2026-03-10", "60d", "2026-05-09"),  # 调休上班的周六不是休假日
        ("2026-01-31", "1m", "2026-02-28"),  # 二月无三十一日；该周六调休上班
        ("2024-01-31", "1m", "2024-02-29"),
        ("2025-11-30", "3m", "2026-02-28"),
        ("2026-03-15", "6m", "2026-09-15"),
        ("2025-12-15", "1m", "2026-01-15"),
        ("2024-02-29", "1y", "2025-02-28"),
        ("2025-10-01", "1y", "2026-10-08"),
        ("2006-03-02", "20y", "2026-03-02"),
    ],
)
def test_a_period_that_ends_on_a_rest_day_ends_on_the_next_day_that_is_none(
    start: str, period: str, last: str
) -> None:
    """期间届满的最后一日是法定休假日的，以其后的第一日为届满日 (CPL 85; CCL 202)."""
    found = parse_period(period).last_day(date.fromisoformat(start), CALENDAR)
    assert found.isoformat() == last


def test_the_raw_end_is_kept_for_an_extension() -> None:
    """延长自未顺延的届满日接续计算，只顺延一次 (ARL 62)."""
    raw = CalendarDays(60).raw_end(date(2025, 6, 4), CALENDAR)
    assert raw == date(2025, 8, 3)
    assert CalendarDays(30).last_day(raw, CALENDAR) == date(2025, 9, 2)


def test_a_period_in_days_ends_at_midnight_of_the_city() -> None:
    """期间届满日至二十四时止 (CCL 203)."""
    until = WorkingDays(5).until(date(2026, 9, 23), None, CALENDAR)
    assert until == datetime(2026, 10, 9, 0, 0, tzinfo=CITY)
    assert until == datetime(2026, 10, 8, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begun", "period", "until"),
    [
        ("2026-11-20T09:20+08:00", Hours(2), "2026-11-20T12:00+08:00"),
        ("2026-11-20T10:00+08:00", Hours(2), "2026-11-20T13:00+08:00"),
        ("2026-11-20T23:59+08:00", Hours(24), "2026-11-22T00:00+08:00"),
        ("2026-11-20T01:20Z", Hours(1), "2026-11-20T11:00+08:00"),
        ("2026-11-20T09:20+08:00", Minutes(30), "2026-11-20T09:50+08:00"),
    ],
)
def test_the_hour_in_which_a_period_starts_is_not_counted(
    begun: str, period: Period, until: str
) -> None:
    """期间开始的时，不计算在期间内 (CPL 85)."""
    moment = datetime.fromisoformat(begun)
    found = period.until(legal_day(moment), moment, CALENDAR)
    assert found == datetime.fromisoformat(until)


def test_hours_run_through_rest_days_and_do_not_roll() -> None:
    """只有期间的最后一日才顺延 (CPL 85)."""
    saturday = datetime(2026, 11, 21, 9, 20, tzinfo=CITY)
    assert Hours(24).until(saturday.date(), saturday, CALENDAR).date() == date(2026, 11, 22)


def test_hours_need_a_moment() -> None:
    with pytest.raises(ValueError, match="need a moment"):
        Hours(2).until(date(2026, 11, 20), None, CALENDAR)
    with pytest.raises(ValueError, match="needs a moment"):
        Hours(2).last_day(date(2026, 11, 20), CALENDAR)
    with pytest.raises(ValueError, match="no time zone"):
        Hours(2).until(date(2026, 11, 20), datetime(2026, 11, 20, 9), CALENDAR)  # noqa: DTZ001 - on purpose


def test_the_legal_day_is_that_of_the_city() -> None:
    """法律上的日期以本市时间为准."""
    assert legal_day(datetime(2026, 6, 30, 15, 59, tzinfo=UTC)) == date(2026, 6, 30)
    assert legal_day(datetime(2026, 6, 30, 16, 0, tzinfo=UTC)) == date(2026, 7, 1)
    with pytest.raises(ValueError, match="no time zone"):
        legal_day(datetime(2026, 6, 30, 16, 0))  # noqa: DTZ001 - on purpose


def test_a_lapse_is_dated_the_last_day_and_not_the_day_after() -> None:
    """审查期限届满之日起视为受理 (ARL 30)."""
    until = end_of(date(2026, 10, 8))
    assert day_of_expiry(until) == date(2026, 10, 8)
    assert legal_day(until) == date(2026, 10, 9)
    assert day_of_expiry(until + timedelta(minutes=30)) == date(2026, 10, 9)


def test_the_proof_names_every_day_skipped() -> None:
    """受理审查跨中秋节和国庆节 (ARL 30, 88)."""
    proof = WorkingDays(5).reckon(date(2026, 9, 23), CALENDAR)
    named = [f"{day:%m-%d}{name}" for day, name in proof.skipped]
    assert named[:3] == ["09-25中秋节", "09-26中秋节", "09-27中秋节"]
    assert named[3:] == [f"10-0{day}国庆节" for day in range(1, 8)]
    assert (proof.makeup, proof.rolled, proof.provisional) == ((), (), False)
    assert proof.last_day == proof.raw_end == date(2026, 10, 8)
    assert proof.until == end_of(date(2026, 10, 8))


def test_the_proof_names_every_makeup_day_counted() -> None:
    proof = WorkingDays(5).reckon(date(2026, 2, 12), CALENDAR)
    assert proof.makeup == ((date(2026, 2, 14), "春节调休上班"),)
    assert len(proof.skipped) == 9


def test_the_proof_names_the_days_that_carried_the_end_on() -> None:
    proof = CalendarDays(60).reckon(date(2025, 6, 4), CALENDAR)
    assert proof.rolled == ((date(2025, 8, 3), "周日"),)
    assert (proof.raw_end, proof.last_day) == (date(2025, 8, 3), date(2025, 8, 4))
    assert proof.skipped == ()


def test_a_date_that_rests_on_an_unknown_year_is_provisional() -> None:
    """尚无放假通知的年份，所算日期暂定."""
    assert WorkingDays(5).reckon(date(2026, 12, 29), CALENDAR).provisional
    assert CalendarDays(60).reckon(date(2026, 11, 23), CALENDAR).provisional
    assert not WorkingDays(2).reckon(date(2026, 12, 29), CALENDAR).provisional
    assert not CalendarDays(38).reckon(date(2026, 11, 23), CALENDAR).provisional
    assert WorkingDays(3).reckon(date(2023, 12, 29), CALENDAR).provisional


def test_a_roll_inside_the_known_years_is_firm_and_beyond_them_provisional() -> None:
    saturday = date(2026, 12, 26)
    assert not CalendarDays(1).reckon(saturday - timedelta(days=1), CALENDAR).provisional
    assert Years(1).reckon(date(2026, 1, 2), CALENDAR).provisional


def test_the_proof_of_hours_has_its_moment_and_no_rolling() -> None:
    moment = datetime(2026, 11, 20, 23, 10, tzinfo=CITY)
    proof = Hours(2).reckon(moment.date(), CALENDAR, moment)
    assert proof.until == datetime(2026, 11, 21, 2, 0, tzinfo=CITY)
    assert (proof.last_day, proof.rolled) == (date(2026, 11, 21), ())


@pytest.mark.parametrize(
    ("period", "code", "chinese"),
    [
        (WorkingDays(5), "5wd", "5个工作日"),
        (CalendarDays(60), "60d", "60日"),
        (Months(1), "1m", "1个月"),
        (Years(20), "20y", "20年"),
        (Hours(2), "2h", "2小时"),
        (Minutes(30), "30min", "30分钟"),
    ],
)
def test_a_period_is_written_and_read_back(period: Period, code: str, chinese: str) -> None:
    assert period.code == code
    assert parse_period(code) == period
    assert type(parse_period(code)) is type(period)
    assert str(period) == chinese


@pytest.mark.parametrize("code", ["", "5", "wd", "5 wd", "-5d", "5w", "1.5d", "5WD"])
def test_what_is_no_period_is_not_read(code: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        parse_period(code)


def test_a_period_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="no period"):
        CalendarDays(0)
    with pytest.raises(ValueError, match="no period"):
        parse_period("0d")


def test_units_are_never_confused() -> None:
    """五个工作日不是五日 (ARL 88)."""
    assert WorkingDays(5) != CalendarDays(5)
    assert len({WorkingDays(5), WorkingDays(5), CalendarDays(5), Hours(5), Minutes(5)}) == 4
