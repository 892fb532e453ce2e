"""Keep the requests by which a period that was missed is given anew (CPL 86)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_30_0893"
down_revision = "2026_11_30_0890"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "deferral",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("of_case_id", sa.Uuid(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("missed", sa.Text(), nullable=False),
        sa.Column("organ", sa.Text(), nullable=False),
        sa.Column("hindrance", sa.Text(), nullable=False),
        sa.Column("hindered_on", sa.Date(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("deferred_days", sa.Text(), nullable=False),
        sa.Column("deferred_case_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_deferral")),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.create_index(
        "ix_deferral_asked",
        "deferral",
        ["authority"],
        schema="reconsideration",
        postgresql_where=sa.text("(state = 'deferral_asked')"),
        if_not_exists=True,
    )
