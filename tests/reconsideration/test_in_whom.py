"""In whom a cause lies: each of several applicants has a suspension and sixty days of its own."""

from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.commands import filing, pausing, people
from services.reconsideration.domain import pausing_acts as acts
from services.reconsideration.domain import people_acts
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.in_whom import ended_with, held_in
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.pausing_acts import Found
from services.reconsideration.pages.pausing import goes_on
from shared.casepage.track import subject_of
from shared.clock import StillClock
from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.pausing import (
    ReconsiderationSuspended,
    SixtyDaysSuspended,
    Suspension,
    Termination,
)
from shared.contracts.reconsideration.people import ApplicantsLeft
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.work import Hub
from tests.reconsideration.acting import SAID
from tests.reconsideration.makers import ANNA, BERT, DISPUTE, PAPER, Walk, accepted, day
from tests.reconsideration.peopled import Desk

OF_TWO = replace(SAID, applicants=(ANNA, BERT))
CARL = UUID(int=6)


def two() -> Walk:
    return accepted(applicants=(ANNA, BERT, CARL))


def suspend(walk: Walk, on: str, whose: UUID | None, cause: Suspension = Suspension.DEATH) -> Walk:
    head = walk.head(on)
    return walk.record(acts.suspend(walk.case, head, cause, PAPER, agreed=None, applicant=whose))


def both() -> Walk:
    """Anna died, and fifty days later Bert."""
    return suspend(suspend(two(), "2026-03-20", ANNA), "2026-05-09", BERT)


def leave(walk: Walk, on: str, *who: UUID) -> ApplicantsLeft:
    found = Found(ground=Termination.SIXTY_DAYS, applicants=frozenset(who))
    return people_acts.leave(walk.case, walk.head(on), found, PAPER, CALENDAR)


def test_of_several_it_is_said_in_whom_the_cause_lies_and_each_has_his_own() -> None:
    """申请人有数人的，写明何人死亡、丧失行为能力；另一人有同一情形的，另行中止 (ARL 39)."""
    walk = suspend(two(), "2026-03-20", ANNA)
    assert [one.applicant for one in walk.case.suspended_for] == [ANNA]
    for whose in (None, ANNA, UUID(int=99)):
        with pytest.raises(Refused) as refusal:
            suspend(walk, "2026-03-25", whose)
        assert refusal.value.article == ARL[39].par(1, 1)
    suspend(walk, "2026-03-25", BERT)
    assert [one.applicant for one in walk.case.suspended_for] == [ANNA, BERT]
    with pytest.raises(Refused):  # that lies in nobody
        suspend(walk, "2026-03-25", ANNA, Suspension.OTHER_CASE)


def test_the_only_applicant_need_not_be_named_and_is() -> None:
    """申请人只有一人的，就是该人 (ARL 39)."""
    walk = suspend(accepted(), "2026-03-20", None)
    assert walk.case.suspended_for[0].applicant == ANNA
    with pytest.raises(Refused):
        suspend(walk, "2026-03-21", ANNA)
    old = accepted().then(ReconsiderationSuspended, "2026-03-20", cause=Suspension.DEATH)
    with pytest.raises(Refused):  # a page of old says the same
        suspend(old, "2026-03-21", ANNA)


def test_the_sixty_days_of_one_are_not_those_of_another() -> None:
    """满六十日各人各自计算：其中一人的承受人不因他人的期限届满而失去时间 (ARL 41)."""
    walk = both()
    assert leave(walk, "2026-05-20", ANNA).applicants == (ANNA,)
    with pytest.raises(Refused) as refusal:
        leave(walk, "2026-05-20", ANNA, BERT)
    assert refusal.value.article == ARL[41].par(item=5)
    assert leave(walk, "2026-07-09", ANNA, BERT).applicants == (ANNA, BERT)


def test_who_lives_is_not_put_out_by_the_death_of_another() -> None:
    """没有死亡、丧失行为能力、终止的申请人，不因他人中止满六十日而终止 (ARL 41)."""
    walk = suspend(two(), "2026-03-20", ANNA)
    with pytest.raises(Refused) as refusal:
        leave(walk, "2026-06-30", BERT)
    assert refusal.value.article == ARL[41].par(item=5)
    whole = Found(ground=Termination.SIXTY_DAYS, applicants=frozenset((ANNA, BERT, CARL)))
    with pytest.raises(Refused) as refusal:
        acts.terminate(walk.case, walk.head("2026-06-30"), whole, PAPER, CALENDAR)
    assert refusal.value.article == ARL[41].par(item=5)


def test_a_page_of_old_that_names_nobody_is_read_as_before() -> None:
    """以前没有写明何人的中止，读作对任一申请人 (ARL 41)."""
    old = two().then(ReconsiderationSuspended, "2026-03-20", cause=Suspension.DEATH)
    assert leave(old, "2026-05-20", BERT).applicants == (BERT,)
    whole = Found(ground=Termination.SIXTY_DAYS, applicants=frozenset((ANNA, BERT, CARL)))
    assert acts.terminate(old.case, old.head("2026-05-20"), whole, PAPER, CALENDAR)
    assert [one.applicant for one in held_in(old.case, Suspension.DEATH, BERT)] == [None]
    suspend(old, "2026-05-21", BERT)
    assert [one.applicant for one in held_in(old.case, Suspension.DEATH, BERT)] == [BERT]
    gone = acts.find_cause_gone(old.case, old.head("2026-05-22"), Suspension.DEATH, PAPER)
    assert gone.applicant is None, "where nobody is named the one is meant that names nobody"
    assert ended_with(old.case, Termination.NO_RELATIVES, (CARL,)) == (old.case.suspensions[0],)


def test_it_is_said_for_whom_the_cause_is_gone_and_the_other_waits_on() -> None:
    """原因消除、恢复审理，写明何人的；其他人的仍然中止 (ARL 39)."""
    walk = both()
    with pytest.raises(Refused) as refusal:
        acts.find_cause_gone(walk.case, walk.head("2026-05-10"), Suspension.DEATH, PAPER)
    assert refusal.value.article == ARL[39].par(2)
    at = walk.head("2026-05-10")
    walk.record(acts.find_cause_gone(walk.case, at, Suspension.DEATH, PAPER, ANNA))
    walk.record(acts.resume(walk.case, at, None, PAPER, ANNA))
    assert [(one.applicant, one.gone_on) for one in walk.case.suspended_for] == [(BERT, None)]


def test_the_clock_says_whose_days_are_over() -> None:
    """每一申请人一行期限，届满的记载写明是谁 (ARL 41; RULES 67)."""
    row, late = ORDINARY.by_name["sixty_days"], ORDINARY.by_name["terminate"]
    [first, second] = [one for one in both().facts if isinstance(one, ReconsiderationSuspended)]
    whose = row.subject_of(first)
    assert whose != row.subject_of(second)
    over = row.lapsed(both().head("2026-05-19"), whose, {"in_transit": False})
    assert isinstance(over, SixtyDaysSuspended)
    assert (over.cause, over.applicant) == (Suspension.DEATH, ANNA)
    assert row.subject_of(over) == late.subject_of(over) == whose
    unmade = late.lapsed(both().head("2026-05-27"), whose)
    assert isinstance(unmade, ReconsiderationActOverdue)
    assert (unmade.applicant, late.subject_of(unmade)) == (ANNA, whose)
    assert subject_of(whose) == "申请人死亡（申请人之一）"
    assert subject_of("death") == "申请人死亡"


def test_the_next_step_ends_it_for_whom_the_days_are_full() -> None:
    """只对满六十日的申请人终止；全体满六十日的，终止 (ARL 41)."""
    walk = both()
    assert goes_on(walk.case, day("2026-05-19"), CALENDAR)[0] == "suspension-cause-gone"
    assert goes_on(walk.case, day("2026-05-20"), CALENDAR)[0] == "partial-termination"
    suspend(walk, "2026-05-10", CARL)
    assert goes_on(walk.case, day("2026-07-10"), CALENDAR)[0] == "termination"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-09-01"), time(9), CITY))


async def test_who_dies_later_keeps_his_days_and_with_the_first_ends_only_what_was_his(
    hub: Hub, clock: StillClock
) -> None:
    """后死亡的，其近亲属有自己的六十日；先满的退出，只消除其本人的原因 (ARL 39, 41)."""
    said = replace(OF_TWO, received_on=day("2026-09-01"), learnt_on=day("2026-08-20"))
    desk = Desk(hub, clock, file_of(DISPUTE, said))
    await desk.do("2026-09-01", filing.receive, DISPUTE, said, text="请求撤销处罚")
    await desk.do("2026-09-01", filing.accept)
    death = {"text": "申请人死亡"}
    await desk.do("2026-09-04", pausing.suspend, Suspension.DEATH, **death, applicant=ANNA)
    await desk.do("2026-10-24", pausing.suspend, Suspension.DEATH, **death, applicant=BERT)
    rows = "SELECT subject FROM hub.deadline WHERE name = 'sixty_days' AND ended IS NULL"
    assert len(await hub.pool.fetch(rows)) == 2
    found = Found(ground=Termination.SIXTY_DAYS, applicants=frozenset({ANNA}))
    case = await desk.do("2026-11-04", people.leave, found, text="中止满六十日")
    assert (await desk.pages())[-3:] == ["sixty_days_suspended", "applicants_left", "cause_gone"]
    assert case.applicants == (BERT,)
    assert [one.gone_on for one in case.suspensions] == [day("2026-11-04"), None]
    assert len(await hub.pool.fetch(rows)) == 1
    case = await desk.do("2026-11-04", pausing.resume, applicant=ANNA, text="恢复审理")
    assert [one.applicant for one in case.suspended_for] == [BERT]
    assert (await desk.running())["decide"] is None
