"""Keep how far the rehearsal of a rule book has come, so that it goes on after a restart.

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0837"
down_revision = "2026_11_29_0835"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "rehearsal",
        sa.Column("rehearsal_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("upto", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("counts", sa.Text(), server_default="{}", nullable=False),
        sa.Column("state", sa.Text(), server_default="running", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("ended_by", sa.Text(), server_default="", nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("rehearsal_id", name=op.f("pk_rehearsal")),
        schema="routing",
    )
    op.create_index(
        op.f("ix_rehearsal_case_id_at"), "rehearsal", ["case_id", "at"], schema="routing"
    )
    op.create_index(
        "ix_rehearsal_running",
        "rehearsal",
        ["case_id"],
        unique=True,
        schema="routing",
        postgresql_where=sa.text("state = 'running'"),
    )
