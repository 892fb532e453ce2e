"""Let the same person be found again in other disputes, by number or telephone."""

from alembic import op

revision = "2026_11_28_1549"
down_revision = "2026_11_28_1158"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        for column in ("id_hash", "phone_hash"):
            op.execute(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_people_{column} "
                f"ON hub.people ({column}) WHERE {column} IS NOT NULL"
            )
