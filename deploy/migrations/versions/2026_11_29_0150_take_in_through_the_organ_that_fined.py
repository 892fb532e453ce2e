"""Keep of a reconsideration that it came through the organ that fined, and what was said there.

Files that are there came to the authority itself; how, and where their text is, their pages say.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0150"
down_revision = "2026_11_29_0146"
branch_labels = None
depends_on = None

TABLE, SCHEMA = "ordinary", "reconsideration"
COLUMNS = (
    ("manner", sa.Text()),
    ("text_id", sa.Uuid()),
    ("handed_in_on", sa.Date()),
    ("forwarding_overdue_on", sa.Date()),
)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name, kind in COLUMNS:
        op.add_column(TABLE, sa.Column(name, kind), schema=SCHEMA)
