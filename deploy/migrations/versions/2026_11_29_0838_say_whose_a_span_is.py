"""Say whose a span of the picture of the city is, and find what departments owe and answered.

Empty on what stands there: the worker makes all spans anew, for another text of the fold made them.
The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0838"
down_revision = "2026_11_29_0837"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "span",
        sa.Column("subject", sa.Text(), nullable=False, server_default=""),
        schema="supervision",
    )
    op.create_index(
        "ix_span_owed",
        "span",
        [sa.text("int8range(begun, ended)")],
        unique=False,
        schema="supervision",
        postgresql_using="gist",
        postgresql_where=sa.text("what = 'owed'"),
    )
    op.create_index(
        "ix_span_answered",
        "span",
        ["at"],
        unique=False,
        schema="supervision",
        postgresql_where=sa.text("what = 'answered'"),
    )
