"""Reading for rule books and explanations: what the database holds of them, without a lock."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.routing import rulebook
from services.routing.domain.explaining import Explanation, explain
from services.routing.domain.rulebook import RuleBook
from services.routing.domain.rulebook_file import RuleBookFile
from services.routing.store import RULEBOOKS, routing_of
from shared.contracts.intake import DisputeRegistered
from shared.contracts.routing import DisputeRouted
from shared.db import LOST
from shared.documents import read_documents
from shared.editions import Editions, enacted
from shared.errors import Away, Unknown
from shared.law.period import legal_day
from shared.work import Hub

SHIFT: Final = "SELECT shift FROM hub.clock"

BOOKS: Final = """
SELECT case_id FROM routing.rulebook WHERE $1 = '' OR state = $1
ORDER BY drafted_on {turn}, case_id LIMIT $2 OFFSET $3
"""
MOST: Final = 200
"""Rule books on a page at most."""

PAGES: Final = """
SELECT r.body AS routed, i.body AS registered
FROM hub.outbox r JOIN hub.outbox i
  ON i.dispute_id = r.dispute_id AND i.kind = 'intake.registered.v1'
WHERE r.case_id = $1 AND r.kind = 'routing.routed.v1'
ORDER BY r.version LIMIT 1
"""

INTAKE: Final = """
SELECT case_id FROM hub.outbox WHERE dispute_id = $1 AND kind = 'intake.registered.v1'
ORDER BY seq LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """规则簿, as it is listed: its file, and whether it is the one in force today."""

    file: RuleBookFile
    in_force: bool


async def today_of(hub: Hub) -> date:
    """The hub's own day."""
    return legal_day(hub.clock.now() + await hub.pool.fetchval(SHIFT))


async def standing(hub: Hub) -> tuple[Editions, date]:
    """What was ever enacted, and the hub's day."""
    async with hub.pool.acquire() as conn:
        editions = await enacted(conn)
    return editions, await today_of(hub)


async def current(hub: Hub) -> tuple[RuleBook, str]:
    """现行规则簿 and its text.

    Raises:
        Away: The database does not answer.
    """
    try:
        editions, today = await standing(hub)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    held = editions.on(rulebook.OFFICE, rulebook.NAME, today)
    text = held.body if held else rulebook.OWN.read_text(encoding="utf-8")
    return rulebook.on(editions, today), text


async def every(
    hub: Hub, state: str = "", *, oldest_first: bool = False, after: int = 0, limit: int = MOST
) -> list[Shown]:
    """Rule books under care in the order of their drafts, `limit` of them behind `after` ones.

    Args:
        hub: Where they are.
        state: Only those that stand there; empty for all.
        oldest_first: From the other end.
        after: So many are passed over.
        limit: At most so many, `MOST` and one more to tell whether there are any.

    Raises:
        Away: The database does not answer.
    """
    try:
        editions, today = await standing(hub)
        query = BOOKS.format(turn="ASC" if oldest_first else "DESC")
        rows = await hub.pool.fetch(query, state, limit, after)
        files = [(await hub.read(RULEBOOKS, row["case_id"]))[0] for row in rows]
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    held = editions.on(rulebook.OFFICE, rulebook.NAME, today)
    return [Shown(file, held is not None and held.case_id == file.case_id) for file in files]


async def text_of(
    hub: Hub,
    document_id: UUID | None,
    reader: str,
    purpose: str,
    *,
    since: datetime | None = None,
) -> str:
    """The text of a rule book or of its figures; that it was read is on record.

    What has gone on `since` then is on record once, however often the text is asked for.

    Raises:
        Unknown: There is none.
        Away: The database does not answer.
    """
    if document_id is None:
        raise Unknown("还没有推演过")
    try:
        async with hub.pool.acquire() as conn:
            now = hub.clock.now()
            found = await read_documents(
                conn, [document_id], reader=reader, purpose=purpose, at=now, since=since
            )
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    if document_id not in found:
        raise Unknown("没有这份正文")
    return found[document_id]


async def explained(hub: Hub, case_id: UUID) -> Explanation:
    """分流说明 of a routing file.

    Raises:
        Unknown: Nothing was routed there.
        Away: The database does not answer.
    """
    try:
        async with hub.pool.acquire() as conn:
            row = await conn.fetchrow(PAGES, case_id)
            editions = await enacted(conn)
    except LOST as error:
        raise Away("数据库暂时无法访问") from error
    if row is None:
        raise Unknown("这件纠纷还没有分流")
    page = DisputeRouted.model_validate_json(row["routed"])
    fact = DisputeRegistered.model_validate_json(row["registered"])
    since = date.fromisoformat(page.rules) if page.rules else page.head.on
    book = rulebook.on(editions, since)
    return explain(fact, page, book, hub.directory)


async def routing_file_of(hub: Hub, dispute_id: UUID) -> UUID:
    """The routing file of a dispute.

    Raises:
        Unknown: It was never registered.
    """
    found = await hub.pool.fetchval(INTAKE, dispute_id)
    if found is None:
        raise Unknown("没有这件纠纷")
    return routing_of(found)
