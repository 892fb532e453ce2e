"""公开的决定书: whose names must not stand in one, and those that anybody may read (ARL 79)."""

from collections.abc import Collection
from typing import Final

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.store import CASES
from shared.people import Person, read_people
from shared.work import Hub

EVERYBODY: Final = "SELECT person_id FROM hub.people WHERE dispute_id = ANY($1::uuid[])"
"""Parties, agents and whoever else is registered in these disputes."""

PURPOSE: Final = "公开决定书前核对隐去的内容"


async def people_decided(hub: Hub, file: Aftermath, *, reader: str) -> Collection[Person]:
    """Everybody in the disputes that the decision decides; the reading is recorded."""
    assert file.about is not None  # noqa: S101 - no file without its first page
    case, _ = await hub.read(CASES, file.about)
    others = [(await hub.read(CASES, one))[0] for one in case.decided_with]
    disputes = {one.dispute_id for one in (case, *others)}
    async with hub.pool.acquire() as conn, conn.transaction():
        ids = [row["person_id"] for row in await conn.fetch(EVERYBODY, list(disputes))]
        found = await read_people(conn, ids, reader=reader, purpose=PURPOSE, at=hub.clock.now())
    return found.values()
