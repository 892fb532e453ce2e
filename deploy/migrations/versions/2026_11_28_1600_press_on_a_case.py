"""Let supervisors press on a case: one file beside each that was pressed on.

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_1600"
down_revision = "2026_11_28_1549"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "press",
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
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("urges", sa.Integer(), server_default="0", nullable=False),
        sa.Column("requests", sa.Integer(), server_default="0", nullable=False),
        sa.Column("notes", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_press")),
        schema="supervision",
    )
