"""Keep by which paper a hearing was asked, for the file in which the case goes on (ARL 50)."""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0855"
down_revision = "2026_11_30_0854"
branch_labels = None
depends_on = None

REQUEST = """FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.hearing_requested.v1'"""

ASKED = f"""
UPDATE reconsideration.ordinary AS filled SET hearing_asked_id = (
  SELECT (page.body::jsonb ->> 'text_id')::uuid {REQUEST} ORDER BY page.version DESC LIMIT 1)
WHERE EXISTS (SELECT {REQUEST})
"""  # noqa: S608 - a piece of its own
"""The newest request; who asked again said it anew."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("hearing_asked_id", sa.Uuid()),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(ASKED, "reconsideration.ordinary")
