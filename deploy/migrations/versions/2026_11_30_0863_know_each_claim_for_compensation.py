"""Keep whose each claim for compensation is, and which of several applicants have sued."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_30_0863"
down_revision = "2026_11_30_0862"
branch_labels = None
depends_on = None

FOUND = """
UPDATE reconsideration.ordinary AS filled SET claims = jsonb_build_array(
  jsonb_build_object('text_id', filled.claim_id, 'claimants', filled.claimants))
WHERE filled.claim_id IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("claims", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.add_column(
        "routing",
        sa.Column("suers", JSONB(), nullable=False, server_default="[]"),
        schema="routing",
        if_not_exists=True,
    )
    fill(FOUND, "reconsideration.ordinary")
    op.execute("SET lock_timeout = '5s'")
    op.drop_column("ordinary", "claim_id", schema="reconsideration")
    op.drop_column("ordinary", "claimants", schema="reconsideration")
