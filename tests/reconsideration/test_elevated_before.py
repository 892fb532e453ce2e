"""Elevation 提级审理 under the statute alone, until June 2026, and over its end (ARL 38)."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from services.reconsideration.domain import decision
from services.reconsideration.domain import higher_acts as acts
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.store import CASES
from shared.clock import StillClock
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    DecisionExtended,
    DecisionOverdue,
)
from shared.contracts.reconsideration.higher import (
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    FileHandedOver,
)
from shared.law.article import ARL, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.day import end_of
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.office import Broken
from shared.sweep import Sweep
from shared.verify.periods import Periods
from shared.verify.walk import Walk as Books
from tests.reconsideration.higher import ABOVE, done, running
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, PAPER, Walk, day
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door

ASKED = {"ground": "other", "text": "案情复杂，报请提级审理。"}
ORDERED = {"text": "由本机关提级审理。"}
DECIDING = """
SELECT started_on, ended, CASE ended WHEN 'lapsed' THEN ended_by END, made_good
FROM hub.deadline WHERE case_id = $1 AND name = 'decide' ORDER BY opened
"""


def before() -> Walk:
    """Accepted on 4 March 2024, under the statute and the regulation of 2007."""
    walk = Walk()
    walk.case = replace(walk.case, procedure=ORDINARY_2007)
    return walk.then(ApplicationReceived, "2024-03-04").then(ApplicationAccepted, "2024-03-04")


def test_since_january_2024_a_case_is_taken_up_where_there_is_need_for_it() -> None:
    """上级根据需要可以提级审理，下级可以报请；不必写明情形 (ARL 38)."""
    walk = before()
    fact = acts.ask(walk.case, walk.head("2024-03-11"), Elevation.NOVEL, (CITY_GOVERNMENT,), PAPER)
    assert fact.asked_of == CITY_GOVERNMENT
    above = {"above": (CITY_GOVERNMENT,)}
    plain = acts.order(walk.case, walk.head("2024-03-11"), None, CITY_GOVERNMENT, PAPER, **above)
    assert (plain.ground, plain.below) == (Elevation.OTHER, AUTHORITY)
    with pytest.raises(Refused) as refusal:
        acts.order(walk.case, walk.head("2024-03-11"), None, AUTHORITY, PAPER, **above)
    assert refusal.value.article == ARL[38].par(1)


def test_what_is_done_with_the_file_follows_from_the_statute() -> None:
    """移送、收到材料，依据是提级本身 (ARL 38)."""
    cited = {move.on: move.article for move in ORDINARY_2007.moves}
    assert {cited[one] for one in (ElevationOrdered, FileHandedOver, ElevatedFileReceived)} == {
        ARL[38].par(1)
    }
    walk = before().then(ElevationOrdered, "2024-03-12")
    with pytest.raises(Refused) as refusal:
        acts.refuse_while_handed_over(walk.case)
    assert refusal.value.article == ARL[38].par(1)
    with pytest.raises(Refused) as refusal:
        acts.receive_file(walk.case, walk.head("2024-03-13"), CITY_GOVERNMENT)
    assert refusal.value.article == ARL[38].par(1)


def test_no_row_of_the_older_edition_rests_on_the_new_article_of_elevation() -> None:
    """2007年条例没有提级的规定，旧表不引新条例第40条 (ARR2026 40)."""
    cited = [move.article for move in ORDINARY_2007.all_moves()]
    for row in ORDINARY_2007.deadlines:
        cited += [row.article, *(pause.article for pause in row.pauses)]
        assert ElevatedFileReceived not in (*row.starts, *row.ends)
    for still in ORDINARY_2007.standstills:
        cited += [pause.article for pause in still.pauses]
    assert not [one for one in cited if (one.statute, one.number) == (ARR2026[40].statute, 40)]


def test_the_days_to_decide_run_on_in_whoever_has_the_case() -> None:
    """收到材料不重新计算，延长和逾期都照旧 (ARL 62)."""
    walk = before().then(DecisionExtended, "2024-04-15", days=10)
    walk.then(DecisionOverdue, "2024-05-14").then(ElevationOrdered, "2024-05-15")
    walk.then(FileHandedOver, "2024-05-16").then(ElevatedFileReceived, "2024-05-17")
    case = walk.case
    assert (case.authority, case.elevated.before) == (CITY_GOVERNMENT, (AUTHORITY,))
    assert (case.extended_days, case.overdue_on) == (10, day("2024-05-14"))
    assert case.elevated.taken_up_on is None


def test_the_time_of_asking_is_counted_where_it_was_asked_before_july_2026() -> None:
    """2026年7月以前报请的期间计入期限，7月1日以后报请的不计入 (ARR2026 40)."""
    untils = []
    for first, last in (("2026-06-29", "2026-07-06"), ("2026-07-01", "2026-07-08")):
        walk = (
            Walk().then(ApplicationReceived, "2026-06-01").then(ApplicationAccepted, "2026-06-01")
        )
        plain = decision.extend(walk.case, walk.head("2026-07-10"), 10, PAPER, CALENDAR).until
        walk.then(ElevationAsked, first).then(ElevationDenied, last)
        later = decision.extend(walk.case, walk.head("2026-07-10"), 10, PAPER, CALENDAR).until
        untils.append((later - plain).days)
    assert untils == [0, 7]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-06-01"), time(9), CITY))


async def accepted(door: Door) -> str:
    """Accepted on Monday 1 June 2026, its copy with the respondent on the same day."""
    days = {"received_on": "2026-06-01", "learnt_on": "2026-05-20"}
    taken = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **days})
    assert taken.status_code == 201, taken.text
    path = f"/reconsiderations/{taken.json()['case_id']}"
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-06-01")
    return path


async def test_a_case_goes_up_in_june_and_its_days_go_on(door: Door) -> None:
    """2026年6月提级、移送、收到：六十日仍自受理之日起算，没有移送的期限 (ARL 38, 62)."""
    case = await accepted(door)
    days = (await running(door, case))["decide"]
    door.on("2026-06-08")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert (await running(door, case))["decide"] == days
    door.on("2026-06-10")
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    found = await running(door, case)
    assert (found["decide"], "hand_over" in found) == (days, False)
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    above = await done(door, f"{case}/elevated-file-receipt", ABOVE)
    assert above["authority"] == CITY_GOVERNMENT
    assert (await running(door, case))["decide"] == days


async def test_a_file_that_was_ordered_up_in_june_and_received_in_july_has_new_days(
    door: Door,
) -> None:
    """6月决定提级、7月收到材料的，自收到之日起重新计算 (ARR2026 40, 77)."""
    case = await accepted(door)
    days = (await running(door, case))["decide"]
    door.on("2026-06-29")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    assert (await running(door, case))["decide"] == days
    door.on("2026-07-03")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    assert days == day("2026-07-31")
    assert (await running(door, case))["decide"] == day("2026-09-01")


async def walked(door: Door) -> tuple[Broken, Broken]:
    """Which files have other periods on the books than their pages make, or owe something else."""
    books = Books(door.hub.shelves, door.hub.calendar)
    async with door.hub.pool.acquire() as conn:
        return await books.deadlines(conn), await books.owing(conn)


async def kinds(door: Door, case: str) -> list[str]:
    rows = await door.hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version",
        case.rpartition("/")[2],
    )
    return [row["kind"] for row in rows]


async def test_the_old_sixty_days_end_with_the_receipt_of_the_file_in_july(door: Door) -> None:
    """重新计算的，原来的六十日不再届满，新的期限可以延长 (ARR2026 40; ARL 62)."""
    case = await accepted(door)
    door.on("2026-07-01")
    said = {**ORDERED, "organ": CITY_GOVERNMENT, "ground": "public"}
    await done(door, f"{case}/elevation", ABOVE, **said)
    assert (await running(door, case))["decide"] is None
    door.on("2026-07-03")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    rows = await door.hub.pool.fetch(DECIDING, case.rpartition("/")[2])
    assert [tuple(row) for row in rows] == [
        (day("2026-06-01"), "met", None, None),
        (day("2026-07-03"), None, None, None),
    ]
    door.on("2026-08-03")  # the sixty days from 1 June ended on 31 July
    await Sweep(door.hub).once()
    assert DecisionOverdue.kind_name() not in await kinds(door, case)
    await done(door, f"{case}/extension", ABOVE, days=10, reason="案情复杂。")
    assert (await running(door, case))["decide"] == day("2026-09-11")
    assert await walked(door) == (Broken(0, ()), Broken(0, ()))


async def test_the_days_of_asking_in_july_are_left_out_of_what_began_in_june(door: Door) -> None:
    """6月受理、7月报请的，报请期间同样不计入办理期限 (ARR2026 40, 77)."""
    case = await accepted(door)
    assert (await running(door, case))["decide"] == day("2026-07-31")
    door.on("2026-07-10")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    assert (await running(door, case))["decide"] is None
    door.on("2026-07-17")
    await done(door, f"{case}/elevation-denial", ABOVE, reason="不予提级审理。")
    assert (await running(door, case))["decide"] == day("2026-08-07")
    assert await walked(door) == (Broken(0, ()), Broken(0, ()))


async def test_what_had_lapsed_of_the_old_days_is_owed_no_more_from_the_receipt_on(
    door: Door,
) -> None:
    """原期限届满以后收到材料的，重新计算，不再是逾期 (ARR2026 40; ARL 62)."""
    case = await accepted(door)
    door.on("2026-06-29")
    await done(door, f"{case}/elevation-request", OFFICER, **ASKED)
    await done(door, f"{case}/elevation", ABOVE, **ORDERED)
    door.on("2026-08-03")
    await done(door, f"{case}/file-transfer", OFFICER, text="申请书、答复，共一卷。")
    await done(door, f"{case}/elevated-file-receipt", ABOVE)
    told = await kinds(door, case)
    rows = await door.hub.pool.fetch(DECIDING, case.rpartition("/")[2])
    assert [tuple(row) for row in rows] == [
        (day("2026-06-01"), "lapsed", told.index(DecisionOverdue.kind_name()) + 1, len(told)),
        (day("2026-08-03"), None, None, None),
    ]
    assert await walked(door) == (Broken(0, ()), Broken(0, ()))


def test_a_lapse_that_was_told_of_the_old_days_ends_none_of_the_new_ones() -> None:
    """以前记录的原期限届满，不是重新计算的期限届满 (ARR2026 40)."""
    walk = Walk()
    walk.case = replace(walk.case, procedure=ORDINARY_2007)
    periods = Periods(CASES, ORDINARY_2007, CALENDAR)
    stands = ("2026-06-01", "2026-06-01", "2026-07-02", "2026-07-03", "2026-07-03")
    kinds = (
        *(ApplicationReceived, ApplicationAccepted, ElevationOrdered),
        *(FileHandedOver, ElevatedFileReceived),
    )
    for kind, on in zip(kinds, stands, strict=True):
        walk.case = replace(walk.case, procedure=CASES.edition_on(day(on)))
        walk.then(kind, on)
        periods.turn(walk.case, walk.facts[-1], history=False)
    over = {"moment": end_of(day("2026-07-31")), "by": CLOCK}
    lapse = DecisionOverdue(head=walk.head("2026-07-31").model_copy(update=over))
    periods.turn(walk.case.after(lapse), lapse, history=False)
    runs = [one.started_on for one in periods.running.values() if one.name == "decide"]
    assert runs == [day("2026-07-03")]
