"""Keep the evidence of a reconsideration, and who may read what of the file.

When a respondent received the copy, and which reply it filed, is found again on the pages.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0500"
down_revision = "2026_11_29_0218"
branch_labels = None
depends_on = None

KNOWN = """
WITH pages AS (
  SELECT o.case_id, o.version, o.kind, o.body::jsonb AS f
  FROM hub.outbox o JOIN reconsideration.ordinary c USING (case_id)
  WHERE o.kind IN ('reconsideration.copy_received.v1', 'reconsideration.reply_filed.v1',
                   'reconsideration.respondent_replaced.v1')
), since AS (
  SELECT case_id, coalesce(max(version) FILTER (
    WHERE kind = 'reconsideration.respondent_replaced.v1'), 0) AS version
  FROM pages GROUP BY case_id
), known AS (
  SELECT p.case_id, jsonb_strip_nulls(jsonb_build_object(
    'copied_on', max(f -> 'head' ->> 'on')
      FILTER (WHERE kind = 'reconsideration.copy_received.v1'),
    'reply_id', max(f ->> 'reply_id')
      FILTER (WHERE kind = 'reconsideration.reply_filed.v1'))) AS evidence
  FROM pages p JOIN since s ON s.case_id = p.case_id AND p.version > s.version
  GROUP BY p.case_id
)
UPDATE reconsideration.ordinary c SET evidence = known.evidence
FROM known WHERE known.case_id = c.case_id
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    column = sa.Column("evidence", JSONB(), server_default=sa.text("'{}'"), nullable=False)
    op.add_column("ordinary", column, schema="reconsideration")
    op.execute(KNOWN)
