"""End the days to sue over what fell; keep who has a correction, and how many a panel was of.

Routing listens to its being annulled, and supervision to its being served again on a respondent.
What was told before passed them by and is no page that they missed: their inbox says so, or
`hub verify` would look for it for ever. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill
from shared.settings import settings

revision = "2026_11_30_0870"
down_revision = "2026_11_30_0869"
branch_labels = None
depends_on = None

PASSED_BY = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT :prefix || listens.name, o.case_id, o.version
FROM hub.outbox o JOIN (VALUES
  ('.routing.office', 'reconsideration.annulled.v1'),
  ('.supervision.office', 'reconsideration.served_again.v1')
) AS listens(name, kind) ON o.kind = listens.kind
ON CONFLICT DO NOTHING
"""

SEATS = """
UPDATE consultation.consultation AS filled
SET seats = jsonb_array_length(page.body::jsonb -> 'members')
FROM hub.outbox AS page
WHERE page.case_id = filled.case_id AND page.kind = 'consultation.panel_convened.v1'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    services = sa.Column("correction_services", JSONB(), nullable=False, server_default="[]")
    op.add_column("aftermath", services, schema="reconsideration", if_not_exists=True)
    seats = sa.Column("seats", sa.Integer(), nullable=False, server_default="0")
    op.add_column("consultation", seats, schema="consultation", if_not_exists=True)
    op.get_bind().execute(text(PASSED_BY), {"prefix": settings().topic_prefix})
    fill(SEATS, "consultation.consultation")
