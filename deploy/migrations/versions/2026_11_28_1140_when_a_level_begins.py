"""Let a dispute on the ladder remember that its level's time runs anew once it is taken up.

Levels that were reached before run from the day after the arrival, as they did. The way back is a
backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1140"
down_revision = "2026_11_28_1130"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    column = sa.Column("on_taking", sa.Text(), server_default=sa.text("''"), nullable=False)
    op.add_column("ladder", column, schema="routing")
