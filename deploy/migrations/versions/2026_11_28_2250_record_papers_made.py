"""Record which papers were made of which file, by whom, for what, of which template.

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_2250"
down_revision = "2026_11_28_2245"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "papers_made",
        sa.Column("made_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("made_id", name=op.f("pk_papers_made")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_papers_made_case_id"), "papers_made", ["case_id"], unique=False, schema="hub"
    )
