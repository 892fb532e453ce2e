"""Create the table of hot spots.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_0901"
down_revision = "2026_11_28_0900"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    empty = sa.text("'[]'")
    op.create_table(
        "hotspot",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("places", postgresql.JSONB(), server_default=empty, nullable=False),
        sa.Column("matters", postgresql.JSONB(), server_default=empty, nullable=False),
        sa.Column("window_from", sa.Date(), nullable=True),
        sa.Column("window_until", sa.Date(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("parties", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("swell", sa.Float(), nullable=False),
        sa.Column("words", postgresql.JSONB(), server_default=empty, nullable=False),
        sa.Column("disputes", postgresql.JSONB(), server_default=empty, nullable=False),
        sa.Column("found_on", sa.Date(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_hotspot")),
        schema="routing",
    )
