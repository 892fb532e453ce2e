"""Let a routing file say from which one it went apart; none has yet, and no page is changed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0833"
down_revision = "2026_11_29_0832"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "routing",
        sa.Column("parted_from", sa.Uuid(), nullable=True),
        schema="routing",
        if_not_exists=True,
    )
