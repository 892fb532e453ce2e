"""The simplified procedure is converted into the ordinary one 转为普通程序 (ARL 49, 55, 62)."""

from datetime import date

import pytest

from services.reconsideration.domain import assigning
from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
)
from shared.contracts.reconsideration.assigning import (
    ReviewersAssigned,
    Track,
)
from shared.contracts.reconsideration.higher import (
    AcceptedAbove,
    ElevatedFileReceived,
    ElevationOrdered,
    FileHandedOver,
)
from shared.contracts.reconsideration.pausing import (
    ReconsiderationResumed,
    ReconsiderationSuspended,
    Suspension,
)
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from shared.law.period import day_of_expiry
from shared.law.procedure import Refused
from shared.law.readings import READINGS
from shared.law.running import Running, begun, followed
from tests.reconsideration.deciding import decide
from tests.reconsideration.makers import Walk, accepted, day
from tests.reconsideration.simplified import REVOKE, choose, chosen, convert, replied


def not_converted(walk: Walk, on: str) -> Article:
    with pytest.raises(Refused) as refusal:
        convert(walk, on)
    return refusal.value.article


def running(walk: Walk, name: str) -> Running:
    """The period that the newest page starts."""
    period = begun(ORDINARY.by_name[name], walk.facts[-1], CALENDAR)
    assert period is not None
    return period


def longer(period: Running, name: str, fact: Fact) -> date:
    """Its last day once `fact` is recorded."""
    after = followed(period, ORDINARY.by_name[name], fact)
    return after.reckon(CALENDAR).last_day


def test_once_converted_the_applicant_is_heard_first() -> None:
    """转为普通程序的，应当听取当事人的意见 (ARL 49, 55)."""
    walk = replied()
    walk.record(convert(walk, "2026-03-18"))
    with pytest.raises(Refused) as refusal:
        decide(walk, REVOKE, "2026-03-20")
    assert refusal.value.article == ARL[49]


def test_conversion_ends_the_thirty_days_and_the_sixty_run_from_acceptance() -> None:
    """转为普通程序，六十日自受理之日起计算（读法）(ARL 55, 62)."""
    walk = replied()
    walk.record(convert(walk, "2026-03-20"))
    assert walk.case.track is Track.ORDINARY
    assert [one.name for one in ORDINARY.closes(walk.facts[-1])] == ["decide_simplified"]
    assert walk.last_day("decide") == day("2026-05-06")


def test_or_from_the_conversion_where_the_city_reads_it_so() -> None:
    """另一读法：六十日自转换之日起计算 (ARL 55)."""
    walk = replied()
    other = READINGS.having(conversion="conversion")
    walk.record(convert(walk, "2026-03-20", other))
    assert walk.last_day("decide") == day("2026-05-19")


def test_what_was_suspended_before_the_conversion_is_not_counted_after_it() -> None:
    """转换之前中止的期间，转换之后的六十日也不计入 (ARL 39, 55, 62)."""
    walk = replied()
    walk.then(ReconsiderationSuspended, "2026-03-13", cause=Suspension.PREVENTED)
    walk.then(ReconsiderationResumed, "2026-03-19", cause=Suspension.PREVENTED)
    fact = convert(walk, "2026-03-20")
    assert fact.runs_from == day("2026-03-11")
    walk.record(fact)
    assert walk.last_day("decide") == day("2026-05-11")


def test_the_copy_and_the_reply_get_the_days_of_the_ordinary_procedure() -> None:
    """转换时尚未发送的七日，尚未答复的十日 (ARL 48, 55)."""
    walk = chosen()
    copy = running(walk, "send_copy_simplified")
    assert longer(copy, "send_copy_simplified", convert(walk, "2026-03-06")) == day("2026-03-16")
    walk.then(CopySent, "2026-03-09")
    walk.then(CopyReceived, "2026-03-09", track=walk.case.track)
    reply = running(walk, "reply_simplified")
    fact = convert(walk, "2026-03-10")
    assert longer(reply, "reply_simplified", fact) == day("2026-03-23")
    assert day_of_expiry(reply.until) == day("2026-03-16")


def test_a_copy_that_arrives_after_the_conversion_gives_ten_days() -> None:
    """副本在转换之后收到的，十日 (ARL 48)."""
    walk = chosen().then(CopySent, "2026-03-09")
    walk.record(convert(walk, "2026-03-10"))
    walk.then(CopyReceived, "2026-03-11", track=walk.case.track)
    assert walk.last_day("reply") == day("2026-03-25")


def test_an_ordinary_case_is_not_converted_nor_one_whose_thirty_days_are_over() -> None:
    """没有适用简易程序的不必转换；三十日届满后不能再转（读法）(ARL 55)."""
    assert not_converted(accepted(), "2026-03-06") == ARL[55]
    late = replied().lapse("decide_simplified", "2026-04-07")
    assert not_converted(late, "2026-04-08") == ARL[55]
    other = READINGS.having(conversion_window="any_time")
    assert convert(late, "2026-04-08", other).runs_from == day("2026-03-05")
    with pytest.raises(Refused) as refusal:
        convert(late, "2026-05-07", other)
    assert refusal.value.article == ARL[62].par(1)


def test_in_a_case_that_came_above_the_days_run_from_the_receipt_of_its_file() -> None:
    """提级的，选择简易程序、转为普通程序，期限自上级收到案件材料之日起 (ARR2026 40; ARL 54, 55)."""
    walk = accepted("2026-07-06").then(ElevationOrdered, "2026-07-08")
    walk.then(FileHandedOver, "2026-07-10").then(ElevatedFileReceived, "2026-07-13", copy_due=True)
    chose = choose(walk, on="2026-07-14")
    assert chose.runs_from == day("2026-07-13")
    walk.record(chose)
    assert walk.last_day("decide_simplified") == day("2026-08-12")
    walk.record(convert(walk, "2026-07-20"))
    assert walk.last_day("decide") == day("2026-09-11")


def test_a_case_accepted_directly_because_it_was_late_is_converted_in_its_new_days() -> None:
    """上级直接受理逾期案件的，转为普通程序后六十日自直接受理之日起 (ARL 35, 55, 62)."""
    walk = (
        replied()
        .lapse("decide_simplified", "2026-04-07")
        .then(AcceptedAbove, "2026-05-11", track=Track.SIMPLIFIED)
    )
    walk.record(convert(walk, "2026-05-12"))
    assert walk.last_day("decide") == day("2026-07-10")


def test_one_reviewer_suffices_no_longer_once_the_case_is_ordinary() -> None:
    """简易程序可以一名，转为普通程序须二名以上 (ARR2026 39)."""
    walk = accepted("2026-07-06")
    walk.record(choose(walk, on="2026-07-06"))
    head = walk.head("2026-07-06")
    assert assigning.enough_reviewers(walk.case, head, 1).met
    walk.then(ReviewersAssigned, "2026-07-06", reviewers=("fuyi-07",))
    walk.record(convert(walk, "2026-07-08"))
    assert not assigning.enough_reviewers(walk.case, walk.head("2026-07-08"), 1).met
