"""Find the disputes of a county without going through those of all others."""

from alembic import op

revision = "2026_11_29_0846"
down_revision = "2026_11_29_0845"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_county")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_county ON hub.file "
            "((labels ->> 'county')) WHERE office = 'intake'"
        )
        op.execute("ANALYZE hub.file")
