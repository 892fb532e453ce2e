"""The inbox 收件箱: which pages a consumer has handled, written with what the handling did."""

from typing import Final

from sqlalchemy import Column, Integer, Table, Text, Uuid

from shared.db import metadata

INBOX: Final = Table(
    "inbox",
    metadata,
    Column("consumer", Text, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    schema="hub",
)
"""What stands here is never handled twice."""
