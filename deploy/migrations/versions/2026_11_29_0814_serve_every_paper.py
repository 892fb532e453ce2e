"""Record the service of every paper of reconsideration on each whom it is for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0814"
down_revision = "2026_11_29_0813"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "papers_served",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("services", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_papers_served")),
        schema="reconsideration",
    )
