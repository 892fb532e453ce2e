"""The unit of work on a real PostgreSQL."""

import asyncio
import json
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.errors import Behind, Stale, Unknown
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import HISTORY, Act, Hub, Message, Work
from tests.work import toy


def lending(case_id: UUID, **labels: str) -> Act:
    return Act(do=partial(toy.lend, case_id=case_id, **labels), files=(case_id,))


async def kinds(db: Pool, case_id: UUID) -> list[str]:
    rows = await db.fetch(
        "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version", case_id
    )
    return [row["kind"] for row in rows]


async def test_an_act_leaves_its_file_its_page_and_its_deadline(desk: Hub, db: Pool) -> None:
    case_id = uuid4()
    loan = await desk.act(lending(case_id, county="620702"))
    assert (loan.state, loan.version, loan.colour) == (toy.State.OUT, 1, "red")
    page = await db.fetchrow("SELECT * FROM hub.outbox WHERE case_id = $1", case_id)
    assert json.loads(page["labels"]) == {"county": "620702"}
    assert toy.Lent.model_validate_json(page["body"]).head.version == 1
    due = await db.fetchrow("SELECT * FROM hub.deadline WHERE case_id = $1", case_id)
    assert due["until"] == datetime(2026, 12, 1, tzinfo=CITY)
    assert (due["article"], due["period"], due["ended"]) == ("RULES 3", "5wd", None)


async def test_a_row_comes_back_as_the_value_it_was(desk: Hub) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    asked = await desk.act(
        Act(do=partial(toy.ask, case_id=case_id, department="water"), files=[case_id])
    )
    found, _ = await desk.read(toy.LOANS, case_id)
    assert found == asked
    assert (found.notes, found.tracks) == (("water",), {"water": "asked"})


async def test_a_refused_act_drops_its_own_frame_and_no_other(desk: Hub, db: Pool) -> None:
    good, bad = uuid4(), uuid4()
    acts = [lending(good), Act(do=partial(toy.refuse, case_id=bad), files=(bad,))]
    await desk.run(acts)
    assert acts[0].error is None
    assert isinstance(acts[1].error, Refused)
    assert await kinds(db, good) == ["toy.lent.v1"]
    assert await kinds(db, bad) == []


async def test_what_cannot_be_written_fails_alone(desk: Hub, db: Pool) -> None:
    ids = [uuid4() for _ in range(9)]
    acts = [lending(i) for i in ids]
    acts[4].do = partial(toy.lend, case_id=ids[4], colour="red\x00")  # no text of PostgreSQL
    await desk.run(acts)
    assert [act.error is None for act in acts] == [i != 4 for i in range(9)]
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == 8


async def test_acts_of_one_batch_build_on_each_other(desk: Hub, db: Pool) -> None:
    case_id = uuid4()
    acts = [
        lending(case_id),
        Act(do=partial(toy.ask, case_id=case_id, department="water"), files=[case_id]),
        Act(do=partial(toy.give_back, case_id=case_id), files=[case_id]),
    ]
    await desk.run(acts)
    assert [act.error for act in acts] == [None] * 3
    assert await kinds(db, case_id) == ["toy.lent.v1", "toy.asked.v1", "toy.returned.v1"]
    rows = await db.fetch("SELECT name, ended FROM hub.deadline ORDER BY name")
    assert [tuple(row) for row in rows] == [("answer", "closed"), ("return", "met")]


async def test_an_undeclared_file_is_not_taken(desk: Hub) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    undeclared = Act(do=partial(toy.give_back, case_id=case_id))
    neighbour = Act(do=partial(toy.ask, case_id=case_id, department="water"), files=[case_id])
    await desk.run([neighbour, undeclared])
    assert neighbour.error is None
    assert isinstance(undeclared.error, LookupError)


async def test_if_match_holds_the_page_that_was_read(desk: Hub) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    back = partial(toy.give_back, case_id=case_id)
    with pytest.raises(Stale):
        await desk.act(Act(do=back, files=[case_id], if_match=(case_id, 2)))
    assert (await desk.act(Act(do=back, files=[case_id], if_match=(case_id, 1)))).version == 2


async def test_another_readers_file_is_unknown(desk: Hub) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id, county="620702"))
    back = Act(do=partial(toy.give_back, case_id=case_id), files=[case_id])
    back.viewer = lambda _, labels: labels["county"] == "620721"
    with pytest.raises(Unknown):
        await desk.act(back)


async def test_a_lapse_is_dated_the_day_of_expiry_and_recorded_once(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    """届满之日为准，补记不改其日 (CPL 85)."""
    case_id = uuid4()
    await desk.act(lending(case_id))
    clock.forward(timedelta(days=30))
    sweeps = [Sweep(desk), Sweep(desk)]
    await asyncio.gather(*(sweep.once() for sweep in sweeps))
    assert await sweeps[0].once() == 0
    assert await kinds(db, case_id) == ["toy.lent.v1", "toy.overdue.v1"]
    page = await db.fetchrow("SELECT * FROM hub.outbox WHERE version = 2")
    assert (page["legal_on"], page["by"]) == (date(2026, 11, 30), "clock")
    assert json.loads(page["body"])["duty"] == "return"


async def test_each_subject_has_a_clock_of_its_own(desk: Hub, db: Pool, clock: StillClock) -> None:
    """各部门期限各自计算 (RULES 4)."""
    case_id = uuid4()
    await desk.act(lending(case_id))
    for department in ("water", "housing"):
        await desk.act(
            Act(do=partial(toy.ask, case_id=case_id, department=department), files=[case_id])
        )
    await desk.act(
        Act(do=partial(toy.answer, case_id=case_id, department="water"), files=[case_id])
    )
    clock.forward(timedelta(hours=4))
    await Sweep(desk).once()
    rows = await db.fetch(
        "SELECT subject, ended FROM hub.deadline WHERE name = 'answer' ORDER BY 1"
    )
    assert [tuple(row) for row in rows] == [("housing", "lapsed"), ("water", "met")]


async def test_an_officer_after_expiry_meets_the_lapse_before_the_sweep_does(
    desk: Hub, db: Pool, clock: StillClock
) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    clock.forward(timedelta(days=30))
    await desk.act(Act(do=partial(toy.give_back, case_id=case_id), files=[case_id]))
    assert await kinds(db, case_id) == ["toy.lent.v1", "toy.overdue.v1", "toy.returned.v1"]


async def test_an_act_dated_before_a_recorded_lapse_is_refused(
    desk: Hub, clock: StillClock
) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    clock.forward(timedelta(days=30))
    early = partial(toy.give_back, case_id=case_id, on=date(2026, 11, 27))
    with pytest.raises(Refused, match="届满"):
        await desk.act(Act(do=early, files=[case_id]))


async def test_history_opens_no_period(desk: Hub, db: Pool) -> None:
    """历史台账不起算期限."""
    await desk.act(lending(uuid4(), **{HISTORY: "1"}))
    assert await db.fetchval("SELECT count(*) FROM hub.deadline") == 0


async def test_what_the_inbox_knows_is_not_done_again(desk: Hub, db: Pool) -> None:
    case_id, heard = uuid4(), Message("toy", uuid4(), 1)

    def act() -> Act:
        ask = partial(toy.ask, case_id=case_id, department=str(uuid4()))
        return Act(do=ask, files=[case_id], heard=heard)

    await desk.act(lending(case_id))
    first, second = act(), act()
    await desk.run([first])
    await desk.run([second])
    assert (first.known, second.known) == (False, True)
    assert await kinds(db, case_id) == ["toy.lent.v1", "toy.asked.v1"]


async def test_a_failed_page_holds_up_its_lane_only(desk: Hub, db: Pool) -> None:
    ids = [uuid4(), uuid4()]

    def fail(_: Work) -> None:
        raise RuntimeError

    acts = [
        Act(do=fail, heard=Message("toy", ids[0], 1), lane=ids[0]),
        Act(
            do=partial(toy.lend, case_id=ids[0]),
            files=[ids[0]],
            heard=Message("toy", ids[0], 2),
            lane=ids[0],
        ),
        Act(
            do=partial(toy.lend, case_id=ids[1]),
            files=[ids[1]],
            heard=Message("toy", ids[1], 1),
            lane=ids[1],
        ),
    ]
    await desk.run(acts)
    assert [type(act.error) for act in acts] == [RuntimeError, Behind, type(None)]
    rows = await db.fetch("SELECT case_id FROM hub.inbox")
    assert [row["case_id"] for row in rows] == [ids[1]]


async def test_acts_that_meet_on_one_file_all_stand_in_page_order(desk: Hub, db: Pool) -> None:
    case_id = uuid4()
    await desk.act(lending(case_id))
    acts = [
        Act(do=partial(toy.ask, case_id=case_id, department=f"d{n}"), files=[case_id])
        for n in range(40)
    ]
    await asyncio.gather(*(desk.run([act]) for act in acts[:20]), *(desk.act(a) for a in acts[20:]))
    rows = await db.fetch("SELECT version FROM hub.outbox WHERE case_id = $1 ORDER BY seq", case_id)
    assert [row["version"] for row in rows] == list(range(1, 42))


async def test_two_who_open_the_same_file_at_once_leave_one_page(desk: Hub, db: Pool) -> None:
    case_id = uuid4()

    def open_once(work: Work) -> int:
        loan = work.find(toy.LOANS, case_id)
        return loan.version if loan else toy.lend(work, case_id).version

    acts = [Act(do=open_once, files=[case_id]) for _ in range(8)]
    await asyncio.gather(*(desk.run([act]) for act in acts))
    assert [act.result for act in acts] == [1] * 8
    assert await kinds(db, case_id) == ["toy.lent.v1"]


async def test_numbers_are_given_once(desk: Hub) -> None:
    def take(work: Work) -> int:
        return work.number()

    acts = [Act(do=take, numbers=1) for _ in range(50)]
    await asyncio.gather(*(desk.act(act) for act in acts))
    assert len({act.result for act in acts}) == 50


async def test_the_moved_clock_is_read_by_every_act(desk: Hub, db: Pool) -> None:
    await db.execute("UPDATE hub.clock SET shift = interval '30 days'")
    loan = await desk.act(lending(uuid4()))
    page = await db.fetchrow("SELECT legal_on FROM hub.outbox WHERE case_id = $1", loan.case_id)
    assert page["legal_on"] == date(2026, 12, 23)
