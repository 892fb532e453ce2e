"""Let a reconsideration case know of a suit that was filed while it is open.

Of a suit that was told of before no page of the case says anything, so that no row does.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0834"
down_revision = "2026_11_29_0832"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("suit", JSONB()),
        schema="reconsideration",
        if_not_exists=True,
    )
