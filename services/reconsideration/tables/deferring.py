"""The table of 顺延期限, in the schema of reconsideration."""

from typing import Final

from sqlalchemy import Column, Date, Index, Text, Uuid, text

from shared.db import case_table

DEFERRAL: Final = case_table(
    "deferral",
    Column("of_case_id", Uuid, nullable=False),
    Column("authority", Text, nullable=False),
    Column("missed", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("hindrance", Text, nullable=False),
    Column("hindered_on", Date, nullable=False),
    Column("removed_on", Date, nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("deferred_days", Text, nullable=False),
    Column("deferred_case_id", Uuid),
    schema="reconsideration",
)
"""A row for each request 顺延期限; its columns are the fields of `domain.deferral.Deferral`."""

DEFERRAL_ASKED: Final = "(state = 'deferral_asked')"
"""The body is still to decide."""
Index("ix_deferral_asked", DEFERRAL.c.authority, postgresql_where=text(DEFERRAL_ASKED))
