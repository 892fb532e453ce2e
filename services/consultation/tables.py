"""Tables of consultation 咨询, in its own schema."""

from typing import Final

from sqlalchemy import Column, Date, Index, Integer, Text, Uuid, func, literal_column
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

CONSULTATION: Final = case_table(
    "consultation",
    Column("request_case_id", Uuid),
    Column("authority", Text, nullable=False),
    Column("ground", Text),
    Column("question_id", Uuid),
    Column("draft_id", Uuid),
    Column("respondent_organs", JSONB, nullable=False, server_default="[]"),
    Column("members", JSONB, nullable=False),
    Column("seats", Integer, nullable=False, server_default="0"),
    Column("speciality", Text),
    Column("unmatched_id", Uuid),
    Column("contested", JSONB, nullable=False, server_default="[]"),
    Column("recused", JSONB, nullable=False, server_default="[]"),
    Column("spoken", JSONB, nullable=False, server_default="{}"),
    Column("met_on", Date),
    Column("stance", Text),
    schema="consultation",
)
"""A row for each consultation; its columns are the fields of `domain.case.Consultation`."""
Index(
    "ix_consultation_place",
    func.split_part(CONSULTATION.c.authority, literal_column("'-'"), literal_column("1")),
)
"""What the committee of a place is asked, for the desk of its secretary."""
Index("ix_consultation_members", CONSULTATION.c.members, postgresql_using="gin")
"""In which consultations somebody sits."""

ROSTER: Final = case_table(
    "roster",
    Column("committee", Text, nullable=False),
    Column("experts", JSONB, nullable=False),
    Column("seat_within", Text, nullable=False),
    Column("speak_within", Text, nullable=False),
    schema="consultation",
)
"""A row for each committee; its columns are the fields of `domain.roster.Roster`."""
