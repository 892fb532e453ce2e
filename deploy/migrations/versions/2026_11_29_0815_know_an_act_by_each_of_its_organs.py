"""Know an act of several organs by each of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0815"
down_revision = "2026_11_29_0814"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("joint_act_ids", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
    )
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_joint_act_ids "
            "ON reconsideration.ordinary USING gin (joint_act_ids) WHERE joint_act_ids <> '[]'"
        )
