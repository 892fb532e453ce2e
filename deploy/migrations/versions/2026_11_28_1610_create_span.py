"""Keep the picture of the city as spans of positions.

The way back is a backup, as for every step; what is kept here is made of the pages again.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1610"
down_revision = "2026_11_28_1600"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    words = ("office", "county", "departments", "matter", "road")
    op.create_table(
        "span",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("begun", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("about", sa.Uuid(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in words),
        sa.PrimaryKeyConstraint("case_id", "line", name=op.f("pk_span")),
        schema="supervision",
    )
    op.create_index(
        "ix_span_held",
        "span",
        [sa.text("int8range(begun, ended)")],
        unique=False,
        schema="supervision",
        postgresql_using="gist",
        postgresql_where=sa.text("what IN ('open', 'due')"),
    )
    op.create_index(
        "ix_span_day",
        "span",
        ["at"],
        unique=False,
        schema="supervision",
        postgresql_where=sa.text("what IN ('registered', 'closed')"),
    )
    op.create_index(
        "ix_span_about",
        "span",
        ["about"],
        unique=False,
        schema="supervision",
        postgresql_where=sa.text("about IS NOT NULL"),
    )
    op.create_table(
        "spanned",
        sa.Column("one", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_spanned")),
        schema="supervision",
    )
