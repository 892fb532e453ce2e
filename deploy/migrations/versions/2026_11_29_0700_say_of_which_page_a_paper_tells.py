"""Say of which page a paper tells that was made; one of several notices is told from another."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0700"
down_revision = "2026_11_29_0650"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("papers_made", sa.Column("page", sa.Integer(), nullable=True), schema="hub")
