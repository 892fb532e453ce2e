"""Find who has read the pictures and scans of a case."""

from alembic import op

revision = "2026_11_28_1705"
down_revision = "2026_11_28_1700"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_attachment_read_case_id "
            "ON hub.attachment_read (case_id)"
        )
