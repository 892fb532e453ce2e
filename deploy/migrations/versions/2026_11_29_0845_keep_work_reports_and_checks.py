"""Keep work reports and checks of governments below (ARR2026 66, 67)."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0845"
down_revision = "2026_11_29_0844"
branch_labels = None
depends_on = None

IN_HAND = (
    "hub.file (dispute_id) WHERE NOT closed AND office IN ('routing', 'mediation', "
    "'adjudication', 'reconsideration', 'consultation') AND procedure NOT IN "
    "('triage', 'clock', 'parked', 'aftermath', 'numbers', 'papers_served', "
    "'precedent', 'roster', 'work_reports')"
)
"""A register of reports never ends: that it is open says nothing of a dispute in hand."""


def _file(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("case_id", name=op.f(f"pk_{name}")),
        schema="reconsideration",
        if_not_exists=True,
    )


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    _file(
        "work_reports",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Text(), nullable=False),
        sa.Column("within_days", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Date(), nullable=True)
            for name in ("next_from", "next_until", "due_on", "reported_until")
        ),
    )
    _file(
        "work_check",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("below", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("mend_by", sa.Date(), nullable=True),
    )
    for column in ("authority", "below"):
        op.create_index(
            f"ix_work_check_{column}",
            "work_check",
            [column],
            schema="reconsideration",
            if_not_exists=True,
        )
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_in_hand_0845")
        op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_in_hand_0845 ON {IN_HAND}")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_in_hand")
        op.execute("ALTER INDEX hub.ix_file_in_hand_0845 RENAME TO ix_file_in_hand")
