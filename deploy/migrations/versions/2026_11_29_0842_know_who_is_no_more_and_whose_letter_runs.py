"""Know who is no more after the end of a case, and whose letter a period is of (RULES 95, 145)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_29_0842"
down_revision = "2026_11_29_0841"
branch_labels = None
depends_on = None

WHOSE = """
UPDATE hub.deadline AS filled SET subject = (
  SELECT page.body::jsonb ->> 'organ' FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.version = filled.opened)
WHERE filled.name IN ('serve_letter', 'copy_letter') AND filled.subject = ''
"""
"""Until now only one letter was on its way, or to be copied: the page that began it says whose."""

STAYED = """
UPDATE reconsideration.ordinary AS filled SET stay_id = (
  SELECT (page.body::jsonb ->> 'paper_id')::uuid FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.execution_stayed.v1'
  ORDER BY page.version DESC LIMIT 1)
WHERE filled.stay IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "aftermath",
        sa.Column("heirless", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.add_column(
        "ordinary",
        sa.Column("stay_id", sa.Uuid()),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(STAYED, "reconsideration.ordinary")
    fill(WHOSE, "reconsideration.aftermath")
