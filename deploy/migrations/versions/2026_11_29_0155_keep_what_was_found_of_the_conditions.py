"""Keep of a reconsideration what was found of the conditions of its acceptance.

Of files that are there nothing was found in this way yet.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0155"
down_revision = "2026_11_29_0150"
branch_labels = None
depends_on = None

TABLE, SCHEMA = "ordinary", "reconsideration"


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    found = sa.Column("conditions", JSONB(), server_default=sa.text("'[]'"), nullable=False)
    op.add_column(TABLE, found, schema=SCHEMA)
    op.add_column(TABLE, sa.Column("groundless", sa.Text()), schema=SCHEMA)
