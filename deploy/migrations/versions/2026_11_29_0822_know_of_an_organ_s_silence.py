"""Let a routing file remember what was said of an organ that did nothing on what was asked of it.

No page said so before, so there is nothing to fill in.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0822"
down_revision = "2026_11_29_0821"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (
        sa.Column("omission", sa.Boolean(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("duty_within", sa.Text(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.text("false")),
    ):
        op.add_column("routing", column, schema="routing", if_not_exists=True)
