"""Find the decision of a reconsideration by its number."""

from alembic import op

revision = "2026_11_29_0798"
down_revision = "2026_11_29_0795"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_document_number "
            "ON reconsideration.ordinary (document_number) WHERE document_number <> ''"
        )
