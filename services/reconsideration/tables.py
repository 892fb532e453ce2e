"""Tables of reconsideration 行政复议, in its own schema."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from shared.db import case_table

ORDINARY: Final = case_table(
    "ordinary",
    Column("authority", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("applicants", JSONB, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("act", Text),
    Column("received_on", Date),
    Column("act_done_on", Date),
    Column("learnt_on", Date),
    Column("told_remedies", Boolean, nullable=False),
    Column("remedies_learnt_on", Date),
    Column("real_estate", Boolean, nullable=False),
    Column("posted_on", Date),
    Column("manner", Text),
    Column("act_id", Uuid),
    Column("text_id", Uuid),
    Column("handed_in_on", Date),
    Column("forwarding_overdue_on", Date),
    Column("notice_received_on", Date),
    Column("accepted_on", Date),
    Column("participants", JSONB, nullable=False, server_default="{}"),
    Column("joined", JSONB, nullable=False, server_default="[]"),
    Column("conditions", JSONB, nullable=False, server_default="[]"),
    Column("groundless", Text),
    Column("respondents_told", JSONB, nullable=False, server_default="[]"),
    Column("track", Text, nullable=False, server_default="ordinary"),
    Column("converted_on", Date),
    Column("grave", Boolean, nullable=False, server_default=text("false")),
    Column("technical", Boolean, nullable=False, server_default=text("false")),
    Column("reviewers", JSONB, nullable=False, server_default="[]"),
    Column("recused", JSONB, nullable=False, server_default="[]"),
    Column("recusals_pending", Integer, nullable=False, server_default="0"),
    Column("elevated", JSONB, nullable=False, server_default="{}"),
    Column("extended_days", Integer, nullable=False),
    Column("overdue_on", Date),
    Column("reply_forfeited", Boolean, nullable=False),
    Column("applicant_heard", Boolean, nullable=False),
    Column("hearing_held", Boolean, nullable=False),
    Column("consultation_ground", Text),
    Column("stance", Text),
    Column("hearing_asked_on", Date),
    Column("hearing", JSONB),
    Column("hearing_waived", Boolean, nullable=False, server_default=text("false")),
    Column("opinion_id", Uuid),
    Column("suspensions", JSONB, nullable=False, server_default="[]"),
    Column("stay", Text),
    Column("stayed_on", Date),
    Column("stay_asked_on", Date),
    Column("talks", JSONB),
    Column("refiling", Text),
    Column("withdrawn", Boolean, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("findings", JSONB, nullable=False, server_default="[]"),
    Column("drafted", JSONB),
    Column("decided_on", Date),
    Column("document_number", Text, nullable=False, server_default=""),
    Column("outcome", Text),
    Column("redo", Boolean, nullable=False),
    Column("perform_within", Text),
    Column("perform_by", Date),
    Column("compensation", Text),
    Column("sue_until", Date),
    schema="reconsideration",
)
"""A row for each case 行政复议案件; its columns are the fields of `domain.case.Case`."""
Index(None, ORDINARY.c.act_id)

CORRECTION: Final = case_table(
    "correction",
    Column("of_case_id", Uuid, nullable=False),
    Column("wrong", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("below", Text, nullable=False),
    Column("reported_on", Date, nullable=False),
    Column("correct_by", Date),
    Column("case_id_after", Uuid),
    schema="reconsideration",
)
"""A row for each report; its columns are the fields of `domain.correction.Correction`."""

NUMBERS: Final = case_table(
    "numbers",
    Column("authority", Text, nullable=False),
    Column("given", JSONB, nullable=False),
    schema="reconsideration",
)
"""A row for each register 文号登记; its columns are the fields of `domain.numbering.Numbers`."""
