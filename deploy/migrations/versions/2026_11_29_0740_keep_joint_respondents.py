"""Keep the joint respondents of a reconsideration beside the one named first."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0740"
down_revision = "2026_11_29_0700"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("joint", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
    )
