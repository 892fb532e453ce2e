"""Tables of intake 登记, in its own schema."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, Text

from shared.db import case_table

DISPUTE: Final = case_table(
    "dispute",
    Column("number", Text, nullable=False, unique=True),
    Column("window", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("respondent", Text),
    Column("act", Text),
    Column("urgency", Text, nullable=False),
    Column("risk", Text, nullable=False),
    Column("registered_on", Date, nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("imported", Boolean, nullable=False),
    schema="intake",
)
"""A row per dispute 纠纷."""

Index(None, DISPUTE.c.county)
