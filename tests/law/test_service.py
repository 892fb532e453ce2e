"""送达, from which day a period runs, and when a paper counts as handed in."""

from datetime import UTC, date, datetime

import pytest

from shared.contracts.service import Manner
from shared.law.article import ARL, ARR2007, ARR2026, CPL, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, CalendarDays, Hours
from shared.law.service import Sending, filing_start, received, served

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)
ON = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("manner", "article"),
    [
        (Manner.ON_THE_SPOT, ARR2026[23].par(1, 1)),
        (Manner.DIRECT, ARR2026[23].par(1, 2)),
        (Manner.FAMILY, ARR2026[23].par(1, 2)),
        (Manner.REFUSED, ARR2026[23].par(1, 2)),
        (Manner.POST, ARR2026[23].par(1, 3)),
        (Manner.ELECTRONIC, ARR2026[23].par(1, 4)),
        (Manner.NOTICE, ARR2026[23].par(1, 5)),
        (Manner.LATER, ARR2026[23].par(1, 6)),
    ],
)
def test_since_july_2026_each_manner_has_its_item(manner: Manner, article: Article) -> None:
    """申请期限依送达方式起算 (ARR2026 23)."""
    assert filing_start(manner, ON, AFTER, CALENDAR).article == article


@pytest.mark.parametrize(
    ("manner", "article"),
    [
        (Manner.ON_THE_SPOT, ARR2007[15].par(1, 1)),
        (Manner.DIRECT, ARR2007[15].par(1, 2)),
        (Manner.RECEIVER, ARR2007[15].par(1, 2)),
        (Manner.POST, ARR2007[15].par(1, 3)),
        (Manner.NOTICE, ARR2007[15].par(1, 4)),
        (Manner.LATER, ARR2007[15].par(1, 5)),
        (Manner.REFUSED, CPL[89]),
        (Manner.ELECTRONIC, CPL[90].par(2)),
    ],
)
def test_before_it_refusal_and_electronic_service_follow_civil_procedure(
    manner: Manner, article: Article
) -> None:
    """2007年条例未规定拒收和电子送达，依民事诉讼法 (ARR2007 15; ARL 88)."""
    assert filing_start(manner, ON, BEFORE, CALENDAR).article == article


@pytest.mark.parametrize("manner", [each for each in Manner if each is not Manner.NOTICE])
def test_the_day_is_the_one_that_the_evidence_shows(manner: Manner) -> None:
    """送达日期为签收、拒收、到达之日 (CPL 87-94)."""
    found = served(manner, ON, CALENDAR)
    assert (found.on, found.proof) == (ON, None)
    assert found.article.statute is CPL
    assert found.evidence
    assert found.because


def test_a_notice_serves_when_thirty_days_have_passed() -> None:
    """公告送达，自发出公告之日起经过三十日 (CPL 95)."""
    found = served(Manner.NOTICE, date(2026, 3, 9), CALENDAR)
    assert found.on == date(2026, 4, 8)
    assert found.proof is not None
    assert found.proof.reckoning.start == date(2026, 3, 9)
    assert "30日" in found.proof.sentence()


def test_a_notice_that_ends_in_a_holiday_ends_after_it() -> None:
    """公告期届满日在国庆节的，顺延 (CPL 85) [D]."""
    assert served(Manner.NOTICE, date(2026, 9, 3), CALENDAR).on == date(2026, 10, 8)


def test_the_filing_period_after_a_notice_of_its_own_length() -> None:
    """公告规定的期限届满之日起算 (ARR2026 23)."""
    start = filing_start(Manner.NOTICE, date(2026, 7, 1), AFTER, CALENDAR, notice_days=10)
    assert start.on == date(2026, 7, 13)
    assert CalendarDays(60).reckon(start.on, CALENDAR).last_day == date(2026, 9, 11)


def test_the_record_of_the_post_counts_only_since_july_2026() -> None:
    """没有签收单的，邮政机构的记载自2026年7月1日起可作依据 (ARR2026 23; ARR2007 15)."""
    assert "邮政机构" in filing_start(Manner.POST, ON, AFTER, CALENDAR).evidence
    assert "邮政机构" not in filing_start(Manner.POST, ON, BEFORE, CALENDAR).evidence


def test_electronic_service_needs_consent_and_refusal_needs_witnesses_or_pictures() -> None:
    """电子送达须经同意；留置送达须有见证或者拍照、录像 (CPL 89, 90)."""
    assert "同意" in served(Manner.ELECTRONIC, ON, CALENDAR).condition
    refused = served(Manner.REFUSED, ON, CALENDAR).condition
    assert "见证人" in refused
    assert "录像" in refused


def test_another_law_may_fix_the_start_after_electronic_service() -> None:
    """法律、行政法规另有规定的除外 (ARR2026 23(1)(4))."""
    assert "另有规定" in filing_start(Manner.ELECTRONIC, ON, AFTER, CALENDAR).condition
    assert "另有规定" not in filing_start(Manner.ELECTRONIC, ON, BEFORE, CALENDAR).condition


def test_the_moment_of_service_is_kept_for_hours() -> None:
    moment = datetime(2026, 6, 15, 9, 20, tzinfo=CITY)
    assert served(Manner.ELECTRONIC, ON, CALENDAR, moment=moment).moment == moment


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        (datetime(2026, 10, 3, 23, 59, tzinfo=CITY), date(2026, 10, 3)),  # 国庆假期深夜
        (datetime(2026, 11, 21, 0, 0, tzinfo=CITY), date(2026, 11, 21)),  # 周六零时
        (datetime(2026, 7, 1, 16, 30, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_what_arrives_online_is_received_that_day_at_any_hour_of_any_day(
    moment: datetime, on: date
) -> None:
    """材料到达特定系统之日为收到之日 (ARR2026 28)."""
    found = received(moment, Sending.ONLINE)
    assert (found.on, found.filed_on) == (on, on)
    assert found.article == ARR2026[28].par(1)


def test_before_july_2026_an_application_online_stands_on_the_law_itself() -> None:
    found = received(datetime(2026, 6, 30, 23, 59, tzinfo=CITY), Sending.ONLINE)
    assert found.article == ARL[22].par(2)


def test_what_was_posted_before_the_end_is_in_time() -> None:
    """期满前交邮的，不算过期；收到之日另计 (CPL 85)."""
    period = CalendarDays(60).reckon(date(2026, 3, 9), CALENDAR)  # 5月8日届满
    arrived = datetime(2026, 5, 12, 10, 0, tzinfo=CITY)
    in_time = received(arrived, Sending.BY_POST, date(2026, 5, 8))
    late = received(arrived, Sending.BY_POST, date(2026, 5, 9))
    assert in_time.in_time(period)
    assert not late.in_time(period)
    assert (in_time.on, in_time.filed_on) == (date(2026, 5, 12), date(2026, 5, 8))
    assert in_time.article == CPL[85].par(4)


def test_what_is_handed_in_late_is_late_even_by_a_minute() -> None:
    """期间届满日至二十四时止."""
    period = CalendarDays(60).reckon(date(2026, 3, 9), CALENDAR)
    last = received(datetime(2026, 5, 8, 23, 59, tzinfo=CITY), Sending.ONLINE)
    after = received(datetime(2026, 5, 9, 0, 0, tzinfo=CITY), Sending.ONLINE)
    assert last.in_time(period)
    assert not after.in_time(period)


def test_hours_are_kept_by_the_moment() -> None:
    begun = datetime(2026, 5, 8, 9, 20, tzinfo=CITY)
    period = Hours(2).reckon(begun.date(), CALENDAR, begun)
    assert received(datetime(2026, 5, 8, 11, 59, tzinfo=CITY), Sending.BY_HAND).in_time(period)
    assert not received(datetime(2026, 5, 8, 12, 0, tzinfo=CITY), Sending.BY_HAND).in_time(period)


def test_an_application_through_the_organ_that_punished_is_filed_when_it_had_it() -> None:
    """通过作出处罚的行政机关提交的，以其收到之日判断是否逾期 (ARL 32) [D]."""
    found = received(
        datetime(2026, 5, 15, 10, 0, tzinfo=CITY), Sending.THROUGH_ORGAN, date(2026, 5, 8)
    )
    assert (found.on, found.filed_on) == (date(2026, 5, 15), date(2026, 5, 8))
    assert found.article == ARL[32].par(1)


@pytest.mark.parametrize("sent_on", [None, date(2026, 5, 13)])
def test_the_day_of_posting_must_be_told_and_lie_before_the_arrival(sent_on: date | None) -> None:
    with pytest.raises(ValueError, match="应当载明"):
        received(datetime(2026, 5, 12, 10, 0, tzinfo=CITY), Sending.BY_POST, sent_on)


def test_an_oral_application_is_filed_where_it_is_recorded() -> None:
    """口头申请的，当场记录 (ARL 22)."""
    found = received(datetime(2026, 5, 12, 10, 0, tzinfo=CITY), Sending.ORALLY)
    assert (found.filed_on, found.article) == (date(2026, 5, 12), ARL[22].par(3))
