"""Keep since when letters and orders run beside a case, and find only what is still on hand."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0760"
down_revision = "2026_11_29_0740"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "aftermath", sa.Column("begun_on", sa.Date(), nullable=True), schema="reconsideration"
    )
    op.add_column(
        "aftermath",
        sa.Column("remedies", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
    )
    for name in ("ordered_on", "corrected_on", "correction_overdue_on"):
        op.add_column(
            "attached", sa.Column(name, sa.Date(), nullable=True), schema="reconsideration"
        )
    with op.get_context().autocommit_block():
        # A name of its own: the one before serves the previous release until this one is built.
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_on_hand "
            "ON reconsideration.ordinary (authority) WHERE state NOT IN "
            "('delivered', 'abandoned', 'declined', 'not_handled', 'withdrawn', 'corrected', "
            "'terminated', 'mediated', 'ended_above')"
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_ordinary_open")
