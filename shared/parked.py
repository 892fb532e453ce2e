"""Parked messages 滞留件: what a consumer could not handle, and the lane behind it."""

from typing import Final

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import metadata

PARKED: Final = Table(
    "parked",
    metadata,
    Column("parked_id", BigInteger, Identity(always=True), primary_key=True),
    Column("consumer", Text, nullable=False),
    Column("case_id", Uuid),
    Column("version", Integer),
    Column("topic", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("record_offset", BigInteger, nullable=False),
    Column("headers", JSONB, nullable=False),
    Column("body", Text, nullable=False),
    Column("mended", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""`state`: `parked` (failed), `waiting` (behind one that failed), `replayed` or `discarded`.

The lane is (consumer, case_id). A message whose headers name no file has no lane and holds up
nobody. `body` is base64 when the bytes are no UTF-8 (header `encoding`).
"""

Index(
    "ix_parked_lane",
    PARKED.c.consumer,
    PARKED.c.case_id,
    postgresql_where=PARKED.c.state.in_(("parked", "waiting")),
)
Index(
    "uq_parked_record",
    PARKED.c.consumer,
    PARKED.c.topic,
    PARKED.c.part,
    PARKED.c.record_offset,
    unique=True,
)
