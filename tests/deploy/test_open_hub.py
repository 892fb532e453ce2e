"""进程的数据库连接: what PostgreSQL has planned for a page is known when it is opened again."""

from pydantic import SecretStr

from deploy.compose import open_hub
from shared.settings import Settings

KEPT = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT % AS nth'"


async def test_a_connection_keeps_the_statements_of_all_desks(database: str) -> None:
    """各岗位页面的查询多达数百种，连接都记住，不因轮流打开各页而每次重新解析、计划."""
    told = Settings(database_url=SecretStr(database), secret=SecretStr("s" * 40))
    async with open_hub(told) as hub, hub.pool.acquire() as conn:
        for n in range(600):
            assert await conn.fetchval(f"SELECT {n} AS nth") == n
        assert await conn.fetchval(KEPT) == 600
