"""Let a routing file remember that the last the party did was to sue, as its pages say."""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_29_0820"
down_revision = "2026_11_29_0819"
branch_labels = None
depends_on = None

SUED = """
UPDATE routing.routing AS filled SET sued = true
WHERE filled.state IN ('taken', 'withdrawn') AND (
  SELECT page.kind FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind IN (
    'routing.suit_filed.v1', 'routing.road_taken.v1', 'routing.road_notified.v1')
  ORDER BY page.version DESC LIMIT 1) = 'routing.suit_filed.v1'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "routing",
        sa.Column("sued", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        schema="routing",
        if_not_exists=True,
    )
    fill(SUED, "routing.routing")
