"""Tables of adjudication 行政裁决, in its own schema."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

ADJUDICATION: Final = case_table(
    "adjudication",
    Column("matter", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("applicants", JSONB, nullable=False),
    Column("respondents", JSONB, nullable=False),
    Column("obliged", JSONB, nullable=False),
    Column("performance_days", Integer),
    Column("review_first", Boolean, nullable=False),
    Column("served", JSONB, nullable=False),
    Column("perform_by", Date),
    Column("remedy_until", Date),
    Column("urged", Boolean, nullable=False),
    Column("windows_closed", Integer, nullable=False),
    schema="adjudication",
)
"""A row for each adjudication 裁决案卷, of whatever matter: the fields of `domain`'s value."""
