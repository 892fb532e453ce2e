"""主题前缀: a database that has lived under one prefix is not worked on under another."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from deploy.hub import app
from deploy.local.postgres import LocalPostgres
from deploy.prefix import refuse_another_prefix
from shared.db import Pool
from shared.settings import BadSettings, explained, settings

SENT = """
INSERT INTO hub.sent (topic, part, position, next_offset) VALUES ('', 0, 1, 0), ($1, 0, 1, 1)
"""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, _, _ in explained():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


async def test_a_database_that_has_sent_nothing_takes_any_prefix(db: Pool, database: str) -> None:
    assert await db.fetchval("SELECT count(*) FROM hub.sent") == 0
    await refuse_another_prefix(database, "anything")


async def test_a_database_without_tables_takes_any_prefix(postgres: LocalPostgres) -> None:
    empty = postgres.url.replace("/hub", "/postgres")
    await refuse_another_prefix(empty, "anything")
    conn = await asyncpg.connect(empty)
    assert await conn.fetchval("SELECT to_regclass('hub.sent')") is None, "nor is any table made"
    await conn.close()


async def test_only_the_prefix_that_it_has_lived_under_is_taken(db: Pool, database: str) -> None:
    await db.execute(SENT, "city-a.intake")
    await refuse_another_prefix(database, "city-a")
    with pytest.raises(BadSettings, match=r"主题前缀是 city-a，不能改为 city\b"):
        await refuse_another_prefix(database, "city")


@pytest.mark.parametrize("part", ["web", "work", "relay"])
async def test_a_part_that_runs_alone_ends_at_once_under_another_prefix(
    part: str, db: Pool, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await db.execute(SENT, "old.intake")
    monkeypatch.setenv("HUB_DATABASE_URL", database)
    monkeypatch.setenv("HUB_KAFKA", "127.0.0.1:1")
    monkeypatch.setenv("HUB_TOPIC_PREFIX", "new")
    done = await asyncio.to_thread(CliRunner().invoke, app, [part])
    assert (done.exit_code, "HUB_TOPIC_PREFIX=old" in done.stderr) == (1, True), done.output
