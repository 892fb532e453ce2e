"""Deadlines 期限 as durable rows: opened, met and lapsed by the facts that the tables name."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, Table, Text, Uuid

from shared.db import metadata

DEADLINE: Final = Table(
    "deadline",
    metadata,
    Column("case_id", Uuid, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("opened", Integer, primary_key=True, autoincrement=False),
    Column("dispute_id", Uuid, nullable=False),
    Column("office", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("ended", Text),
    Column("ended_by", Integer),
    schema="hub",
)
"""Keyed by file, name, subject and the page that opened it; `until` is when the period is over.

`ended` is null while it runs, then `met`, `lapsed` or `closed` (with the file); `ended_by` is the
page that ended it.
"""

Index("ix_deadline_running", DEADLINE.c.until, postgresql_where=DEADLINE.c.ended.is_(None))
