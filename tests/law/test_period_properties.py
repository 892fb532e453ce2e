"""期间, what holds of every period from every day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.law.calendar import CALENDAR
from shared.law.period import (
    CalendarDays,
    Months,
    Period,
    WorkingDays,
    Years,
    day_of_expiry,
    end_of,
    parse_period,
)

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
COUNTS = st.integers(1, 90)
UNITS = st.sampled_from([WorkingDays, CalendarDays, Months, Years])


@given(DAYS, COUNTS)
def test_working_days_are_those_counted_one_by_one(start: date, count: int) -> None:
    """逐日计数，与查表结果一致 (ARL 88)."""
    day, left = start, count
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_workday(day)
    assert WorkingDays(count).last_day(start, CALENDAR) == day
    assert CALENDAR.workdays_between(start, day) == count


@given(DAYS)
def test_a_day_rolls_to_the_first_day_that_is_worked(day: date) -> None:
    expected = day
    while CALENDAR.is_rest(expected):
        expected += timedelta(days=1)
    assert CALENDAR.roll(day) == expected


@given(UNITS, DAYS, COUNTS)
def test_a_period_ends_on_a_day_that_is_no_rest_day(
    unit: type[Period], start: date, count: int
) -> None:
    """届满日不会是法定休假日 (CPL 85)."""
    last = unit(count).last_day(start, CALENDAR)
    assert last > start
    assert CALENDAR.is_workday(last)


@given(UNITS, DAYS, COUNTS)
def test_a_longer_period_never_ends_sooner(unit: type[Period], start: date, count: int) -> None:
    shorter, longer = unit(count), unit(count + 1)
    assert shorter.last_day(start, CALENDAR) <= longer.last_day(start, CALENDAR)


@given(UNITS, DAYS, COUNTS)
def test_a_later_start_never_ends_sooner(unit: type[Period], start: date, count: int) -> None:
    period, later = unit(count), start + timedelta(days=1)
    assert period.last_day(start, CALENDAR) <= period.last_day(later, CALENDAR)


@given(UNITS, DAYS, COUNTS)
def test_the_proof_gives_the_date_and_accounts_for_every_day(
    unit: type[Period], start: date, count: int
) -> None:
    period = unit(count)
    proof = period.reckon(start, CALENDAR)
    assert proof.last_day == period.last_day(start, CALENDAR)
    assert proof.until == period.until(start, None, CALENDAR)
    assert proof.raw_end + timedelta(days=len(proof.rolled)) == proof.last_day
    assert all(CALENDAR.is_rest(day) for day, _ in (*proof.skipped, *proof.rolled))
    if unit is WorkingDays:
        assert start + timedelta(days=count + len(proof.skipped)) == proof.last_day


@given(DAYS)
def test_the_end_of_a_day_still_belongs_to_it(day: date) -> None:
    assert day_of_expiry(end_of(day)) == day


@given(UNITS, st.integers(1, 10_000))
def test_a_code_names_one_period(unit: type[Period], count: int) -> None:
    assert parse_period(unit(count).code) == unit(count)
