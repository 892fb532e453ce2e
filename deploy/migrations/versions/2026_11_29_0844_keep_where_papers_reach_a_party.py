"""Keep where papers reach a party, and who heads an organisation (ARR2026 27).

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0844"
down_revision = "2026_11_29_0843"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "people_stated",
        sa.Column("stated_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("service_address", sa.Text(), nullable=True),
        sa.Column("head_name", sa.Text(), nullable=True),
        sa.Column("head_post", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("stated_id", name=op.f("pk_people_stated")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_people_stated_person_id"), "people_stated", ["person_id"], schema="hub"
    )
