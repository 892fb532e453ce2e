"""期限的进行, what holds of every course of every period."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from shared.law.article import ARL
from shared.law.calendar import CALENDAR, Holiday, Notice
from shared.law.course import Cap, Exclusion, Extension, rest_of
from shared.law.period import CalendarDays, Months, Period, WorkingDays, Years

DAYS = st.dates(date(2023, 6, 1), date(2026, 12, 31))
PERIODS = st.one_of(
    st.builds(WorkingDays, st.integers(1, 40)),
    st.builds(CalendarDays, st.integers(1, 120)),
    st.builds(Months, st.integers(1, 14)),
    st.builds(Years, st.integers(1, 2)),
)


@st.composite
def exclusions(draw: st.DrawFn) -> Exclusion:
    after, length = draw(DAYS), draw(st.integers(0, 90))
    reason = draw(st.sampled_from(["中止", "鉴定", "勘验"]))
    return Exclusion(after, after + timedelta(days=length), reason, ARL[39])


SEVERAL = st.lists(exclusions(), max_size=5)
EXTENSIONS = st.lists(
    st.builds(
        Extension, st.builds(CalendarDays, st.integers(1, 30)), st.just("复杂"), st.just(ARL[62])
    ),
    max_size=3,
)


def one_by_one(period: Period, start: date, out: list[Exclusion], further: int = 0) -> date:
    """The raw end, day by day, as a clerk with a paper calendar would find it."""
    left = period.n + further
    day = start
    while left:
        day += timedelta(days=1)
        held = any(one.after < day <= (one.until or date.max) for one in out)
        working = not isinstance(period, WorkingDays) or CALENDAR.is_workday(day)
        left -= working and not held
    return day


@given(st.builds(CalendarDays, st.integers(1, 90)), DAYS, SEVERAL, EXTENSIONS)
def test_calendar_days_are_those_counted_one_by_one(
    period: Period, start: date, out: list[Exclusion], more: list[Extension]
) -> None:
    """逐日计数，跳过不计入之日，延长接续计算."""
    found = period.reckon(start, CALENDAR, exclusions=out, extensions=more)
    assert found.raw_end == one_by_one(period, start, out, sum(one.by.n for one in more))


@given(st.builds(WorkingDays, st.integers(1, 30)), DAYS, SEVERAL)
def test_working_days_are_those_counted_one_by_one(
    period: Period, start: date, out: list[Exclusion]
) -> None:
    found = period.reckon(start, CALENDAR, exclusions=out)
    assert found.raw_end == found.last_day == one_by_one(period, start, out)


@given(PERIODS, DAYS, SEVERAL, EXTENSIONS)
def test_time_left_out_and_extensions_never_make_a_period_shorter(
    period: Period, start: date, out: list[Exclusion], more: list[Extension]
) -> None:
    free = period.reckon(start, CALENDAR)
    held = period.reckon(start, CALENDAR, exclusions=out)
    longer = period.reckon(start, CALENDAR, exclusions=out, extensions=more)
    assert free.last_day <= held.last_day <= longer.last_day


@given(PERIODS, DAYS, SEVERAL, st.data())
def test_the_order_in_which_time_left_out_is_told_does_not_matter(
    period: Period, start: date, out: list[Exclusion], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(out))
    held = period.reckon(start, CALENDAR, exclusions=out)
    assert period.reckon(start, CALENDAR, exclusions=shuffled) == held


@given(PERIODS, DAYS, SEVERAL, EXTENSIONS)
def test_a_period_never_ends_on_a_rest_day_nor_on_a_day_left_out(
    period: Period, start: date, out: list[Exclusion], more: list[Extension]
) -> None:
    found = period.reckon(start, CALENDAR, exclusions=out, extensions=more)
    assert CALENDAR.is_workday(found.last_day)
    assert not any(one.after < found.last_day <= (one.until or date.max) for one in out)


@given(st.builds(CalendarDays, st.integers(1, 90)), DAYS, st.integers(0, 60))
def test_time_left_out_at_the_very_start_shifts_the_whole_period(
    period: Period, start: date, days: int
) -> None:
    """自始停止，等于自恢复之日起算."""
    resumed = start + timedelta(days=days)
    out = Exclusion(start, resumed, "中止", ARL[39])
    shifted = period.reckon(resumed, CALENDAR)
    held = period.reckon(start, CALENDAR, exclusions=[out])
    assert (held.raw_end, held.last_day) == (shifted.raw_end, shifted.last_day)


@given(PERIODS, DAYS, st.integers(0, 200), st.integers(0, 60))
def test_the_rest_of_a_period_ends_when_the_period_with_the_obstacle_left_out_ends(
    period: Period, start: date, lived: int, days: int
) -> None:
    """剩余期间自障碍消除之日起继续计算，与整段剔除结果一致 (ARL 20(2))."""
    stopped = start + timedelta(days=lived)
    gone = stopped + timedelta(days=days)
    rest = rest_of(period, start, stopped, CALENDAR)
    assume(rest is not None)
    assert rest is not None
    obstacle = Exclusion(stopped, gone, "不可抗力", ARL[20].par(2))
    whole = period.reckon(start, CALENDAR, exclusions=[obstacle])
    assert rest.reckon(gone, CALENDAR).last_day == whole.last_day


@given(PERIODS, DAYS, st.integers(0, 60))
def test_what_stands_still_ends_as_its_rest_when_it_goes_on(
    period: Period, start: date, days: int
) -> None:
    stopped = start
    still = period.reckon(start, CALENDAR, exclusions=[Exclusion(stopped, None, "中止", ARL[39])])
    resumed = stopped + timedelta(days=days)
    closed = [Exclusion(stopped, resumed, "中止", ARL[39])]
    [left] = still.left
    assert still.standing_still
    after = period.reckon(start, CALENDAR, exclusions=closed)
    assert left.reckon(resumed, CALENDAR).last_day == after.last_day


@given(DAYS, st.integers(1, 60), st.integers(1, 60), SEVERAL)
def test_days_extended_are_a_longer_period_of_days(
    start: date, days: int, more: int, out: list[Exclusion]
) -> None:
    """剔除与延长的先后不影响结果."""
    extended = CalendarDays(days).reckon(
        start,
        CALENDAR,
        exclusions=out,
        extensions=[Extension(CalendarDays(more), "复杂", ARL[62])],
    )
    whole = CalendarDays(days + more).reckon(start, CALENDAR, exclusions=out)
    assert (extended.raw_end, extended.last_day) == (whole.raw_end, whole.last_day)


@given(PERIODS, DAYS, SEVERAL, PERIODS, DAYS)
def test_a_cap_only_shortens(
    period: Period, start: date, out: list[Exclusion], within: Period, begun: date
) -> None:
    free = period.reckon(start, CALENDAR, exclusions=out)
    capped = period.reckon(
        start, CALENDAR, exclusions=out, caps=[Cap(within, begun, ARL[20].par(3))]
    )
    assert capped.last_day == min(free.last_day, within.last_day(begun, CALENDAR))
    assert capped.capped is (capped.last_day < free.last_day)


@given(PERIODS, DAYS, SEVERAL, EXTENSIONS)
def test_reckoning_again_gives_the_same(
    period: Period, start: date, out: list[Exclusion], more: list[Extension]
) -> None:
    """重新计算，结果不变：日期只由区间得出."""
    first = period.reckon(start, CALENDAR, exclusions=out, extensions=more)
    told = [one.exclusion for one in first.exclusions]
    again = [one.extension for one in first.extensions]
    assert period.reckon(start, CALENDAR, exclusions=told, extensions=again) == first


@given(PERIODS, DAYS, SEVERAL)
def test_every_day_that_moved_the_end_is_accounted_for(
    period: Period, start: date, out: list[Exclusion]
) -> None:
    found = period.reckon(start, CALENDAR, exclusions=out)
    free = period.reckon(start, CALENDAR)
    before = [one for one in found.exclusions if one.first and one.first <= found.raw_end]
    taken = sum(one.days for one in before)
    if isinstance(period, WorkingDays):
        assert CALENDAR.workdays_between(free.raw_end, found.raw_end) == taken
    else:
        assert free.raw_end + timedelta(days=taken) == found.raw_end
    assert found.raw_end + timedelta(days=len(found.rolled)) == found.last_day


def _next_year(first: int, length: int) -> Notice:
    begins = date(2027, 1, 1) + timedelta(days=first)
    rest = tuple(begins + timedelta(days=n) for n in range(length))
    return Notice(
        2027, "试", "试", date(2026, 11, 20), (Holiday("试", rest, (date(2027, 12, 25),)),)
    )


@given(PERIODS, DAYS, SEVERAL, st.integers(0, 300), st.integers(1, 9))
def test_a_notice_for_a_later_year_never_moves_a_date_before_it(
    period: Period, start: date, out: list[Exclusion], first: int, length: int
) -> None:
    """新一年的放假通知只改动暂定的日期."""
    later = CALENDAR.with_notice(_next_year(first, length))
    now = period.reckon(start, CALENDAR, exclusions=out)
    then = period.reckon(start, later, exclusions=out)
    assert now.provisional or then == now
    assert now.last_day > date(2026, 12, 31) or then.last_day == now.last_day
