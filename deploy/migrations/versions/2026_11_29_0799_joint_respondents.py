"""Find the cases of a joint respondent by its code."""

from alembic import op

revision = "2026_11_29_0799"
down_revision = "2026_11_29_0798"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_joint "
            "ON reconsideration.ordinary USING gin (joint jsonb_path_ops) WHERE joint <> '[]'"
        )
