"""Create the tables of `adjudication`.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_23_0901"
down_revision = "2026_11_23_0900"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("CREATE SCHEMA adjudication")
    op.create_table(
        "adjudication",
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
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("applicants", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("respondents", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("obliged", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("performance_days", sa.Integer(), nullable=True),
        sa.Column("review_first", sa.Boolean(), nullable=False),
        sa.Column("served", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("perform_by", sa.Date(), nullable=True),
        sa.Column("remedy_until", sa.Date(), nullable=True),
        sa.Column("urged", sa.Boolean(), nullable=False),
        sa.Column("windows_closed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_adjudication")),
        schema="adjudication",
    )
