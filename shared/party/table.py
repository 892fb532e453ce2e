"""Where failed look-ups are counted, so that every web process counts alike."""

from typing import Final

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Table, Text

from shared.db import metadata

PARTY_ATTEMPT: Final = Table(
    "party_attempt",
    metadata,
    Column("attempt_id", BigInteger, Identity(always=True), primary_key=True),
    Column("key", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
    schema="hub",
)
"""A row for each failed look-up by number, and one by address; both are keyed hashes only."""

Index(None, PARTY_ATTEMPT.c.key)
Index(None, PARTY_ATTEMPT.c.until)
