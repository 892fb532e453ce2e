"""Tables of consultation 咨询, in its own schema."""

from typing import Final

from sqlalchemy import Column, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

CONSULTATION: Final = case_table(
    "consultation",
    Column("request_case_id", Uuid),
    Column("authority", Text, nullable=False),
    Column("ground", Text),
    Column("question_id", Uuid),
    Column("members", JSONB, nullable=False),
    Column("stance", Text),
    schema="consultation",
)
"""A row for each consultation; its columns are the fields of `domain.case.Consultation`."""
