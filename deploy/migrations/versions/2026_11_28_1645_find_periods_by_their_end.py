"""Let boards find periods by their ends: those that run, and those that were over on some days.

Both indexes are built beside the work of the hub; a period stands in one of them at a time.
"""

from alembic import op
from sqlalchemy import text

revision = "2026_11_28_1645"
down_revision = "2026_11_28_1640"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        for name, ended in (
            ("ix_deadline_open", "ended IS NULL"),
            ("ix_deadline_over", "ended IN ('met', 'lapsed')"),
        ):
            op.create_index(
                name,
                "deadline",
                ["until"],
                unique=False,
                schema="hub",
                postgresql_where=text(f"{ended} AND until IS NOT NULL"),
                postgresql_concurrently=True,
                if_not_exists=True,
            )
