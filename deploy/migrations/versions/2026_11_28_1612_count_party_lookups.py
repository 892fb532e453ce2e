"""Count failed look-ups of parties, by keyed hashes that are not kept for long.

The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1612"
down_revision = "2026_11_28_1611"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "party_attempt",
        sa.Column("attempt_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_party_attempt")),
        schema="hub",
    )
    for column in ("key", "until"):
        op.create_index(op.f(f"ix_party_attempt_{column}"), "party_attempt", [column], schema="hub")
