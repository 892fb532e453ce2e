"""Let files remember of which decision one was told, and whom a public notice is for (ARL 75)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0841"
down_revision = "2026_11_29_0840"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "routing",
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        schema="routing",
        if_not_exists=True,
    )
    op.add_column(
        "ordinary",
        sa.Column("announced", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
