"""Know which other authorities decide a case together with the one whose it is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_30_0856"
down_revision = "2026_11_30_0855"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("co_authorities", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_ordinary_co_authorities")
        op.create_index(
            "ix_ordinary_co_authorities",
            "ordinary",
            ["co_authorities"],
            schema="reconsideration",
            postgresql_using="gin",
            postgresql_where=sa.text("co_authorities <> '[]'"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
