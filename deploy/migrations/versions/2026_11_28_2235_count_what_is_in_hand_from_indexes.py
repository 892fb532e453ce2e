"""Count registered disputes, and which of them are in hand, from indexes alone."""

from alembic import op

revision = "2026_11_28_2235"
down_revision = "2026_11_28_2230"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_outbox_registered_on": (
        "hub.outbox (legal_on, seq) INCLUDE (dispute_id) "
        "WHERE version = 1 AND kind = 'intake.registered.v1'"
    ),
    "ix_file_stands": "hub.file (dispute_id) INCLUDE (office, procedure, state)",
}


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        for name, on in INDEXES.items():
            op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {on}")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_dispute_id")
