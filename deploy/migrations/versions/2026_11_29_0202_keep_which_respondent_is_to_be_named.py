"""Keep of a reconsideration which respondent its applicant was told to name instead.

In files that are there nobody was told so in this way yet.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0202"
down_revision = "2026_11_29_0200"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    none = sa.text("'[]'")
    told = sa.Column("respondents_told", JSONB(), server_default=none, nullable=False)
    op.add_column("ordinary", told, schema="reconsideration")
