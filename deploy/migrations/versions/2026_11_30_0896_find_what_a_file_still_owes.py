"""Let a body's desk read from an index alone what its files still owe, and when that is due."""

from alembic import op
from sqlalchemy import text

revision = "2026_11_30_0896"
down_revision = "2026_11_30_0893"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_deadline_stands")
        op.create_index(
            "ix_deadline_stands",
            "deadline",
            ["case_id"],
            schema="hub",
            postgresql_include=["name", "until", "ended", "made_good"],
            postgresql_where=text("ended IS NULL OR ended = 'lapsed'"),
            postgresql_concurrently=True,
        )
