"""Leave the days at the organ that fined out of the period to apply of a road (ARR2026 38)."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0843"
down_revision = "2026_11_29_0840"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("left_out_from", "left_out_until"):
        op.add_column("routing", sa.Column(name, sa.Date()), schema="routing")
