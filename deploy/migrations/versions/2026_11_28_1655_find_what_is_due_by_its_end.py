"""Find what is due on a day by its end, and only open files by where they are held.

The way back is a backup, as for every step; what is kept here is made of the pages again.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1655"
down_revision = "2026_11_28_1651"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.drop_index("ix_span_held", table_name="span", schema="supervision")
    op.create_index(
        "ix_span_held",
        "span",
        [sa.text("int8range(begun, ended)")],
        unique=False,
        schema="supervision",
        postgresql_using="gist",
        postgresql_where=sa.text("what = 'open'"),
    )
    op.create_index(
        "ix_span_until",
        "span",
        ["until"],
        unique=False,
        schema="supervision",
        postgresql_where=sa.text("what = 'due'"),
    )
