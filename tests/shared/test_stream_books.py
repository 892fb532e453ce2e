"""What streams read from the outbox, in a database that has grown since they first did."""

import asyncpg

from shared.db import Pool
from shared.stream.books import Books
from tests.shared.pages import EVERYTHING, write

FIXED = """
SELECT coalesce(sum(generic_plans), 0) FROM pg_prepared_statements
WHERE statement LIKE '%SELECT p.position%JOIN hub.outbox%' AND statement NOT LIKE '%generic%'
"""


async def test_no_plan_is_kept_from_the_day_when_the_tables_were_empty(
    db: Pool, database: str
) -> None:
    async with asyncpg.create_pool(database, min_size=1, max_size=1) as one:
        books = Books(one)
        for _ in range(10):
            assert await books.between(0, 500) == []
        await write(db, 1, 5)
        assert [page.position for page in await books.between(1, 5, EVERYTHING)] == [2, 3, 4, 5]
        assert await one.fetchval(FIXED) == 0
