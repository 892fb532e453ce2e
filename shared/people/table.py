"""Where parties stand, and who read of them, for what, when."""

from typing import Final

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import metadata

PEOPLE: Final = Table(
    "people",
    metadata,
    Column("person_id", Uuid, primary_key=True),
    Column("dispute_id", Uuid, nullable=False),
    Column("side", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("id_number", Text),
    Column("phone", Text),
    Column("address", Text),
    Column("of_file", Uuid),
    Column("name_hash", Text),
    Column("id_hash", Text),
    Column("phone_hash", Text),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""A row per party of a dispute; the hashes recognise the same person in another dispute.

`of_file` is the one case file in which somebody takes part who is no party of the dispute itself: a
third person, a successor, an agent.
"""

Index(None, PEOPLE.c.dispute_id)
Index("ix_people_id_hash", PEOPLE.c.id_hash, postgresql_where=PEOPLE.c.id_hash.is_not(None))
Index(
    "ix_people_phone_hash", PEOPLE.c.phone_hash, postgresql_where=PEOPLE.c.phone_hash.is_not(None)
)

PEOPLE_STATED: Final = Table(
    "people_stated",
    metadata,
    Column("stated_id", BigInteger, Identity(always=True), primary_key=True),
    Column("person_id", Uuid, nullable=False),
    Column("address", Text),
    Column("service_address", Text),
    Column("head_name", Text),
    Column("head_post", Text),
    Column("former_phone", Text),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""What a party says of itself when it comes in, or later; of each column its newest word counts.

Nothing is overwritten: where papers were to reach it on a day can be seen later, too, and which
telephone it had before one was corrected (`former_phone`, RULES 163).
"""

Index(None, PEOPLE_STATED.c.person_id)

PEOPLE_READ: Final = Table(
    "people_read",
    metadata,
    Column("read_id", BigInteger, Identity(always=True), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("ids", JSONB, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""查阅记录: one row for each batch of parties read."""

Index("ix_people_read_ids", PEOPLE_READ.c.ids, postgresql_using="gin")
