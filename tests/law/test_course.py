"""期限的进行, on the real calendar: time left out, extensions, caps, and what is left."""

from datetime import date, datetime

import pytest

from shared.law.article import ARL, ARR2026, OGI, RULES
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Exclusion, Extension, Request, rest_of
from shared.law.day import NEVER
from shared.law.period import (
    CITY,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    Period,
    Reckoning,
    WorkingDays,
    Years,
    end_of,
    parse_period,
)

SIXTY = CalendarDays(60)


def day(text: str) -> date:
    return date.fromisoformat(text)


def suspended(after: str, until: str | None) -> Exclusion:
    return Exclusion(day(after), day(until) if until else None, "行政复议中止", ARL[39])


def inspected(after: str, until: str) -> Exclusion:
    return Exclusion(day(after), day(until), "现场勘验", ARR2026[45])


def longer(period: Period) -> Extension:
    return Extension(period, "情况复杂", ARL[62].par(1), "行政复议机构负责人")


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


def test_hours_are_extended_by_hours_and_by_nothing_else() -> None:
    moment = datetime(2026, 11, 20, 9, 20, tzinfo=CITY)
    more = Hours(2).reckon(moment.date(), CALENDAR, moment, extensions=[longer(Hours(3))])
    assert more.until == datetime(2026, 11, 20, 15, 0, tzinfo=CITY)
    with pytest.raises(ValueError, match="no real time"):
        Hours(2).reckon(moment.date(), CALENDAR, moment, extensions=[longer(CalendarDays(1))])
    with pytest.raises(ValueError, match="needs a moment"):
        SIXTY.reckon(day("2026-07-02"), CALENDAR, extensions=[longer(Hours(1))])


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


def test_what_stands_still_has_its_extension_still_before_it() -> None:
    held = SIXTY.reckon(
        day("2026-07-02"),
        CALENDAR,
        exclusions=[suspended("2026-07-20", None)],
        extensions=[longer(CalendarDays(30))],
    )
    assert held.left == (CalendarDays(42), CalendarDays(30))
    assert held.extensions[0].raw_end == day("2026-09-30")


def test_a_suspension_that_begins_after_the_end_does_not_hold_it_up() -> None:
    assert not decide(suspended("2026-08-31", None)).standing_still


def test_a_suspension_that_lasts_among_the_rolled_days_holds_the_end_up() -> None:
    held = decide(suspended("2025-08-03", None), start="2025-06-04")
    assert (held.standing_still, held.left) == (True, ())


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


def test_a_firm_cap_makes_a_provisional_date_firm() -> None:
    cap = Cap(Years(1), day("2025-12-10"), ARL[20].par(3))
    assert SIXTY.reckon(day("2026-11-20"), CALENDAR).provisional
    assert not SIXTY.reckon(day("2026-11-20"), CALENDAR, caps=[cap]).provisional


def test_who_approved_and_why_is_kept() -> None:
    [told] = SIXTY.reckon(
        day("2026-07-02"), CALENDAR, extensions=[longer(CalendarDays(30))]
    ).extensions
    assert told.extension.approved_by == "行政复议机构负责人"
    assert told.extension.article == ARL[62].par(1)


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
