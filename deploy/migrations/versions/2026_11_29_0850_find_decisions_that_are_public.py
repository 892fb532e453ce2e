"""Find decisions that are public, newest first."""

from alembic import op
from sqlalchemy import text

revision = "2026_11_29_0850"
down_revision = "2026_11_29_0849"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_aftermath_published",
            "aftermath",
            ["published_on", "case_id"],
            schema="reconsideration",
            postgresql_where=text("published_on IS NOT NULL AND state <> 'annulled'"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
