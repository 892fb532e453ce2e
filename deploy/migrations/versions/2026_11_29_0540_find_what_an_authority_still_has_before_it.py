"""Find what an authority still has before it, for the desks of its body."""

from alembic import op

revision = "2026_11_29_0540"
down_revision = "2026_11_29_0530"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_open "
            "ON reconsideration.ordinary (authority) WHERE state NOT IN "
            "('delivered', 'abandoned', 'declined', 'withdrawn', 'corrected', 'terminated', "
            "'mediated')"
        )
