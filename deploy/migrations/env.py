"""What Alembic runs: connects, waits for its turn, and describes what the hub's tables should be.

On the command line (`alembic check`, `alembic revision --autogenerate -m "add …"`) the database is
that of `HUB_DATABASE_URL`, or of the running hub; `-x schema=intake` leaves all other schemas out.
"""

import asyncio
from collections.abc import Iterable

import asyncpg
from alembic import context
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Table, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateSchema, CreateSequence, ExecutableDDLElement, SchemaItem

from deploy.migrations.schema import schema_names, whole_schema
from deploy.run_file import adopt
from shared.clock import WallClock

_TURN = "SELECT pg_try_advisory_lock(hashtext('hub migrations'))"
_PAUSE_SECONDS = 0.1


def _url() -> str:
    given: str | None = context.config.attributes.get("url")
    if given:
        return given
    url = adopt().database_url
    if url is None:
        raise LookupError("no database: set HUB_DATABASE_URL, or start `hub up`")
    return url.get_secret_value()


def _schemas() -> list[str]:
    only = context.get_x_argument(as_dictionary=True).get("schema")
    return [str(only)] if only else schema_names()


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    del parents
    return kind != "schema" or name in _schemas()


def _is_wanted(item: SchemaItem, *_: object) -> bool:
    return not isinstance(item, Table) or item.schema in _schemas()


def _complete(
    migration: MigrationContext,
    revision: str | Iterable[str | None],
    directives: list[ops.MigrationScript],
) -> None:
    """Name a new revision by its time, and make schemas and sequences, which Alembic overlooks."""
    del revision
    [script] = directives
    if script.upgrade_ops is None or script.upgrade_ops.is_empty():
        return
    assert migration.connection is not None  # noqa: S101  # offline is not offered
    known = inspect(migration.connection)
    made = set(known.get_schema_names())
    sequences = whole_schema()._sequences.values()  # noqa: SLF001  # told nowhere else
    missing: list[ExecutableDDLElement] = [
        *(CreateSchema(name) for name in _schemas() if name not in made),
        *(
            CreateSequence(one)
            for one in sequences
            if one.schema in _schemas() and not known.has_sequence(one.name, schema=one.schema)
        ),
    ]
    script.rev_id = WallClock().now().strftime("%Y_%m_%d_%H%M")
    texts = [str(ddl.compile(dialect=migration.dialect)) for ddl in missing]
    script.upgrade_ops.ops[:0] = [ops.ExecuteSQLOp(text) for text in texts]


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=whole_schema(),
        include_schemas=True,
        include_name=_is_ours,
        include_object=_is_wanted,
        compare_server_default=True,
        version_table_schema="hub",
        process_revision_directives=_complete,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _wait_for_turn(connection: AsyncConnection) -> None:
    """One at a time. Asked again and again, since whoever waits within a query holds a snapshot.

    And on an old snapshot waits `CREATE INDEX CONCURRENTLY`, which then waits for itself.
    """
    while not await connection.scalar(text(_TURN)):
        await connection.rollback()
        await asyncio.sleep(_PAUSE_SECONDS)
    await connection.execute(CreateSchema("hub", if_not_exists=True))
    await connection.commit()


async def _run(url: str) -> None:
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url), poolclass=NullPool
    )
    async with engine.connect() as connection:
        await _wait_for_turn(connection)
        await connection.run_sync(_migrate)
    await engine.dispose()


asyncio.run(_run(_url()))
