"""Keep which paper claims compensation together with the application, and for whom."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0851"
down_revision = "2026_11_29_0850"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (
        sa.Column("claim_id", sa.Uuid()),
        sa.Column("claimants", JSONB(), nullable=False, server_default="[]"),
    ):
        op.add_column("ordinary", column, schema="reconsideration")
