"""Keep the joint respondents of what follows a case, and find decisions that were annulled."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0801"
down_revision = "2026_11_29_0799"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("joint", "copies_for"):
        op.add_column(
            "aftermath",
            sa.Column(name, JSONB(), nullable=False, server_default="[]"),
            schema="reconsideration",
        )
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_annulled "
            "ON reconsideration.aftermath (about) WHERE state = 'annulled'"
        )
