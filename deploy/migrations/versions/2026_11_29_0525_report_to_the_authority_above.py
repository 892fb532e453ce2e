"""Keep what is reported to the authority above, in files of their own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0525"
down_revision = "2026_11_29_0520"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "correction",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("of_case_id", sa.Uuid(), nullable=False),
        sa.Column("wrong", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("below", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("correct_by", sa.Date()),
        sa.Column("case_id_after", sa.Uuid()),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_correction")),
        schema="reconsideration",
    )
