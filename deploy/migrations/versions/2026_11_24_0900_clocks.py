"""Let a period keep its course and its next moment, and take up notices on holidays.

Of the indexes on what waits to be sent, those that nobody reads go. The release before this one
opens periods that no sweep of this one would see: let its parts end before this step is taken.
The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_24_0900"
down_revision = "2026_11_23_0907"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.alter_column("deadline", "until", nullable=True, schema="hub")
    for column in (
        sa.Column("moment", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "course",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("warned", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
    ):
        op.add_column("deadline", column, schema="hub")
    op.execute("UPDATE hub.deadline SET next_at = until WHERE ended IS NULL")
    op.drop_index("ix_deadline_running", "deadline", schema="hub")
    op.create_index(
        "ix_deadline_due",
        "deadline",
        [sa.literal_column("(get_byte(uuid_send(case_id), 15) & 15)"), "next_at"],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("ended IS NULL AND next_at IS NOT NULL"),
    )
    op.create_table(
        "notice",
        sa.Column("notice_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("loaded_by", sa.Text(), nullable=False),
        sa.Column(
            "loaded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("reached", sa.Uuid(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_notice")),
        schema="hub",
    )
    op.drop_constraint("uq_position_seq", "position", schema="hub")
    op.drop_constraint("pk_unsent", "unsent", schema="hub")
    op.alter_column("unsent", "seq", nullable=False, schema="hub")
