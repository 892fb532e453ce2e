"""A live case as it stands, copied into a world: what follows there changes nothing here."""

from uuid import UUID

from asyncpg import Record

from deploy.rehearse.world import World
from shared.calendars import loaded
from shared.contracts.catalogue import read
from shared.db import Conn
from shared.disputes import dispute_of
from shared.editions import enacted
from shared.errors import Unknown
from shared.labels import labels_in
from shared.work import Hub
from shared.work.load import lock
from shared.work.memory import Page

FILES = "SELECT case_id FROM hub.file WHERE dispute_id = $1"

SHIFT = "SELECT shift FROM hub.clock"

PAGES = """
SELECT kind, body, office, labels FROM hub.outbox
WHERE dispute_id = $1 ORDER BY at, case_id, version
"""


async def copy_of(hub: Hub, key: str) -> World:
    """A world in which this dispute stands as it does in the hub, at the hub's own hour.

    Raises:
        Unknown: There is no such dispute.
        Away: The database does not answer.
    """
    async with hub.pool.acquire() as conn:
        copying = conn.transaction()
        await copying.start()
        try:
            return await _copy(conn, hub, key)
        finally:
            await copying.rollback()  # the locks are let go, and nothing was written


async def _copy(conn: Conn, hub: Hub, key: str) -> World:
    dispute_id: UUID = await dispute_of(conn, key)
    ids = [row["case_id"] for row in await conn.fetch(FILES, dispute_id)]
    if not ids:
        raise Unknown("没有这件纠纷")
    memory = await lock(conn, ids, hub.shelf)
    shift = await conn.fetchval(SHIFT)
    _, calendar = await loaded(conn, hub.calendar)
    world = World(hub.clock.now() + shift, calendar, hub.directory)
    world.editions = await enacted(conn)
    for case_id, file in memory.files.items():
        file.shelf = world.shelf(file.shelf.office, file.shelf.name)
        world.memory.files[case_id] = file
        for running in file.deadlines.values():
            world.memory.opened[case_id, running.key] = running
    world.remember([_page(row) for row in await conn.fetch(PAGES, dispute_id)])
    return world


def _page(row: Record) -> Page:
    fact = read(row["kind"], row["body"])
    return Page(fact, row["office"], labels_in(row["labels"]), "")
