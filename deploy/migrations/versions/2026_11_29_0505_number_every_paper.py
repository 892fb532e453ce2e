"""Keep the number of every paper of reconsideration that has one."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0505"
down_revision = "2026_11_29_0500"
branch_labels = None
depends_on = None

SCHEMA = "reconsideration"


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "numbered_papers",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("of_case", sa.Uuid()),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_numbered_papers")),
        schema=SCHEMA,
    )
