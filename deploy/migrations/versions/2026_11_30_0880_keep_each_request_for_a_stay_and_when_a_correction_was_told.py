"""Keep each request for a stay by itself, and when an applicant was told of a correction.

One request at most waited before, of a whole side, with days of no subject: so it stays kept, and
binds the office as each does. The day of telling is that of the page of the correction.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_30_0880"
down_revision = "2026_11_30_0878"
branch_labels = None
depends_on = None

ASKED = """
UPDATE reconsideration.ordinary AS filled SET stays_asked = jsonb_build_array(
  filled.stay_asked || jsonb_build_object(
    'asked_on', filled.stay_asked_on, 'askers', '[]'::jsonb, 'period', ''))
WHERE filled.stay_asked_on IS NOT NULL
"""

OWED = """
UPDATE hub.deadline AS filled SET owed_by = 'office'
WHERE filled.office = 'reconsideration' AND filled.name = 'answer_stay'
"""

TOLD = """
UPDATE reconsideration.ordinary AS filled
SET corrected_told_on = (page.body::jsonb ->> 'told_on')::date
FROM hub.outbox AS page
WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.penalty_corrected.v1'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("stays_asked", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    told = sa.Column("corrected_told_on", sa.Date())
    op.add_column("ordinary", told, schema="reconsideration", if_not_exists=True)
    fill(ASKED, "reconsideration.ordinary")
    fill(TOLD, "reconsideration.ordinary")
    fill(OWED, "hub.file")
    op.execute("SET lock_timeout = '5s'")
    op.drop_column("ordinary", "stay_asked_on", schema="reconsideration")
    op.drop_column("ordinary", "stay_asked", schema="reconsideration")
