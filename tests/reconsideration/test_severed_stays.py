"""分案以后尚未答复的申请: what one who goes on apart asked for is answered there (ARL 42, 47)."""

from collections.abc import Collection
from datetime import datetime, time
from uuid import UUID

import pytest

from services.reconsideration.domain import access, staying
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.store import severed_of
from shared.clock import StillClock
from shared.contracts.reconsideration.access import FileAccessRequested
from shared.contracts.reconsideration.pausing import StayRequestMoved
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from tests.reconsideration.again import done, no, taken
from tests.reconsideration.checking import found
from tests.reconsideration.makers import ANNA, BERT, Walk, day, examined, received
from tests.reconsideration.test_routes import OFFICER, Door
from tests.reconsideration.test_stays_of_several import (
    ANSWER,
    OF_ANNA,
    OF_BERT,
    OF_CARL,
    ask,
    of_both,
    waiting,
)
from tests.shared.test_verify_owing import broken

APART = UUID(int=9)
ROWS = "SELECT case_id::text, ended FROM hub.deadline WHERE name = 'answer_stay' ORDER BY opened"


def sever(walk: Walk, on: str, left: Collection[UUID] = (ANNA,)) -> list[StayRequestMoved]:
    """These go on apart, and what they alone asked for with them."""
    walk.then(ApplicationSevered, on, applicants=tuple(left), severed_case_id=APART)
    told = []
    for one in staying.of_them_alone(walk.case, left):
        told.append(staying.move(walk.case, walk.head(on), one, APART))
        walk.record(told[-1])
    return told


def test_what_one_alone_asked_for_is_answered_where_that_one_is() -> None:
    """只有分案的人申请的，原案卷不再答复，答复期限随之终止；他人的照旧 (ARL 42; RULES 136)."""
    walk = ask(ask(of_both(), OF_ANNA, frozenset({ANNA})), OF_BERT, frozenset({BERT}))
    [fact] = sever(walk, "2026-03-25")
    assert (fact.text_id, fact.severed_case_id, fact.others_wait) == (OF_ANNA, APART, False)
    assert (ANSWER in ORDINARY.closes(fact), ANSWER.subject_of(fact)) == (True, "4")
    assert waiting(walk) == [OF_BERT]


def test_what_another_asked_for_with_them_is_answered_in_both_files() -> None:
    """与留下的申请人一并申请的，原案卷照样答复；第三人的也是 (ARL 42; RULES 136)."""
    walk = ask(of_both(), OF_ANNA)
    ask(walk, OF_CARL, frozenset({UUID(int=6)}))
    assert sever(walk, "2026-03-25") == []
    assert [one.askers for one in walk.case.stays_asked] == [(BERT,), (UUID(int=6),)]


def test_before_acceptance_the_days_of_whoever_stays_begin_with_it_all_the_same() -> None:
    """受理以前分案的，留下的人的申请仍自受理之日起答复 (ARL 42; RULES 68, 169)."""
    walk = received("2026-03-02", applicants=(ANNA, BERT))
    ask(walk, OF_ANNA, frozenset({ANNA}), on="2026-03-02")
    ask(walk, OF_BERT, frozenset({BERT}), on="2026-03-03")
    sever(walk, "2026-03-04")
    walk.record(accept(walk.case, walk.head("2026-03-05"), calendar=CALENDAR))
    assert (waiting(walk), walk.last_day("answer_stay")) == ([OF_BERT], day("2026-03-12"))


def test_what_has_the_same_days_runs_on_for_whoever_stays() -> None:
    """受理以前提出而有同一期限的，受理以后分案不终止留下的人的期限 (ARL 42; RULES 169)."""
    walk = received("2026-03-02", applicants=(ANNA, BERT))
    ask(walk, OF_ANNA, frozenset({ANNA}), on="2026-03-02")
    ask(walk, OF_BERT, frozenset({BERT}), on="2026-03-03")
    walk.record(accept(walk.case, walk.head("2026-03-05"), calendar=CALENDAR))
    [fact] = sever(walk, "2026-03-09")
    assert (fact.others_wait, ANSWER in ORDINARY.closes(fact)) == (True, False)


def test_who_is_no_party_any_more_is_asked_for_nothing_when_another_reads() -> None:
    """分案的人在原案卷的查阅申请不必答复，不妨碍同意留下的人查阅 (ARL 47; RULES 136)."""
    walk = examined()
    walk.case = walk.but(applicants=(ANNA, BERT))
    for reader in (ANNA, BERT):
        walk.then(FileAccessRequested, "2026-03-23", reader=reader)
    sever(walk, "2026-03-25")
    fact = access.grant(walk.case, walk.head("2026-03-26"), None, (), ())
    assert fact.reader == BERT


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


async def test_each_is_answered_once_in_the_file_in_which_it_is(door: Door) -> None:
    """分案以后，两人的申请各在各的案卷答复一次，期限各自终止；账册相符 (ARL 42; RULES 136)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    await done(door, f"{both}/acceptance")
    asks, why = {"text": "房屋一旦拆除无法恢复"}, {"reason": "不会造成难以恢复的后果"}
    for on, who in (("2026-03-09", ANNA), ("2026-03-10", BERT)):
        door.on(on)
        await done(door, f"{both}/stay-request", **asks, askers=[str(who)])
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart_id = severed_of(UUID(rest["case_id"]), {ANNA})
    apart = f"/reconsiderations/{apart_id}"
    assert [one["askers"] for one in rest["stays_asked"]] == [[str(BERT)]]
    seen = (await door.get(apart, OFFICER)).json()
    assert [one["askers"] for one in seen["stays_asked"]] == [[str(ANNA)]]
    runs = [(rest["case_id"], "met"), (rest["case_id"], None), (str(apart_id), None)]
    assert sorted(map(str, map(tuple, await door.hub.pool.fetch(ROWS)))) == sorted(map(str, runs))
    assert await no(door, f"{both}/stay-refusal", **why, askers=[str(ANNA)]) == "ARL 42 item 3"
    await done(door, f"{both}/stay-refusal", **why, askers=[str(BERT)])
    answered = await done(door, f"{apart}/stay-refusal", **why)
    assert answered["stays_asked"] == []
    assert {row["ended"] for row in await door.hub.pool.fetch(ROWS)} == {"met"}
    assert (await broken(door.hub), await found(door.hub)) == ({}, {})
