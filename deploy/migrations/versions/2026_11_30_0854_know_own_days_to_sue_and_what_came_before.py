"""Keep who was told its own days to sue, and which file an application follows.

What was handed in to the organ that fined is received by the authority later, and its receipt says
the same as the first page: of files that are there, that page tells.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_30_0854"
down_revision = "2026_11_30_0853"
branch_labels = None
depends_on = None

FOLLOWS = """
UPDATE reconsideration.ordinary AS filled SET follows = (page.body::jsonb ->> 'follows')::uuid
FROM hub.outbox AS page
WHERE page.case_id = filled.case_id AND page.version = 1
  AND page.body::jsonb ->> 'follows' IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in (
        sa.Column("first_to_sue", JSONB()),
        sa.Column("own_suits", JSONB(), nullable=False, server_default=sa.text("'[]'")),
    ):
        op.add_column("routing", column, schema="routing", if_not_exists=True)
    follows = sa.Column("follows", sa.Uuid())
    op.add_column("ordinary", follows, schema="reconsideration", if_not_exists=True)
    fill(FOLLOWS, "reconsideration.ordinary")
