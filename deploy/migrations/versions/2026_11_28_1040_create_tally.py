"""Create the table in which closed files are kept as the figures count them.

It is filled by the worker from the pages. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1040"
down_revision = "2026_11_28_1030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    words = ("county", "township", "department", "matter", "month", "level", "centre", "whistler")
    times = ("check_in", "answer", "finish")
    op.create_table(
        "tally",
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("line", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in words),
        sa.Column("measures", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in times),
        sa.PrimaryKeyConstraint("opened_on", "seq", "line", name=op.f("pk_tally")),
        schema="routing",
    )
    op.create_index(
        "ix_tally_file",
        "tally",
        ["opened_on", "seq", "begun_at", "known_at"],
        unique=False,
        schema="routing",
        postgresql_where=sa.text("line = 0"),
    )
    op.create_table(
        "tallied",
        sa.Column("one", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_tallied")),
        schema="routing",
    )
