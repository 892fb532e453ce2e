"""Keep the suspensions of a reconsideration case, and whether the act is stayed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_2240"
down_revision = "2026_11_28_2235"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (
        sa.Column(
            "suspensions",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
        sa.Column("stay", sa.Text(), nullable=True),
        sa.Column("stayed_on", sa.Date(), nullable=True),
        sa.Column("stay_asked_on", sa.Date(), nullable=True),
    ):
        op.add_column("ordinary", column, schema="reconsideration")
