"""申请期限: until when one applies, and what is left out (ARL 20, 21, 30; ARR2026 23, 26)."""

from functools import partial

import pytest
from pydantic import ValidationError

from services.reconsideration.domain.acceptance import accept, decline
from services.reconsideration.domain.filing import NO_FINDING, brought_on, last_day, timely
from services.reconsideration.schemas.filing import ApplicationIn
from services.reconsideration.schemas.found import TimeFindingIn
from shared.contracts.reconsideration import (
    Condition,
    FilingManner,
    LeftOut,
    TimeFinding,
    TimeLeftOut,
)
from shared.law.article import ARL, ARR2026, CPL, Article
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    DISPUTE,
    PAPER,
    RESPONDENT,
    day,
    received,
)


def until(**fields: object) -> object:
    return last_day(received(**fields).case, NO_FINDING, CALENDAR)


def test_sixty_days_run_from_the_day_after_the_act_was_known() -> None:
    """自知道或者应当知道之日起六十日 (ARL 20)."""
    assert until(learnt_on=day("2026-01-05")) == day("2026-03-06")


def test_sixty_days_that_end_in_the_spring_festival_end_after_it() -> None:
    """期间届满的最后一日是法定休假日的，顺延 (CPL 85)."""
    assert until(learnt_on=day("2025-12-17")) == day("2026-02-24")


def test_who_was_told_nothing_has_a_year_from_knowing_the_act() -> None:
    """未告知的，自知道行政行为内容之日起最长不得超过一年 (ARL 20)."""
    untold = {"learnt_on": day("2025-03-10"), "told_remedies": False}
    assert until(**untold) == day("2026-03-10")


def test_who_is_told_later_has_sixty_days_from_then_within_the_year() -> None:
    """申请期限自知道权利、机关和期限之日起计算 (ARL 20)."""
    untold = {"learnt_on": day("2025-03-10"), "told_remedies": False}
    assert until(**untold, remedies_learnt_on=day("2025-05-12")) == day("2025-07-11")
    assert until(**untold, remedies_learnt_on=day("2026-02-24")) == day("2026-03-10")


def test_after_five_years_nothing_is_heard_and_of_real_estate_after_twenty() -> None:
    """超过五年、因不动产超过二十年的，不予受理 (ARL 21)."""
    act = {"act_done_on": day("2020-06-10")}
    assert until(**act, learnt_on=day("2025-06-03")) == day("2025-06-10")
    assert until(**act, learnt_on=day("2026-06-03"), real_estate=True) == day("2026-08-03")


def test_days_of_an_obstacle_lengthen_the_sixty() -> None:
    """申请期限自障碍消除之日起继续计算 (ARL 20)."""
    case = received(learnt_on=day("2026-01-05")).case
    assert last_day(case, TimeFinding(excluded_days=10), CALENDAR) == day("2026-03-16")


def left(why: LeftOut, first: str, last: str) -> TimeFinding:
    return TimeFinding(exclusions=(TimeLeftOut(reason=why, first=day(first), last=day(last)),))


def test_an_obstacle_is_kept_as_the_days_it_lasted_and_overlapping_ones_count_once() -> None:
    """障碍消除后继续计算剩余的申请期限 (ARL 20)."""
    case = received("2026-03-16", learnt_on=day("2026-01-05")).case
    one = left(LeftOut.OBSTACLE, "2026-02-02", "2026-02-11")
    assert last_day(case, one, CALENDAR) == day("2026-03-16")
    again = TimeFinding(exclusions=one.exclusions * 2)
    assert last_day(case, again, CALENDAR) == day("2026-03-16")
    after_its_end = left(LeftOut.OBSTACLE, "2026-03-10", "2026-03-20")
    assert last_day(case, after_its_end, CALENDAR) == day("2026-03-06")


@pytest.mark.parametrize(
    ("on", "article"),
    [("2026-06-30", ARL[20].par(2)), ("2026-07-01", ARR2026[26])],
)
def test_what_is_accepted_says_which_days_were_left_out_and_by_which_edition(
    on: str, article: Article
) -> None:
    """未被告知前置而直接起诉的期间不计入 (ARR2026 26)，此前按其他正当理由 (ARL 20)."""
    walk = received(on, learnt_on=day("2026-04-27"))
    finding = left(LeftOut.SUIT, "2026-05-11", "2026-06-10")
    fact = accept(walk.case, walk.head(on), calendar=CALENDAR, finding=finding)
    assert fact.time
    assert [one.article for one in fact.time.exclusions] == [article.code]


def test_days_left_out_are_told_as_intervals_or_as_a_sum_but_not_as_both() -> None:
    interval = {"reason": "obstacle", "first": "2026-02-02", "last": "2026-02-11"}
    assert TimeFindingIn.model_validate({"exclusions": [interval]}).exclusions
    with pytest.raises(ValidationError, match="不再写日数"):
        TimeFindingIn.model_validate({"exclusions": [interval], "excluded_days": 10})
    with pytest.raises(ValidationError, match="不得早于"):
        TimeFindingIn.model_validate({"exclusions": [{**interval, "last": "2026-02-01"}]})


def test_a_refusal_over_time_tells_how_the_last_day_came_about() -> None:
    walk = received("2026-03-30", learnt_on=day("2026-01-05"))
    finding = left(LeftOut.OBSTACLE, "2026-02-02", "2026-02-11")
    with pytest.raises(Refused, match=r"2月2日至11日.*不计入.*逾期提出"):
        accept(walk.case, walk.head("2026-03-31"), calendar=CALENDAR, finding=finding)


def test_what_was_posted_on_the_last_day_is_in_time() -> None:
    """期间不包括在途时间 (CPL 85)."""
    late = received("2026-03-10", learnt_on=day("2026-01-05")).case
    posted = received("2026-03-10", learnt_on=day("2026-01-05"), posted_on=day("2026-03-06")).case
    assert not timely(brought_on(late), last_day(late, NO_FINDING, CALENDAR))
    assert timely(brought_on(posted), last_day(posted, NO_FINDING, CALENDAR))


def test_a_late_application_may_not_be_accepted() -> None:
    """在法定申请期限内提出 (ARL 30)."""
    walk = received("2026-03-09", learnt_on=day("2026-01-05"))
    with pytest.raises(Refused, match="2026-03-06") as refusal:
        accept(walk.case, walk.head("2026-03-10"), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 4)


def test_the_day_of_knowing_that_the_authority_finds_goes_before_what_was_said() -> None:
    """自证据材料证明其知道或者应当知道之日起计算 (ARR2026 23)."""
    walk = received("2026-03-09", learnt_on=day("2026-01-05"))
    finding = TimeFinding(learnt_on=day("2026-01-20"))
    fact = accept(walk.case, walk.head("2026-03-10"), calendar=CALENDAR, finding=finding)
    assert fact.time == finding


def test_what_came_by_post_is_not_declined_as_late_before_its_day_of_posting_is_known() -> None:
    """期满前交邮的不算逾期；交邮之日没有查明的，不得以逾期为由不予受理 (CPL 85; ARL 20)."""
    walk = received("2026-03-20", learnt_on="2026-01-05", manner=FilingManner.POST)
    head = walk.head("2026-03-23")
    late = partial(decline, walk.case, head, Condition.TIME, PAPER, calendar=CALENDAR)
    with pytest.raises(Refused, match="先查明交邮之日") as refusal:
        late()
    assert refusal.value.article == CPL[85].par(4)
    in_time, after = (TimeFinding(posted_on=day(on)) for on in ("2026-03-06", "2026-03-09"))
    with pytest.raises(Refused, match="不得以逾期为由"):
        late(finding=in_time)
    assert accept(walk.case, head, calendar=CALENDAR, finding=in_time).time == in_time
    assert late(finding=after).time == after
    by_hand = received("2026-03-20", learnt_on="2026-01-05").case
    with pytest.raises(Refused, match="只在邮寄申请时查明"):
        decline(by_hand, head, Condition.TIME, PAPER, calendar=CALENDAR, finding=after)
    with pytest.raises(Refused, match="不得晚于收到申请之日"):
        late(finding=TimeFinding(posted_on=day("2026-03-21")))


@pytest.mark.parametrize(
    ("manner", "posted_on", "unclear", "whole"),
    [
        ("post", "2026-02-27", False, True),
        ("post", None, True, True),
        ("post", None, False, False),
        ("post", "2026-02-27", True, False),
        ("in_person", None, False, True),
        ("in_person", None, True, False),
    ],
)
def test_an_application_by_post_says_when_it_was_posted_or_that_nobody_can_read_it(
    manner: str, posted_on: str | None, *, unclear: bool, whole: bool
) -> None:
    """邮寄的，写明交邮之日或者写明邮戳不清 (CPL 85)."""
    said = {
        "dispute_id": DISPUTE,
        "authority": AUTHORITY,
        "applicants": [ANNA],
        "respondent": RESPONDENT,
        "act": "penalty",
        "received_on": "2026-03-02",
        "text": "请求撤销",
        "manner": manner,
        "posted_on": posted_on,
        "postmark_unclear": unclear,
    }
    if whole:
        assert ApplicationIn.model_validate(said).said().postmark_unclear is unclear
        return
    with pytest.raises(ValidationError, match="邮戳不清"):
        ApplicationIn.model_validate(said)


def test_an_application_in_time_may_not_be_declined_as_late() -> None:
    walk = received("2026-03-06", learnt_on=day("2026-01-05"))
    with pytest.raises(Refused) as refusal:
        decline(walk.case, walk.head("2026-03-09"), Condition.TIME, PAPER, calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 4)
