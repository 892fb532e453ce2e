"""Keep how each party was served with a decision; of those served before, only the days are known.

Cases that are decided and not delivered may have been served on some: that is recorded as it comes.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0510"
down_revision = "2026_11_29_0505"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("services", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        schema="reconsideration",
    )
