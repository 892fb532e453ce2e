"""Know since when a supplemented application is reviewed, and who withdrew while others went on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_29_0823"
down_revision = "2026_11_29_0822"
branch_labels = None
depends_on = None

SUPPLEMENTED = """
UPDATE reconsideration.ordinary AS filled SET supplemented_on = (
  SELECT max(page.legal_on) FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.supplemented.v1')
WHERE filled.state = 'supplemented'
"""

GONE = """
UPDATE reconsideration.ordinary AS filled SET gone = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('person_id', who.id, 'settled', coalesce((
      SELECT (asked.body::jsonb ->> 'settled')::boolean FROM hub.outbox AS asked
      WHERE asked.case_id = page.case_id AND asked.version < page.version
        AND asked.kind = 'reconsideration.withdrawn.v1'
      ORDER BY asked.version DESC LIMIT 1), false)) ORDER BY page.version, who.nth), '[]')
  FROM hub.outbox AS page,
    jsonb_array_elements_text(page.body::jsonb -> 'applicants') WITH ORDINALITY AS who (id, nth)
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.applicants_left.v1'
    AND page.body::jsonb ->> 'ground' = 'withdrawn')
WHERE filled.accepted_on IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("supplemented_on", sa.Date()),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.add_column(
        "ordinary",
        sa.Column("gone", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(SUPPLEMENTED, "reconsideration.ordinary")
    fill(GONE, "reconsideration.ordinary")
