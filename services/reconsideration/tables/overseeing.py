"""Tables of guidance and supervision 指导和监督 (ARR2026 66, 67)."""

from typing import Final

from sqlalchemy import Column, Date, Index, Integer, Text

from shared.db import case_table

WORK_REPORTS: Final = case_table(
    "work_reports",
    Column("authority", Text, nullable=False),
    Column("cycle", Text, nullable=False),
    Column("within_days", Integer, nullable=False),
    Column("next_from", Date),
    Column("next_until", Date),
    Column("due_on", Date),
    Column("reported_until", Date),
    schema="reconsideration",
)
"""A row for each register 工作报告登记; its columns are the fields of `WorkReports`."""

WORK_CHECK: Final = case_table(
    "work_check",
    Column("authority", Text, nullable=False),
    Column("below", Text, nullable=False),
    Column("checked_on", Date),
    Column("mend_by", Date),
    schema="reconsideration",
)
"""A row for each check of a government below; its columns are the fields of `WorkCheck`."""
Index("ix_work_check_authority", WORK_CHECK.c.authority)
Index("ix_work_check_below", WORK_CHECK.c.below)
