"""What routing leaves in the books when it hears a dispute and departments act (RULES 4 to 13)."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from services.routing.commands import centre, departments
from services.routing.domain.whistle_case import Whistle
from services.routing.store import LADDERS, ROUTINGS, WHISTLES, ladder_of, routing_of, whistle_of
from shared.clock import StillClock
from shared.contracts.intake import ActKind, DisputeRegistered, DisputeWithdrawn, Urgency
from shared.contracts.routing import Finding, Road, Rung
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import HISTORY, Act, Hub
from tests.routing.cases import CASE, day, head, moment, registered
from tests.routing.hearing import LABELS, hear, hear_all

LEAD, ASSIST = "620702-sifa", "620702-zhujian"
WHISTLE = whistle_of(CASE)


async def check_in(hub: Hub, department: str) -> Whistle:
    do = partial(departments.check_in, case_id=WHISTLE, department=department, by="officer-1")
    found: Whistle = await hub.act(Act(do=do, files=(WHISTLE,)))
    return found


async def answer(hub: Hub, department: str, finding: Finding) -> Whistle:
    do = partial(
        departments.answer,
        case_id=WHISTLE,
        department=department,
        finding=finding,
        opinion="已到现场核实",
        by="officer-1",
    )
    found: Whistle = await hub.act(Act(do=do, files=(WHISTLE,)))
    return found


async def close(hub: Hub) -> Whistle:
    do = partial(centre.close, case_id=WHISTLE, by="centre-1")
    found: Whistle = await hub.act(Act(do=do, files=(WHISTLE,)))
    return found


async def kinds(hub: Hub, case_id: UUID) -> list[str]:
    rows = await hub.pool.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
    )
    return [row["kind"].removeprefix("routing.").removesuffix(".v1") for row in rows]


async def running(hub: Hub) -> list[tuple[str, str]]:
    rows = await hub.pool.fetch(
        "SELECT name, subject FROM hub.deadline WHERE ended IS NULL ORDER BY name, subject"
    )
    return [(row["name"], row["subject"]) for row in rows]


async def test_a_civil_dispute_is_routed_and_its_departments_are_called(hub: Hub) -> None:
    """登记之后分流、吹哨 (RULES 6, 8)."""
    await hear(hub, registered())
    file, _ = await hub.read(ROUTINGS, routing_of(CASE))
    whistle, labels = await hub.read(WHISTLES, WHISTLE)
    assert (file.road, file.rule, file.organs) == (
        Road.PEOPLES_MEDIATION,
        "civil",
        ("620702100-mediation",),
    )
    assert (whistle.lead, whistle.tracks) == (LEAD, {LEAD: "called", ASSIST: "called"})
    assert labels["departments"].split() == [LEAD, ASSIST]
    assert labels["county"] == "620702"
    assert await kinds(hub, WHISTLE) == ["whistle_blown", "called", "called"]
    assert await running(hub) == [
        ("answer", LEAD),
        ("answer", ASSIST),
        ("check_in", LEAD),
        ("check_in", ASSIST),
        ("close", ""),
        ("finish", LEAD),
        ("level", ""),
    ]


async def test_a_dispute_heard_twice_is_routed_once(hub: Hub) -> None:
    """同一纠纷只分流一次 (RULES 6)."""
    await hear(hub, registered())
    await hear(hub, registered())
    assert await kinds(hub, routing_of(CASE)) == ["routed"]
    assert len(await kinds(hub, WHISTLE)) == 3


async def test_a_statutory_road_is_told_with_its_date_and_nobody_is_called(hub: Hub) -> None:
    """法定途径只告知，不吹哨；法定期限列入分流案卷 (RULES 7, 58; ARL 20)."""
    dispute = registered(
        "chufa", act=ActKind.PENALTY, respondent="620702-zhujian", learnt_on=day("2026-10-12")
    )
    await hear(hub, dispute)
    file, _ = await hub.read(ROUTINGS, routing_of(CASE))
    assert (file.told_road, file.open_until) == (Road.RECONSIDERATION, day("2026-12-11"))
    assert await kinds(hub, routing_of(CASE)) == ["routed", "road_notified"]
    assert await kinds(hub, WHISTLE) == []
    assert await running(hub) == [("apply", "reconsideration"), ("sue", "reconsideration")]


async def test_what_is_history_is_routed_and_nothing_else(hub: Hub) -> None:
    """历史台账只分流，不告知、不吹哨 (RULES 6)."""
    await hear(hub, registered(history=True), {**LABELS, HISTORY: "1"})
    await hear(
        hub,
        registered("chufa", history=True, head=head(case=WHISTLE)),
        {**LABELS, HISTORY: "1"},
    )
    assert await kinds(hub, routing_of(CASE)) == ["routed"]
    assert await kinds(hub, routing_of(WHISTLE)) == ["routed"]
    assert await running(hub) == []


async def test_a_whistle_runs_from_check_in_to_handing_over(hub: Hub) -> None:
    """报到、反馈、办结 (RULES 4, 11, 12)."""
    await hear(hub, registered())
    for department in (LEAD, ASSIST):
        await check_in(hub, department)
    await answer(hub, LEAD, Finding.NOT_SOLVED)
    with pytest.raises(Refused) as no:
        await close(hub)
    assert no.value.article.code == "RULES 12"
    file = await answer(hub, ASSIST, Finding.SOLVED)
    assert file.findings == {LEAD: "not_solved", ASSIST: "solved"}
    assert (await close(hub)).is_closed
    await hear_all(hub)
    assert await running(hub) == []
    assert (await kinds(hub, ladder_of(CASE)))[-1] == "ladder_ended"
    papers = await hub.pool.fetchval("SELECT count(*) FROM hub.documents WHERE kind = 'opinion'")
    assert papers == 2


async def test_silence_is_recorded_once_for_each_department_also_after_a_stop(
    hub: Hub, clock: StillClock
) -> None:
    """逾期未报到、未反馈、未办结，各记一次 (RULES 4, 11, 13)."""
    await hear(hub, registered())
    await check_in(hub, ASSIST)
    clock.move_to(moment("2026-12-01T08:00"))
    sweep = Sweep(hub)
    while await sweep.once():
        await hear_all(hub)
    assert (await kinds(hub, WHISTLE))[4:] == [
        "check_in_lapsed",
        *("answer_lapsed", "answer_lapsed"),
        *("silence_leader", "silence_leader", "silence_leader"),
        *("silence_inspection", "silence_inspection", "silence_inspection"),
        *("overdue", "department_overdue", "silence_leader"),
        *("whistle_raised", "whistle_raised"),
    ]
    ladder, _ = await hub.read(LADDERS, ladder_of(CASE))
    assert ladder.level is Rung.COUNTY
    reached = await hub.pool.fetch(
        "SELECT legal_on FROM hub.outbox WHERE kind = 'routing.level_reached.v1' ORDER BY version"
    )
    assert [str(row["legal_on"]) for row in reached] == ["2026-11-23", "2026-11-25", "2026-11-27"]
    file = await check_in(hub, LEAD)
    assert file.tracks[LEAD] == "checked_in"


async def test_an_urgent_call_lapses_by_the_hour(hub: Hub, clock: StillClock) -> None:
    """紧急的按小时计 (RULES 4)."""
    await hear(hub, registered(urgency=Urgency.URGENT))
    clock.move_to(moment("2026-11-23T11:59"))
    await Sweep(hub).once()
    assert "check_in_lapsed" not in await kinds(hub, WHISTLE)
    clock.forward(timedelta(minutes=1))
    await Sweep(hub).once()
    assert (await kinds(hub, WHISTLE))[-2:] == ["check_in_lapsed", "check_in_lapsed"]


async def test_a_dispute_taken_back_ends_every_period_of_its_whistle(hub: Hub) -> None:
    """撤回的，哨随之终止，部门不再负期限 (RULES 3)."""
    fact: DisputeRegistered = registered()
    await hear(hub, DisputeWithdrawn(head=head(2)))
    await hear(hub, fact)
    await hear(hub, DisputeWithdrawn(head=head(2)))
    whistle, _ = await hub.read(WHISTLES, WHISTLE)
    assert whistle.is_closed
    assert await running(hub) == []


async def test_who_comes_late_on_the_same_day_is_let_in_all_the_same(
    hub: Hub, clock: StillClock
) -> None:
    """逾期未报到的当日仍应报到 (RULES 4)."""
    await hear(hub, registered(urgency=Urgency.EMERGENCY))
    clock.move_to(moment("2026-11-23T10:00"))
    assert (await check_in(hub, LEAD)).tracks[LEAD] == "checked_in"
    assert (await kinds(hub, WHISTLE))[-1] == "checked_in"
