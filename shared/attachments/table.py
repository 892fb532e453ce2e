"""The tables of attachments: a row a file and case, who has read it, what parties handed in."""

from typing import Final

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import BYTEA

from shared.db import metadata

ATTACHMENT: Final = Table(
    "attachment",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", BYTEA, nullable=False),
    Column("by", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("offered_at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""`by`, of `organ`, handed it in first, `at` that time; it was last offered at `offered_at`."""

Index("ix_attachment_offered_at", ATTACHMENT.c.offered_at)

ATTACHMENT_READ: Final = Table(
    "attachment_read",
    metadata,
    Column("read_id", BigInteger, Identity(always=True), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("case_id", Uuid, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""查阅记录: one row for each reading."""

Index(None, ATTACHMENT_READ.c.case_id)

ATTACHMENT_OFFERED: Final = Table(
    "attachment_offered",
    metadata,
    Column("offered_id", BigInteger, Identity(always=True), primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""网上上传记录: one row each time that a party hands a file in, so also for whose it is."""

Index(None, ATTACHMENT_OFFERED.c.case_id)
Index(None, ATTACHMENT_OFFERED.c.by, ATTACHMENT_OFFERED.c.at)
