"""Know by which field a panel was drawn, and of experts to whom they are tied (RULES 71, 72).

Panels and rosters of old say neither: no field is known, and nobody is tied by name. Supervision
listens to a recommendation that is not answered; what was told before passed it by.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text

from shared.settings import settings

revision = "2026_11_30_0878"
down_revision = "2026_11_30_0876"
branch_labels = None
depends_on = None

PASSED_BY = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT :prefix || '.supervision.office', o.case_id, o.version FROM hub.outbox o
WHERE o.kind = 'reconsideration.recommendation_unanswered.v1'
ON CONFLICT DO NOTHING
"""

UNTIED = """
UPDATE consultation.roster AS filled SET experts = (
    SELECT coalesce(jsonb_object_agg(one.key, one.value || '{"ties": []}'), '{}')
    FROM jsonb_each(filled.experts) AS one
)
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (sa.Column("speciality", sa.Text()), sa.Column("unmatched_id", sa.Uuid())):
        op.add_column("consultation", column, schema="consultation", if_not_exists=True)
    op.execute(UNTIED)
    op.get_bind().execute(text(PASSED_BY), {"prefix": settings().topic_prefix})
