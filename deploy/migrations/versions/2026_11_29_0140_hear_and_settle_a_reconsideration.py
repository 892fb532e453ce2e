"""Keep of a reconsideration its hearing, its mediation, and why it may be applied for again.

A hearing that was put on record as an opinion before stays a hearing that was held.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0140"
down_revision = "2026_11_28_2340"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    no = sa.text("false")
    for column in (
        sa.Column("hearing_asked_on", sa.Date(), nullable=True),
        sa.Column("hearing", JSONB(), nullable=True),
        sa.Column("hearing_waived", sa.Boolean(), server_default=no, nullable=False),
        sa.Column("talks", JSONB(), nullable=True),
        sa.Column("refiling", sa.Text(), nullable=True),
    ):
        op.add_column("ordinary", column, schema="reconsideration")
