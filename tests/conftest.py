"""Servers and hubs for tests: a PostgreSQL and a Kafka of our own, on free ports, ended with us."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from hypothesis import settings

from deploy.compose import make_hub
from deploy.local.kafka import LocalKafka
from deploy.local.ports import free_port
from deploy.local.postgres import LocalPostgres
from deploy.migrations.run import upgrade
from shared.clock import CITY, StillClock
from shared.db import Pool
from shared.work import Hub

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=CITY)
"""A working Monday, on which tests begin."""

_names = count(1)

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
"""No test makes a claim of time: how long an example takes is the machine's affair."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever asks for a server, so that `-m` can leave it out."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "kafka" in fixtures:
            item.add_marker(pytest.mark.kafka)
        if "postgres" in fixtures:
            item.add_marker(pytest.mark.postgres)
        if "chromium_program" in fixtures:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalPostgres]:
    """A server without fsync, whose database `hub` has the newest schema and stays empty."""
    server = LocalPostgres(tmp_path_factory.mktemp("postgres"), free_port(), fsync=False)
    server.start()
    try:
        upgrade(server.url)
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A broker; the fixture is its address. Tests name topics of their own."""
    folder: Path = tmp_path_factory.mktemp("kafka")
    server = LocalKafka(folder, free_port(), free_port())
    server.start(train=False)
    try:
        yield server.bootstrap
    finally:
        server.stop()


@pytest.fixture
async def database(postgres: LocalPostgres) -> AsyncIterator[str]:
    """The address of a fresh database."""
    name = f"hub_{next(_names)}"
    admin = await asyncpg.connect(postgres.url.replace("/hub", "/postgres"))
    await admin.execute(f"CREATE DATABASE {name} TEMPLATE hub")
    try:
        yield postgres.url.replace("/hub", f"/{name}")
    finally:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()


@pytest.fixture
async def db(database: str) -> AsyncIterator[Pool]:
    """A pool of connections to the fresh database."""
    pool = await asyncpg.create_pool(database, min_size=1, max_size=8)
    try:
        yield pool
    finally:
        async with asyncio.timeout(10):
            await pool.close()


@pytest.fixture
def clock() -> StillClock:
    """A clock that stands at the morning on which tests begin."""
    return StillClock(MORNING)


@pytest.fixture
def hub(db: Pool, clock: StillClock) -> Hub:
    """The unit of work over the fresh database, with every office."""
    return make_hub(db, clock=clock, secret=b"x" * 40)
