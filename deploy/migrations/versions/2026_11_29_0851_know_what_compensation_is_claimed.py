"""Keep which paper claims compensation together with the application."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0851"
down_revision = "2026_11_29_0850"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("ordinary", sa.Column("claim_id", sa.Uuid()), schema="reconsideration")
