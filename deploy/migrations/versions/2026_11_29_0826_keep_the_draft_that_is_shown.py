"""Keep the draft that a committee is shown, and forget in a case above who was asked below."""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_29_0826"
down_revision = "2026_11_29_0825"
branch_labels = None
depends_on = None

ASKED_BELOW = """
UPDATE reconsideration.ordinary AS filled SET consultation_ground = NULL
WHERE filled.consultation_ground IS NOT NULL AND filled.stance IS NULL
  AND filled.authority <> (
    SELECT page.body::jsonb ->> 'authority' FROM hub.outbox AS page
    WHERE page.case_id = filled.case_id
      AND page.kind = 'reconsideration.consultation_requested.v1'
    ORDER BY page.version DESC LIMIT 1)
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "consultation",
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        schema="consultation",
        if_not_exists=True,
    )
    fill(ASKED_BELOW, "reconsideration.ordinary")
