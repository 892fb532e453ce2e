"""The database as described to SQLAlchemy: naming, and the form of a case table."""

from typing import Any, Final, TypeAlias

import asyncpg
from sqlalchemy import Column, Integer, MetaData, Table, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

Conn: TypeAlias = Any
"""A connection of asyncpg, which carries no types."""

Pool: TypeAlias = Any
"""A pool of asyncpg's connections."""

UNABLE: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresIOError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.DatabaseDroppedError,
    asyncpg.IdleSessionTimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""What a database says, or its client, that is away or can do no work: its disk is full, say."""

LOST: Final = (*UNABLE, OSError, TimeoutError)
"""The database is away; the same acts may be tried again."""

ILLEGIBLE: Final = (asyncpg.CharacterNotInRepertoireError, asyncpg.UntranslatableCharacterError)
"""What a database says of a text with the one sign that it can hold in none: U+0000."""

HIGHEST: Final = 2**63 - 1
"""The highest number that a row can have."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the hub: schema `hub`, and one schema per office."""


def case_table(name: str, *extra: Column[Any], schema: str) -> Table:
    """A table with a row a case file, as a shelf keeps it; `extra` columns are the office's."""
    return Table(
        name,
        metadata,
        Column("case_id", Uuid, primary_key=True),
        Column("dispute_id", Uuid, nullable=False),
        Column("state", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("tracks", JSONB, nullable=False, server_default=text("'{}'")),
        *extra,
        schema=schema,
    )
