"""What tests of the database's history have in common."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from deploy.local.postgres import LocalPostgres


@pytest.fixture
async def empty(postgres: LocalPostgres) -> AsyncIterator[str]:
    """The address of a database that holds nothing at all."""
    admin = await asyncpg.connect(postgres.url.replace("/hub", "/postgres"))
    await admin.execute("CREATE DATABASE bare")
    yield postgres.url.replace("/hub", "/bare")
    await admin.execute("DROP DATABASE bare WITH (FORCE)")
    await admin.close()
