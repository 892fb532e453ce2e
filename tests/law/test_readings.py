"""读法: each way gives its own date, and the proof says which was taken."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from services.reconsideration.domain.conduct.joining import consulting
from services.reconsideration.domain.handling import Track, conversion, deciding
from services.reconsideration.domain.ordering import performing
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import LeftOut
from shared.contracts.routing import Compulsory
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Course, Extension
from shared.law.coursetext import course_in, course_text
from shared.law.period import CalendarDays, WorkingDays, Years
from shared.law.proof import Proof
from shared.law.readings import READINGS, REGISTER, chosen, load
from shared.law.reckoning import Reckoning
from shared.law.reconsidering.compulsory import Disclosure, Situation, compulsory_first
from shared.law.reconsidering.filing import Known, bounds, by_organ, left_out

JUNE = Known(
    on=date(2026, 7, 31),
    learnt_on=date(2025, 8, 1),
    content_on=date(2025, 8, 1),
    done_on=date(2021, 8, 1),
    told=False,
)
"""Whose one year ends on a Saturday, and its five years on a Sunday."""


def last(reckoning: Reckoning) -> str:
    return reckoning.last_day.isoformat()


def shown(proof: Proof) -> list[tuple[str, str]]:
    return [(one.name, one.way) for one in proof.shown]


def proof(reckoning: Reckoning) -> Proof:
    return Proof(term="审理期限", article=ARL[62], because="受理", reckoning=reckoning)


def test_the_hub_comes_with_the_usual_way_of_each_reading() -> None:
    """未另行选择的，采用第一种读法."""
    assert chosen({}) == READINGS
    assert all(len(each.ways) > 1 for each in REGISTER)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param('extention = "raw_end"', "没有这种读法：extention", id="no such reading"),
        pytest.param('extension = "both"', "只能是raw_end、last_day", id="no such way"),
    ],
)
def test_a_word_that_is_no_reading_stops_the_start(text: str, why: str, tmp_path: Path) -> None:
    """读法写错的，指出并拒绝."""
    path = tmp_path / "readings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        load(path)


@pytest.mark.parametrize(("rolled", "until"), [(False, "2025-09-02"), (True, "2025-09-03")])
def test_an_extension_runs_on_from_the_raw_end_or_from_the_rolled_one(
    rolled: bool,  # noqa: FBT001 - a column
    until: str,
) -> None:
    """延长自未经顺延的最后一日接续，另一种读法晚一日 (ARL 62)."""
    more = Extension(CalendarDays(30), "情况复杂", ARL[62].par(1), rolled=rolled)
    found = CalendarDays(60).reckon(date(2025, 6, 4), CALENDAR, extensions=[more])
    assert last(found) == until
    assert shown(proof(found)) == [("extension", "last_day" if rolled else "raw_end")]


def test_where_both_ways_give_one_date_no_reading_is_shown() -> None:
    """最后一日是工作日的，两种读法没有区别 (ARL 62)."""
    more = Extension(CalendarDays(30), "情况复杂", ARL[62].par(1))
    found = CalendarDays(60).reckon(date(2025, 6, 5), CALENDAR, extensions=[more])
    assert shown(proof(found)) == []


def test_a_reading_stands_in_the_table_and_the_data_of_a_proof() -> None:
    """期限说明写明所采用的读法和没有写明的条文 (ARL 62)."""
    more = Extension(CalendarDays(30), "情况复杂", ARL[62].par(1))
    told = proof(CalendarDays(60).reckon(date(2025, 6, 4), CALENDAR, extensions=[more]))
    assert "没有写明" in dict(told.table())["读法"]
    [one] = told.data()["readings"]
    assert (one["name"], one["article"]["code"]) == ("extension", "ARL 62(1)")


@pytest.mark.parametrize(
    ("way", "ends"),
    [
        pytest.param("rolls", ["2026-08-03", "2026-08-03"], id="both caps roll to Monday"),
        pytest.param("stands", ["2026-08-01", "2026-08-01"], id="neither does"),
    ],
)
def test_a_cap_rolls_or_stands(way: str, ends: list[str]) -> None:
    """一年、五年的末日都是2026年8月1日，星期六 (ARL 20, 21)."""
    found = bounds(replace(JUNE, readings=READINGS.having(cap=way)), CALENDAR)
    assert [last(each.reckoning) for each in found] == ends
    assert [shown(each) for each in found] == [[("cap", way)]] * 2
    capped = CalendarDays(400).reckon(
        date(2025, 8, 1), CALENDAR, caps=[Cap(Years(1), date(2025, 8, 1), ARL[20], way == "rolls")]
    )
    assert last(capped) == ends[0]


@pytest.mark.parametrize(
    ("way", "until"), [("both_days", "2026-12-03"), ("last_day", "2026-12-02")]
)
def test_of_a_suit_that_came_too_early_both_days_or_only_the_last_are_left_out(
    way: str, until: str
) -> None:
    """起诉之日至裁定送达之日不计入 (ARR2026 26)."""
    read, on = READINGS.having(left_out=way), date(2026, 11, 23)
    days = (date(2026, 8, 20), date(2026, 10, 20))
    known = Known(
        on=on,
        learnt_on=date(2026, 8, 3),
        content_on=None,
        exclusions=(left_out(LeftOut.SUIT, *days, on, readings=read),),
        readings=read,
    )
    [found] = bounds(known, CALENDAR)
    assert (last(found.reckoning), shown(found)) == (until, [("left_out", way)])


def test_an_obstacle_is_left_out_whole_in_every_reading() -> None:
    """障碍期间不计入，自消除之日起继续计算 (ARL 20)."""
    days = (date(2026, 8, 20), date(2026, 9, 1), date(2026, 11, 23))
    read = [READINGS.having(left_out=way) for way in ("both_days", "last_day")]
    one, other = (left_out(LeftOut.OBSTACLE, *days, readings=each) for each in read)
    assert one == other


def test_the_ten_days_of_2007_are_calendar_days_or_working_days() -> None:
    """协商、指定的十日 (ARR2007 30)."""
    assert consulting() == CalendarDays(10)
    assert consulting(READINGS.having(consultation="working_days")) == WorkingDays(10)


@pytest.mark.parametrize(
    ("way", "until"), [("acceptance", "2026-11-06"), ("conversion", "2026-11-27")]
)
def test_after_conversion_sixty_days_count_from_acceptance_or_from_conversion(
    way: str, until: str
) -> None:
    """转为普通程序后的六十日 (ARL 55, 62)."""
    found = deciding(
        *(date(2026, 9, 7), CALENDAR, Track.ORDINARY),
        converted_on=date(2026, 9, 28),
        readings=READINGS.having(conversion=way),
    )
    assert (last(found.reckoning), shown(found)) == (until, [("conversion", way)])


def test_conversion_is_open_while_the_thirty_days_run_or_until_the_decision() -> None:
    """简易程序期限届满后能否转换 (ARL 55)."""
    late = (date(2026, 10, 8), date(2026, 10, 9))
    assert conversion(*late).met is False
    assert conversion(*late, READINGS.having(conversion_window="any_time")).met is True


@pytest.mark.parametrize(("way", "until"), [("service", "2026-12-21"), ("decision", "2026-12-14")])
def test_the_sixty_days_for_a_new_act_run_from_service_or_from_the_decision(
    way: str, until: str
) -> None:
    """重新作出的六十日 (ARR2026 58)."""
    days = (date(2026, 10, 20), date(2026, 10, 20))
    made, read = date(2026, 10, 15), READINGS.having(redo=way)
    found = performing(None, *days, CALENDAR, redo=True, made_on=made, readings=read)
    assert found
    assert (last(found.reckoning), shown(found)) == (until, [("redo", way)])
    written = performing("30d", *days, CALENDAR, redo=True, made_on=made, readings=read)
    assert written
    assert (last(written.reckoning), shown(written)) == ("2026-11-19", [])


def test_who_applies_through_the_organ_has_applied_when_it_or_the_authority_received() -> None:
    """通过作出处罚决定的机关提交 (ARL 32)."""
    assert by_organ()
    assert not by_organ(READINGS.having(through_organ="authority"))


def test_information_that_there_is_not_leaves_a_free_choice_or_comes_first() -> None:
    """告知不存在、不属于本机关的，条例没有列入前置 (ARR2026 31)."""
    for way, result in (("free", Compulsory.FREE), ("first", Compulsory.REQUIRED)):
        asked = Situation(
            act=ActKind.DISCLOSURE,
            on=date(2026, 7, 1),
            disclosure=Disclosure.ABSENT,
            readings=READINGS.having(absent_information=way),
        )
        assert compulsory_first(asked).compulsory is result


def test_a_running_period_keeps_the_way_in_which_it_was_extended() -> None:
    """已经批准的延长保留当时的读法，此前的案卷按通常读法 (ARL 62)."""
    more = Extension(CalendarDays(30), "情况复杂", ARL[62].par(1), rolled=True)
    assert course_in(course_text(Course(extensions=(more,)))).extensions == (more,)
    old = '{"extensions": [{"by": "30d", "reason": "情况复杂", "article": "ARL 62(1)", '
    [kept] = course_in(old + '"approved_by": "", "on": null}]}').extensions
    assert not kept.rolled
