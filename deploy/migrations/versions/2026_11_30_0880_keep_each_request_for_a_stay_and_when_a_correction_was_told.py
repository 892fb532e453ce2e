"""Keep each request for a stay of execution by itself.

One request at most waited before, of a whole side, with days of no subject: so it stays kept, and
binds the office as each does.
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

def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("stays_asked", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(ASKED, "reconsideration.ordinary")
    fill(OWED, "hub.file")
    op.execute("SET lock_timeout = '5s'")
    op.drop_column("ordinary", "stay_asked_on", schema="reconsideration")
    op.drop_column("ordinary", "stay_asked", schema="reconsideration")
