"""期限图, a picture that can be printed in black and white and read aloud."""

import re
from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.course import Cap, Exclusion, Extension
from shared.law.period import CITY, CalendarDays, Hours, Months, Period, WorkingDays, Years
from shared.law.picture.marks import Kind, marks
from shared.law.proof import Proof
from shared.law.reckoning import Reckoning

SVG = "{http://www.w3.org/2000/svg}"


def suspended(after: date, until: date | None) -> Exclusion:
    return Exclusion(after, until, "行政复议中止", ARL[39])


def drawn(reckoning: Reckoning, term: str = "审理期限") -> ET.Element:
    told = Proof(term=term, article=ARL[62], because="受理", reckoning=reckoning)
    return ET.fromstring(told.svg())  # noqa: S314 - our own picture


def texts(picture: ET.Element) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text")]


REVIEW = WorkingDays(5).reckon(date(2026, 9, 23), CALENDAR)
LONG = Years(5).reckon(date(2021, 3, 2), CALENDAR)


@pytest.mark.parametrize("reckoning", [REVIEW, LONG], ids=["months", "bar"])
def test_a_screen_reader_is_told_title_and_sentence(reckoning: Reckoning) -> None:
    picture = drawn(reckoning)
    title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert picture.get("role") == "img"
    assert title is not None
    assert desc is not None
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == f"审理期限：{reckoning.period}"
    assert (desc.text or "").endswith("届满。")


@pytest.mark.parametrize("reckoning", [REVIEW, LONG], ids=["months", "bar"])
def test_a_picture_stands_by_itself(reckoning: Reckoning) -> None:
    """不引用外部字体、脚本和图片."""
    said = ET.tostring(drawn(reckoning), encoding="unicode")
    assert re.findall(r"https?://[^\"]+", said) == ["http://www.w3.org/2000/svg"]
    assert "script" not in said
    assert "@import" not in said


def test_two_pictures_on_one_page_do_not_share_their_ids() -> None:
    first, second = drawn(REVIEW), drawn(LONG)
    ids = [{e.get("id") for e in picture.iter() if e.get("id")} for picture in (first, second)]
    assert ids[0].isdisjoint(ids[1])


def test_text_is_escaped() -> None:
    picture = drawn(REVIEW, term='<script>alert("&")</script>\x07')
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert (title.text or "").startswith('<script>alert("&")</script>：')
    assert picture.find(f".//{SVG}script") is None


def test_months_show_each_day_with_letter_number_and_holiday() -> None:
    """起、休、止，各日的次序和节日名称."""
    shown = texts(drawn(REVIEW))
    assert "2026年9月" in shown
    assert "2026年10月" in shown
    assert [text for text in shown if re.fullmatch(r"第\d日", text)] == [
        f"第{n}日" for n in range(1, 6)
    ]
    assert (shown.count("国庆节"), shown.count("中秋节")) == (7, 3)
    assert {"起", "休", "止"} <= set(shown)


def test_a_long_period_is_a_bar_with_its_segments_in_days() -> None:
    held = CalendarDays(60).reckon(
        date(2026, 7, 2),
        CALENDAR,
        exclusions=[suspended(date(2026, 7, 20), date(2026, 8, 10))],
        extensions=[Extension(CalendarDays(30), "情况复杂", ARL[62])],
    )
    shown = texts(drawn(held))
    assert {"计入 18日", "停 21日", "计入 42日", "延 30日"} <= set(shown)
    assert "不计入：行政复议中止" in shown
    assert "2026年10月21日（周三）" in shown


def test_a_long_period_of_years_is_one_segment_with_its_own_name() -> None:
    assert "5年" in texts(drawn(LONG))


def test_what_stands_still_has_no_end_in_the_picture() -> None:
    held = CalendarDays(60).reckon(
        date(2026, 7, 2), CALENDAR, exclusions=[suspended(date(2026, 7, 20), None)]
    )
    shown = texts(drawn(held))
    assert "止" not in shown
    assert any("现停止计算，尚余42日" in text for text in shown)


def test_what_stands_still_under_a_cap_is_drawn_to_the_cap() -> None:
    cap = Cap(Years(1), date(2025, 12, 2), ARL[20].par(3))
    out = suspended(date(2026, 5, 20), None)
    held = CalendarDays(60).reckon(date(2026, 5, 10), CALENDAR, exclusions=[out], caps=[cap])
    shown = texts(drawn(held))
    assert {"停止计算中", "止", "2026年12月2日（周三）"} <= set(shown)


def test_days_left_out_among_those_rolled_over_are_marked_as_left_out() -> None:
    out = suspended(date(2025, 8, 3), date(2025, 8, 14))
    found = marks(CalendarDays(60).reckon(date(2025, 6, 4), CALENDAR, exclusions=[out]))
    assert found[date(2025, 8, 3)].kind is Kind.ROLLED
    assert found[date(2025, 8, 4)].kind is Kind.EXCLUDED
    assert found[date(2025, 8, 15)].kind is Kind.LAST


def test_a_provisional_end_has_a_broken_edge_and_says_so() -> None:
    picture = drawn(CalendarDays(60).reckon(date(2026, 11, 24), CALENDAR))
    assert "届满之日：暂定，所涉年份的放假安排尚未公布" in texts(picture)
    assert any(shape.get("stroke-dasharray") == "5 3" for shape in picture.iter(f"{SVG}rect"))


def test_hours_show_their_moments() -> None:
    moment = datetime(2026, 11, 20, 9, 20, tzinfo=CITY)
    shown = texts(drawn(Hours(24).reckon(moment.date(), CALENDAR, moment)))
    assert "09:20" in shown
    assert "10:00" in shown


def test_a_cap_that_ended_before_the_start_is_drawn_all_the_same() -> None:
    cap = Cap(Years(1), date(2025, 3, 2), ARL[20].par(3))
    shown = texts(drawn(CalendarDays(60).reckon(date(2026, 5, 10), CALENDAR, caps=[cap])))
    assert "届满之日：受最长期限限制" in shown
    assert "2026年3月" in shown


def test_every_kind_of_day_but_the_plain_one_has_a_letter_of_its_own() -> None:
    """不以颜色为唯一区别."""
    letters = [kind.letter for kind in Kind]
    assert len(set(letters)) == len(letters)
    assert [kind for kind in Kind if not kind.letter] == [Kind.COUNTED]


PERIODS = st.one_of(
    st.builds(WorkingDays, st.integers(1, 90)),
    st.builds(CalendarDays, st.integers(1, 400)),
    st.builds(Months, st.integers(1, 30)),
    st.builds(Years, st.integers(1, 20)),
)
CAPS = st.lists(PERIODS, max_size=2)
STARTS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(PERIODS, STARTS, st.integers(0, 80), st.none() | st.integers(0, 80), CAPS)
def test_every_course_has_a_picture_and_a_sentence(
    period: Period, start: date, lived: int, length: int | None, caps: list[Period]
) -> None:
    after = date.fromordinal(start.toordinal() + lived)
    until = None if length is None else date.fromordinal(after.toordinal() + length)
    held = period.reckon(
        start,
        CALENDAR,
        exclusions=[suspended(after, until)],
        caps=[Cap(within, start, ARL[20].par(3)) for within in caps],
    )
    told = Proof(term="审理期限", article=ARL[62], because="受理", reckoning=held)
    ET.fromstring(told.svg())  # noqa: S314 - our own picture
    assert told.sentence().count("。") == 1


@given(st.builds(WorkingDays, st.integers(1, 40)), STARTS)
def test_the_numbers_in_the_picture_are_the_days_counted(period: Period, start: date) -> None:
    """图中次序即计数，最后一日为第n日."""
    found = marks(period.reckon(start, CALENDAR))
    numbers = [mark.number for _, mark in sorted(found.items()) if mark.number]
    assert numbers == list(range(1, period.n + 1))
