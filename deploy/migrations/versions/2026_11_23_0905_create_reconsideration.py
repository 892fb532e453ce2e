"""Create the tables of `reconsideration`.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_0905"
down_revision = "2026_11_23_0904"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("CREATE SCHEMA reconsideration")
    op.create_table(
        "ordinary",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "tracks",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("applicants", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("respondent", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("act_done_on", sa.Date(), nullable=True),
        sa.Column("learnt_on", sa.Date(), nullable=True),
        sa.Column("told_remedies", sa.Boolean(), nullable=False),
        sa.Column("remedies_learnt_on", sa.Date(), nullable=True),
        sa.Column("real_estate", sa.Boolean(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("notice_received_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("extended_days", sa.Integer(), nullable=False),
        sa.Column("overdue_on", sa.Date(), nullable=True),
        sa.Column("reply_forfeited", sa.Boolean(), nullable=False),
        sa.Column("applicant_heard", sa.Boolean(), nullable=False),
        sa.Column("hearing_held", sa.Boolean(), nullable=False),
        sa.Column("consultation_ground", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("redo", sa.Boolean(), nullable=False),
        sa.Column("perform_within", sa.Text(), nullable=True),
        sa.Column("perform_by", sa.Date(), nullable=True),
        sa.Column("compensation", sa.Text(), nullable=True),
        sa.Column("sue_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_ordinary")),
        schema="reconsideration",
    )
