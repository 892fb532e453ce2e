"""Record what parties hand in online."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0780"
down_revision = "2026_11_29_0760"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "attachment_offered",
        sa.Column("offered_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("offered_id", name=op.f("pk_attachment_offered")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_attachment_offered_case_id"), "attachment_offered", ["case_id"], schema="hub"
    )
    op.create_index(
        op.f("ix_attachment_offered_by_at"), "attachment_offered", ["by", "at"], schema="hub"
    )
