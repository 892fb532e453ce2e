"""Keep the telephone of a party that another took the place of (RULES 163).

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_0862"
down_revision = "2026_11_30_0860"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("people_stated", sa.Column("former_phone", sa.Text()), schema="hub")
