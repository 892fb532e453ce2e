"""Let a routing file say from which one it went apart, and a case what it brought along from there.

No road went apart yet, and none was severed after its acceptance. An application that was received
by post with no day of posting has none in its row, which says the same.
"""

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
    for name, usual in (("postmark_unclear", "false"), ("copy_due", "true")):
        op.add_column(
            "ordinary",
            sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text(usual)),
            schema="reconsideration",
            if_not_exists=True,
        )
    op.add_column(
        "ordinary",
        sa.Column("runs_from", sa.Date(), nullable=True),
        schema="reconsideration",
        if_not_exists=True,
    )
