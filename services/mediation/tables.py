"""Tables of mediation 人民调解, in its own schema."""

from typing import Final

from sqlalchemy import Column, Date, Text
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

PEOPLES: Final = case_table(
    "peoples",
    Column("committee", Text, nullable=False),
    Column("consented", JSONB, nullable=False),
    Column("mediators", JSONB, nullable=False),
    Column("form", Text),
    Column("effective_on", Date),
    Column("perform_by", Date),
    Column("confirmation", Text),
    schema="mediation",
)
"""A row for each mediation 调解案卷; its columns are the fields of `domain.mediation.Mediation`."""
