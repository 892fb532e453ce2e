"""Find who has read a paper or a party without reading the whole record of readings."""

from alembic import op

revision = "2026_11_28_2200"
down_revision = "2026_11_28_1905"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        for read in ("documents_read", "people_read"):
            index = f"ix_{read}_ids ON hub.{read} USING gin (ids)"
            op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {index}")
