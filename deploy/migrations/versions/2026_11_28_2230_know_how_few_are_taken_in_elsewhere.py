"""Know how few disputes were taken in for another county, and find them by an index of their own.

Without the statistic PostgreSQL holds nearly every dispute for one of them, and reads all.
"""

from alembic import op

revision = "2026_11_28_2230"
down_revision = "2026_11_28_2200"
branch_labels = None
depends_on = None

OLD = "intake.ix_dispute_taken_elsewhere"
NEW = "ix_dispute_elsewhere"
ELSEWHERE = '("left"("window", 6) <> county)'


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(f"CREATE STATISTICS intake.dispute_elsewhere ON {ELSEWHERE} FROM intake.dispute")
    with op.get_context().autocommit_block():
        on = f'intake.dispute ("window", registered_on) WHERE {ELSEWHERE} IS TRUE'
        op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {NEW} ON {on}")
        op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {OLD}")
    op.execute("ANALYZE intake.dispute")
