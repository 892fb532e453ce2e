"""What was annulled ends the days to sue, also where it had been before the road heard of it."""

from uuid import UUID

from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from services.reconsideration.store import aftermath_of
from services.routing.store import ROUTINGS
from shared.db import Pool
from tests.deploy.test_migrations import history
from tests.routing.own_suits import HEAD, Joint, annul, joint, sound

__all__ = ["joint"]

UNKNOWN = "UPDATE routing.routing SET suers = '[]'"


async def pass_by(joint: Joint) -> None:
    """An annulment of before anybody listened to it."""
    said = {"organ": "620700-government", "text": "撤销该行政复议决定。"}
    answer = await joint.place.ask(f"{joint.after}/annulment", *HEAD, **said)
    assert answer.status_code == 201, answer.text
    joint.place.heard = await joint.place.hub.pool.fetchval("SELECT max(seq) FROM hub.outbox")


async def step(database: str) -> None:
    """The fills of the migration, on a database that is at its head."""
    script = ScriptDirectory.from_config(history()).get_revision("2026_11_30_0874")
    assert script is not None
    engine = create_async_engine(database.replace("postgresql://", "postgresql+asyncpg://"))
    async with engine.begin() as conn:
        await conn.execute(text(script.module.SUERS))
        await conn.run_sync(script.module.end_days)
    await engine.dispose()


async def test_days_over_what_had_fallen_before_the_upgrade_end_with_it(
    joint: Joint,
    db: Pool,
    database: str,
) -> None:
    """升级以前被撤销的决定，对它仍在计算的起诉期限随升级结束；没有撤销的照算 (RULES 92; ALL 45)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await joint.place.at("2026-11-25")
    await joint.serve("孙某", "2026-11-25")
    runs = await joint.runs()
    await step(database)
    assert await joint.runs() == runs, "nothing fell"
    await pass_by(joint)
    assert await joint.runs() == runs, "the annulment passed the road by"
    for _ in range(2):
        await step(database)
    assert await joint.runs() == {}
    last = (await joint.place.pages(joint.road))[-2:]
    assert [one["kind"].split(".")[1] for one in last] == ["suit_replaced", "own_suit_replaced"]
    assert await sound(joint, db)
    file, _ = await joint.place.hub.read(ROUTINGS, joint.road)
    assert (file.sue_until, file.own_suits) == (None, ())


async def test_who_had_sued_before_the_upgrade_is_read_from_the_pages(
    joint: Joint,
    db: Pool,
    database: str,
) -> None:
    """升级以前再次告知而漏记的，已经起诉的人从案卷各页补记，与重读各页一致 (ALL 45)."""
    await joint.place.at("2026-11-26")
    await joint.seal()
    await joint.place.at("2026-12-01")
    await joint.serve("赵某", "2026-12-01")
    await joint.sue("赵某")
    await joint.serve("孙某", "2026-11-27")
    await db.execute(UNKNOWN)
    assert not await sound(joint, db)
    await step(database)
    assert await sound(joint, db)


async def test_the_page_of_an_annulment_says_whether_anybody_had_to_perform(joint: Joint) -> None:
    """撤销时写明原决定有没有需要被申请人履行的内容，维持的没有 (ARL 68, 77)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await annul(joint)
    about = UUID(joint.case.rpartition("/")[2])
    [fell] = [
        one
        for one in await joint.place.pages(aftermath_of(about))
        if one["kind"] == "reconsideration.annulled.v1"
    ]
    assert fell["obliges"] is False
    for name in ("孙某", ""):
        await joint.serve(name, "2026-11-23")
    pages_ = await joint.place.pages(aftermath_of(about))
    opened = [one for one in pages_ if one["kind"] == "reconsideration.aftermath_opened.v1"]
    assert [one["obliges"] for one in opened] == [False]
