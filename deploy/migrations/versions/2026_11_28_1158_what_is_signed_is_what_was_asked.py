"""Let a whistle keep what was asked for, and for which disputes, until it is signed.

What waits for its signature has its text on the page of the proposal and is given it back here. The
way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from deploy.migrations.filling import fill

revision = "2026_11_28_1158"
down_revision = "2026_11_28_1150"
branch_labels = None
depends_on = None

FROM_THE_PROPOSAL = """
UPDATE routing.whistle AS filled SET text_id = (o.body::jsonb ->> 'text_id')::uuid
FROM hub.outbox o WHERE o.case_id = filled.case_id AND o.kind = 'routing.whistle_proposed.v1'
  AND NOT EXISTS (SELECT FROM hub.outbox b
                  WHERE b.case_id = filled.case_id AND b.kind = 'routing.whistle_blown.v1')
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    text_id = sa.Column("text_id", sa.Uuid(), nullable=True)
    op.add_column("whistle", text_id, schema="routing", if_not_exists=True)
    disputes = sa.Column(
        "disputes",
        postgresql.JSONB(astext_type=sa.Text()),
        server_default=sa.text("'[]'"),
        nullable=False,
    )
    op.add_column("whistle", disputes, schema="routing", if_not_exists=True)
    fill(FROM_THE_PROPOSAL, "routing.whistle")
