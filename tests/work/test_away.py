"""The database goes away in the middle: what is told is what is in the books."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import asyncpg
import pytest

from shared import sweep
from shared.clock import StillClock
from shared.db import Conn, Pool
from shared.errors import Away
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Act, Hub, Message, Work
from shared.work.lanes import TOGETHER
from tests.shared import hearing
from tests.work import toy


class Torn:
    """A pool whose connections break at a commit, before it took place or after."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.before = 0
        """Which commit from now on breaks before it took place; none if 0."""
        self.after = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._pool, name)

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[Conn]:
        async with self._pool.acquire() as conn:
            yield _Conn(self, conn)


class _Conn:
    def __init__(self, torn: Torn, conn: Conn) -> None:
        self._torn = torn
        self._conn = conn

    def __getattr__(self, name: str) -> object:
        return getattr(self._conn, name)

    async def execute(self, query: str, *values: object) -> None:
        if query == "COMMIT":
            self._torn.before -= 1
            if self._torn.before == 0:
                raise ConnectionResetError
        await self._conn.execute(query, *values)
        if query == "COMMIT" and self._torn.after:
            self._torn.after = False
            raise ConnectionResetError


@pytest.fixture
async def torn(db: Pool) -> Torn:
    await db.execute(toy.CREATE)
    return Torn(db)


@pytest.fixture
def desk(torn: Torn, clock: StillClock) -> Hub:
    return hearing.make_hub(torn, clock)


def lending(case_id: UUID, heard: Message | None = None) -> Act:
    return Act(do=partial(toy.lend, case_id=case_id), files=(case_id,), heard=heard)


async def pages(db: Pool, case_id: UUID) -> int:
    found: int = await db.fetchval("SELECT count(*) FROM hub.outbox WHERE case_id = $1", case_id)
    return found


async def test_a_commit_whose_answer_was_lost_is_looked_for_and_stands(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    case_id = uuid4()
    torn.after = True
    loan = await desk.act(lending(case_id))
    assert (loan.version, await pages(db, case_id)) == (1, 1)


async def test_a_commit_that_did_not_take_place_is_told_and_may_be_tried_again(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    case_id = uuid4()
    torn.before = 1
    with pytest.raises(Away):
        await desk.act(lending(case_id))
    assert await pages(db, case_id) == 0
    await desk.act(lending(case_id))
    assert await pages(db, case_id) == 1


async def test_what_was_heard_in_a_lost_commit_is_not_taken_for_heard(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    """A handler that records nothing leaves only its row in the inbox."""
    heard = Act(do=lambda _: None, heard=Message("hub.toy.office", uuid4(), 1))
    torn.before = 1
    with pytest.raises(Away):
        await desk.run([heard])
    await desk.run([heard])
    assert (heard.error, heard.known) == (None, False)
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 1


async def test_a_refusal_in_a_lost_commit_is_not_taken_for_an_answer(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    """It was to stand on a clock file, and in the inbox: neither was written."""

    def refuse(_: Work) -> None:
        raise Refused("已经借出", RULES[1])

    heard = Act(do=refuse, heard=Message("hub.toy.office", uuid4(), 1))
    torn.before = 1
    await desk.together([heard])
    assert isinstance(heard.error, Away)
    await desk.together([heard])
    assert isinstance(heard.error, Refused)
    assert await db.fetchval("SELECT count(*) FROM hub.inbox") == 1


async def test_of_two_gathered_batches_only_the_one_whose_commit_was_lost_is_done_again(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    def group(name: str) -> list[Act]:
        heard = (Message(f"hub.{name}.office", uuid4(), 1) for _ in range(TOGETHER // 2))
        return [lending(uuid4(), one) for one in heard]

    groups = [group(name) for name in ("one", "two", "three", "four")]
    torn.before = 1
    await asyncio.gather(*(desk.together(acts) for acts in groups))
    lost = [isinstance(act.error, Away) for acts in groups for act in acts]
    assert sum(lost) == TOGETHER
    await asyncio.gather(*(desk.together(acts) for acts in groups))
    assert not any(act.error for acts in groups for act in acts)
    assert [not act.known for acts in groups for act in acts] == lost
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == 2 * TOGETHER


async def test_numbers_that_a_crash_may_give_to_others_are_not_used(desk: Hub, torn: Torn) -> None:
    def number(work: Work) -> int:
        return work.number()

    first = await desk.act(Act(do=number, numbers=1))
    torn.before = 1
    with pytest.raises(Away):
        await desk.act(Act(do=number, numbers=1))
    after = await desk.act(Act(do=number, numbers=1))
    assert (after - first) // 1000 > 0, "another block"


async def test_of_a_batch_that_was_split_only_what_was_not_written_is_away(
    desk: Hub, torn: Torn, db: Pool
) -> None:
    good, bad, last = uuid4(), uuid4(), uuid4()

    def spoil(work: Work) -> object:
        return work.document(bad, bad, "spoilt", "\x00")  # which PostgreSQL cannot keep

    acts = [lending(good), Act(do=spoil, files=(bad,)), lending(last)]
    torn.before = 2
    await desk.run(acts)
    assert acts[0].error is None
    assert isinstance(acts[1].error, asyncpg.DataError)
    assert isinstance(acts[2].error, Away)
    assert [await pages(db, case) for case in (good, bad, last)] == [1, 0, 0]


@pytest.mark.parametrize(("rest", "found"), [(0.0, 1), (60.0, 0)])
async def test_a_file_that_could_not_be_swept_is_left_alone_for_a_while_only(
    desk: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch, *, rest: float, found: int
) -> None:
    monkeypatch.setattr(sweep, "REST_SECONDS", rest)
    case_id = uuid4()
    await desk.act(lending(case_id))
    clock.forward(timedelta(days=20))
    once = sweep.Sweep(desk).once
    with monkeypatch.context() as patched:
        patched.setattr(Work, "sweep", lambda *_: 1 // 0)
        assert await once() == 1
    assert await once() == found
    loan, _ = await desk.read(toy.LOANS, case_id)
    assert loan.version == 1 + found
