"""Know of a person that they take part in one case file only; all so far are of the dispute."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0145"
down_revision = "2026_11_29_0140"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column("people", sa.Column("of_file", sa.Uuid(), nullable=True), schema="hub")
