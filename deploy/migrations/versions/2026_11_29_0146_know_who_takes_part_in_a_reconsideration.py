"""Keep of a reconsideration who takes part in it, and what it is joined with."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0146"
down_revision = "2026_11_29_0145"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name, nothing in (("participants", "{}"), ("joined", "[]")):
        column = sa.Column(name, JSONB(), server_default=sa.text(f"'{nothing}'"), nullable=False)
        op.add_column("ordinary", column, schema="reconsideration")
