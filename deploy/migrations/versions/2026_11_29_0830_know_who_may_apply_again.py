"""Know whom an earlier withdrawal does not bar, and what was supplied after the one notice."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_29_0830"
down_revision = "2026_11_29_0828"
branch_labels = None
depends_on = None

FOUND = """
UPDATE reconsideration.ordinary AS filled SET refilings = (
  SELECT coalesce(jsonb_agg(
    jsonb_build_object('person_id', who.id, 'ground', filled.refiling) ORDER BY who.nth), '[]')
  FROM jsonb_array_elements_text(filled.applicants) WITH ORDINALITY AS who (id, nth))
WHERE filled.refiling IS NOT NULL
"""

SUPPLIED = """
UPDATE reconsideration.ordinary AS filled SET supplement = (
  SELECT jsonb_build_object('text_id', page.body::jsonb -> 'text_id',
    'attachments', coalesce(page.body::jsonb -> 'attachments', '[]'))
  FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.supplemented.v1'
  ORDER BY page.version DESC LIMIT 1)
WHERE filled.supplemented_on IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("refiling", sa.Text()),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.add_column(
        "ordinary",
        sa.Column("refilings", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.add_column(
        "ordinary",
        sa.Column("supplement", JSONB()),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(FOUND, "reconsideration.ordinary")
    fill(SUPPLIED, "reconsideration.ordinary")
    op.execute("SET lock_timeout = '5s'")
    op.drop_column("ordinary", "refiling", schema="reconsideration")
