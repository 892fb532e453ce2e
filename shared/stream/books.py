"""What streams read from the outbox 发件箱: what is missing in a gap, and what a reader missed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Final

from shared.db import Pool
from shared.stream.page import Page
from shared.stream.wants import Wants

BATCH: Final = 500
"""Pages read at once."""

AT_ONCE: Final = 2
"""Readers who may read at the same time; acts need the pool's connections more."""

LAST: Final = "SELECT coalesce(max(position), 0) FROM hub.position"

PLANNED_ANEW: Final = "SET LOCAL plan_cache_mode = force_custom_plan"
"""What is asked for decides whether the way leads over positions or over a dispute; and a plan kept
from the day when the tables were nearly empty would read all of the outbox for each position."""

BETWEEN: Final = """
SELECT p.position, o.office, o.kind, o.dispute_id, o.labels, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position > $1 AND p.position <= $2
  AND ($4::uuid IS NULL OR o.dispute_id = $4)
  AND ($5::text[] IS NULL OR o.office = ANY($5))
  AND ($6::text[] IS NULL OR o.kind = ANY($6))
ORDER BY p.position LIMIT $3
"""


BEFORE: Final = """
SELECT p.position, o.office, o.kind, o.dispute_id, o.labels, o.body
FROM hub.position p JOIN hub.outbox o USING (seq)
WHERE p.position <= $1 AND p.position > $2
  AND ($3::text[] IS NULL OR o.office = ANY($3))
  AND ($4::text[] IS NULL OR o.kind = ANY($4))
ORDER BY p.position DESC
"""

FAR: Final = 5000
"""Positions that are looked through at most for the newest pages that a reader wants."""


class Books:
    """Reads pages by position."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def last(self) -> int:
        """The highest position that there is."""
        found: int = await self._pool.fetchval(LAST)
        return found

    async def between(self, after: int, until: int, wants: Wants | None = None) -> Sequence[Page]:
        """Up to `BATCH` pages after a position, those that the outbox can sort out for `wants`."""
        asked = (
            (None, None, None)
            if wants is None
            else (wants.dispute_id, list(wants.offices) or None, list(wants.kinds) or None)
        )
        async with self._turn, self._pool.acquire() as conn, conn.transaction(readonly=True):
            await conn.execute(PLANNED_ANEW)
            rows = await conn.fetch(BETWEEN, after, until, BATCH, *asked)
        return [Page.of(row) for row in rows]

    async def newest(self, wants: Wants, until: int, many: int) -> list[Page]:
        """The newest pages up to a position that go to such a reader, the newest first.

        Fewer than `many` where the last `FAR` positions hold no more.
        """
        asked = (list(wants.offices) or None, list(wants.kinds) or None)
        found: list[Page] = []
        last, stretch = max(until - FAR, 0), many  # who wants all has enough in as many positions
        while until > last and len(found) < many:
            after, stretch = max(until - stretch, last), BATCH
            async with self._turn, self._pool.acquire() as conn:
                rows = await conn.fetch(BEFORE, until, after, *asked)
            found += [page for row in rows if wants.take(page := Page.of(row))]
            until = after
        return found[:many]

    async def missed(
        self, wants: Wants, after: int, present: Callable[[], int]
    ) -> AsyncIterator[tuple[int, bytes]]:
        """What a reader missed since `after`, piece by piece, each with the position reached.

        It ends when nothing lies between there and the `present` position; whoever then joins
        without waiting gets every page once.
        """
        while after < (until := present()):
            pages = await self.between(after, until, wants)
            after = pages[-1].position if len(pages) == BATCH else until
            taken = [wants.said(page) for page in pages if wants.take(page)]
            yield after, b"".join(taken)
