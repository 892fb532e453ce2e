"""The table of attached reviews 附带审查 (ARL 56 to 60)."""

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, Text, Uuid, text

from shared.db import case_table

ATTACHED: Final = case_table(
    "attached",
    Column("request_case_id", Uuid),
    Column("nth", Integer, nullable=False),
    Column("authority", Text, nullable=False),
    Column("document", Text),
    Column("ex_officio", Boolean, nullable=False),
    Column("suspended_on", Date),
    Column("issuer", Text, nullable=False),
    Column("issuer_notified_on", Date),
    Column("notice_received_on", Date),
    Column("replied_on", Date),
    Column("reply_overdue_on", Date),
    Column("ordered_on", Date),
    Column("corrected_on", Date),
    Column("correction_overdue_on", Date),
    Column("receiver", Text, nullable=False),
    Column("forwarded_on", Date),
    Column("forwarding_received_on", Date),
    Column("opinion_overdue_on", Date),
    Column("urged_on", Date),
    Column("flaw", Text),
    schema="reconsideration",
)
"""A row for each attached review 附带审查; its columns are the fields of `attached_case.Review`."""

ATTACHED_OPEN: Final = "(state NOT IN ('concluded', 'opinion_received', 'dropped'))"
"""There is no result yet."""
Index("ix_attached_open", ATTACHED.c.authority, postgresql_where=text(ATTACHED_OPEN))
