"""Keep in a routing file the reconsiderations of a dispute, and by which rule a suit was told."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0819"
down_revision = "2026_11_29_0815"
branch_labels = None
depends_on = None


TAKEN = """
UPDATE routing.routing r SET applications = o.taken FROM (
  SELECT case_id, jsonb_agg(body::jsonb -> 'application_id' ORDER BY version) AS taken
  FROM hub.outbox WHERE kind = 'routing.road_taken.v1'
    AND body::jsonb ->> 'road' = 'reconsideration' AND body::jsonb ->> 'application_id' IS NOT NULL
  GROUP BY case_id) o
WHERE o.case_id = r.case_id
"""

TOLD = """
UPDATE routing.routing r SET sue_article = o.article FROM (
  SELECT DISTINCT ON (case_id) case_id, body::jsonb ->> 'sue_article' AS article
  FROM hub.outbox WHERE kind = 'routing.road_notified.v1'
  ORDER BY case_id, version DESC) o
WHERE o.case_id = r.case_id
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "routing",
        sa.Column("applications", JSONB(), nullable=False, server_default="[]"),
        schema="routing",
    )
    op.add_column(
        "routing",
        sa.Column("sue_article", sa.Text(), nullable=True),
        schema="routing",
    )
    op.execute(TAKEN)
    op.execute(TOLD)
