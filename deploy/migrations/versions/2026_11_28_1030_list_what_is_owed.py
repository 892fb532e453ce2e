"""Let a department's list be read in the order in which things are due, and count open whistles.

Both indexes are built beside the work of the hub. The way back is a backup, as for every step.
"""

from alembic import op
from sqlalchemy import text

revision = "2026_11_28_1030"
down_revision = "2026_11_28_1000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_deadline_owed",
            "deadline",
            ["subject", "until", "case_id"],
            unique=False,
            schema="hub",
            postgresql_include=["name"],
            postgresql_where=text("ended IS NULL AND until IS NOT NULL AND subject <> ''"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
        op.create_index(
            "ix_whistle_open",
            "whistle",
            ["case_id"],
            unique=False,
            schema="routing",
            postgresql_where=text("state IN ('blown', 'awaiting_callback')"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
