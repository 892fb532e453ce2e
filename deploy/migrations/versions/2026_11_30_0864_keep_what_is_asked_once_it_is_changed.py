"""Keep what an applicant asks once the request was changed (ARL 15, 17)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_30_0864"
down_revision = "2026_11_30_0863"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("ordinary", sa.Column("request", JSONB()), schema="reconsideration")
