"""Let a routing file remember of which decision it was told, so that it is told once (ARL 75)."""

import sqlalchemy as sa
from alembic import op

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
