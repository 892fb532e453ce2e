"""Let a whistle remember who asked for its signature and whose leader signs it.

Who asked stands on the page of the proposal and is taken from there; proposals from before name no
centre, and any leader who sees them signs, as before. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_28_1150"
down_revision = "2026_11_28_1140"
branch_labels = None
depends_on = None

FROM_THE_PROPOSAL = """
UPDATE routing.whistle AS filled SET proposed_by = o.body::jsonb -> 'head' ->> 'by'
FROM hub.outbox o WHERE o.case_id = filled.case_id AND o.kind = 'routing.whistle_proposed.v1'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("proposed_by", "signer"):
        column = sa.Column(name, sa.Text(), server_default=sa.text("''"), nullable=False)
        op.add_column("whistle", column, schema="routing", if_not_exists=True)
    fill(FROM_THE_PROPOSAL, "routing.whistle")
