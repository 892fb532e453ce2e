"""Let a reconsideration go on with the authority above, and let the one below read it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0520"
down_revision = "2026_11_29_0511"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("elevated", JSONB(), server_default="{}", nullable=False),
        schema="reconsideration",
    )
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_authorities ON hub.file "
            "USING gin (string_to_array(labels ->> 'authorities', ' ')) "
            "WHERE labels ? 'authorities'"
        )
