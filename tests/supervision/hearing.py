"""Supervision at the end of its feeds: every page, as the records of Kafka would hand it."""

from services.supervision.books import RULES
from services.supervision.office import OFFICE
from shared.db import Pool
from shared.mailroom import Mailroom
from shared.parked import Letter
from shared.relay import headers_of
from shared.work import Hub

CONSUMER = "hub.supervision.office"
PAGES = "SELECT seq AS position, * FROM hub.outbox WHERE seq > $1 ORDER BY seq"


async def carry(hub: Hub) -> None:
    """Hand it every page from the first one on, until nothing is new."""
    room, since = Mailroom(hub, OFFICE, CONSUMER), 0
    while rows := await hub.pool.fetch(PAGES, since):
        since = rows[-1]["position"]
        for row in rows:
            body = row["body"].encode()
            letter = Letter.read(f"hub.{row['office']}", 0, row["seq"], headers_of(row), body)
            await room.take_in([letter])


async def broken(pool: Pool) -> dict[str, tuple[int, tuple[str, ...]]]:
    """The rules of supervision that do not hold, with how many and where."""
    async with pool.acquire() as conn, conn.transaction():
        found = {rule.name: await rule.check(conn) for rule in RULES}
    return {name: (one.count, one.samples) for name, one in found.items() if one.count}
