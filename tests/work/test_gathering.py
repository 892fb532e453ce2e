"""Acts that arrive together, of requests and of several consumers, become one batch."""

import asyncio
from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

import pytest

from shared.clock import StillClock
from shared.db import Pool
from shared.work import Act, Hub, Message
from tests.shared import hearing
from tests.work import toy


@pytest.fixture
async def desk(db: Pool, clock: StillClock) -> Hub:
    await db.execute(toy.CREATE)
    return hearing.make_hub(db, clock)


def lending(case_id: UUID, heard: Message | None = None) -> Act:
    return Act(do=partial(toy.lend, case_id=case_id), files=(case_id,), heard=heard)


async def turns() -> None:
    """Let whoever can go on do so."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_what_several_mailrooms_bring_at_once_is_written_in_few_transactions(
    desk: Hub, db: Pool
) -> None:
    groups = [[lending(uuid4())] for _ in range(20)]
    await asyncio.gather(*(desk.together(acts) for acts in groups))
    assert all(act.error is None for acts in groups for act in acts)
    assert await db.fetchval("SELECT count(DISTINCT xmin::text) FROM hub.file") <= 3


async def test_two_consumers_may_hear_the_same_page_in_one_batch(desk: Hub, db: Pool) -> None:
    page = (uuid4(), 1)
    acts = [lending(uuid4(), Message(name, *page)) for name in ("one", "other", "one")]
    await desk.run(acts)
    assert [act.known for act in acts] == [False, False, True]
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 2


async def test_a_page_that_fails_holds_up_its_own_consumer_alone(desk: Hub) -> None:
    def fail(_: object) -> None:
        raise ArithmeticError

    lost = Act(do=fail, heard=Message("one", case := uuid4(), 1), lane=("one", case))
    behind, free = lending(uuid4()), lending(uuid4())
    behind.lane, free.lane = ("one", case), ("other", case)
    await desk.run([lost, behind, free])
    assert behind.error is not None
    assert free.error is None


async def test_what_comes_when_all_lanes_have_just_ended_does_not_wait_for_the_next_to_come(
    desk: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = asyncio.Event()
    second = Act(do=lambda _: None)

    async def run(acts: Sequence[Act]) -> None:
        await answered.wait()
        for act in acts:
            act.result = "done"

    async def twice() -> None:
        await desk.act(Act(do=lambda _: None))
        await desk.together([second])

    monkeypatch.setattr(desk, "run", run)
    both = [asyncio.create_task(twice())]
    await turns()
    both.append(asyncio.create_task(desk.act(Act(do=lambda _: None))))
    await turns()
    answered.set()
    await turns()
    for one in both:
        one.cancel()
    assert second.result == "done"


async def test_who_is_cancelled_takes_nobody_along_and_may_hear_the_page_again(
    desk: Hub, db: Pool
) -> None:
    page = Message("one", uuid4(), 1)
    case_id, other = uuid4(), uuid4()
    gone = asyncio.create_task(desk.together([lending(case_id, page)]))
    stays = asyncio.create_task(desk.together([beside := lending(other)]))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.gather(gone, stays, return_exceptions=True)
    await desk.together([again := lending(case_id, page)])
    assert (gone.cancelled(), beside.error, again.error) == (True, None, None)
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == len({case_id, other})
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 1
