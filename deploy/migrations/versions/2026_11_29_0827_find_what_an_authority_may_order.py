"""Find the watches in which an authority may order performance, among all of its files."""

from alembic import op

revision = "2026_11_29_0827"
down_revision = "2026_11_29_0826"
branch_labels = None
depends_on = None

WATCHED = (
    "procedure = 'compliance' AND state IN ('due', 'overdue', 'ordered', 'defied') "
    "AND office = 'supervision'"
)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_watched")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_watched ON hub.file "
            f"((labels ->> 'authority')) WHERE {WATCHED}"
        )
