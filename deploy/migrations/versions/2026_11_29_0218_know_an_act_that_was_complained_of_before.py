"""Know an act that was complained of before, so that it is not reviewed twice.

Of files that are there the pages do not say the number of the act: a person finds what is repeated.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0218"
down_revision = "2026_11_29_0202"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("ordinary", sa.Column("act_id", sa.Uuid()), schema="reconsideration")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_act_id "
            "ON reconsideration.ordinary (act_id)"
        )
