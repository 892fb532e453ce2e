"""Who holds a key: the first that claimed it, however close the next one comes."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from shared.db import Pool
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Act, Claim, Hub, Work
from tests.work import toy

WAITING: Final = "SELECT count(*) FROM pg_locks WHERE NOT granted"


async def test_a_key_belongs_to_whoever_claimed_it_first(desk: Hub, db: Pool) -> None:
    key, ids = uuid4(), [uuid4(), uuid4()]

    def register(work: Work, case_id: UUID) -> UUID:
        holder = work.claimed[key].case_id
        if holder == case_id:
            toy.lend(work, case_id)
        return holder

    acts = [Act(do=partial(register, case_id=i), files=[i], claims=(Claim(key, i),)) for i in ids]
    await desk.run(acts)
    assert {act.result for act in acts} == {ids[0]}
    assert await db.fetchval("SELECT count(*) FROM hub.outbox") == 1


async def test_a_refused_act_gives_its_claim_back(desk: Hub, db: Pool) -> None:
    key, case_id = uuid4(), uuid4()
    refused = Act(
        do=partial(toy.refuse, case_id=case_id), files=[case_id], claims=(Claim(key, case_id),)
    )
    await desk.run([refused])
    assert await db.fetchval("SELECT count(*) FROM hub.claim") == 0


async def test_an_act_refused_on_a_file_that_is_there_gives_its_own_claim_back_and_no_other(
    desk: Hub, db: Pool
) -> None:
    """在册案卷上被拒的，只退还自己的幂等键，重发不答已办；他人占用的照旧."""
    key, other, case_id = uuid4(), uuid4(), uuid4()
    await desk.act(Act(do=partial(toy.lend, case_id=case_id), files=(case_id,)))
    await desk.run(
        [Act(do=lambda _: None, files=[case_id], claims=(Claim(other, case_id, "first"),))]
    )
    refused = Act(
        do=partial(toy.refuse, case_id=case_id),
        files=[case_id],
        claims=(Claim(key, case_id, "second"), Claim(other, case_id, "second")),
    )
    await desk.run([refused])
    assert isinstance(refused.error, Refused)
    rows = await db.fetch("SELECT key, digest FROM hub.claim")
    assert [tuple(row) for row in rows] == [(other, "first")]


async def waiting(db: Pool, number: int) -> None:
    """Until so many wait for a lock."""
    async with asyncio.timeout(20):
        while await db.fetchval(WAITING) < number:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)


async def test_who_is_refused_while_another_opens_the_same_takes_no_key_away(
    desk: Hub, db: Pool
) -> None:
    """同一来件正在登记时又交来的，查得到在先的案卷；被退回也不动在先的幂等键."""
    key, other, case_id = uuid4(), uuid4(), uuid4()
    seen: list[tuple[str, int]] = []

    def refuse(work: Work) -> None:
        seen.append((work.claimed[key].digest, work.take(toy.LOANS, case_id).version))
        raise Refused("不借", RULES[9])

    def act(do: Callable[[Work], object], digest: str) -> Act:
        claims = (Claim(key, case_id, digest), Claim(other, case_id))
        return Act(do=do, files=[case_id], claims=claims)

    async with db.acquire() as conn:
        async with conn.transaction():
            await conn.execute("LOCK TABLE hub.outbox IN SHARE MODE")
            first = asyncio.create_task(desk.run([act(partial(toy.lend, case_id=case_id), "1")]))
            await waiting(db, 1)
            second = asyncio.create_task(desk.run([act(refuse, "2")]))
            await waiting(db, 2)
        await asyncio.gather(first, second)
    assert seen == [("1", 1)]
    rows = await db.fetch("SELECT key FROM hub.claim")
    assert {row["key"] for row in rows} == {key, other}
