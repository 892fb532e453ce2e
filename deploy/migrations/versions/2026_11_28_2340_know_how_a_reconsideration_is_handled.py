"""Keep of a reconsideration its procedure, its complexity, its reviewers and who was recused.

Files that are there are in the ordinary procedure, and nothing was found of them yet.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_28_2340"
down_revision = "2026_11_28_2250"
branch_labels = None
depends_on = None

TABLE, SCHEMA = "ordinary", "reconsideration"
COLUMNS = (
    ("track", sa.Text(), "'ordinary'"),
    ("grave", sa.Boolean(), "false"),
    ("technical", sa.Boolean(), "false"),
    ("reviewers", JSONB(), "'[]'"),
    ("recused", JSONB(), "'[]'"),
    ("recusals_pending", sa.Integer(), "0"),
)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(TABLE, sa.Column("converted_on", sa.Date()), schema=SCHEMA)
    for name, kind, usual in COLUMNS:
        column = sa.Column(name, kind, server_default=sa.text(usual), nullable=False)
        op.add_column(TABLE, column, schema=SCHEMA)
