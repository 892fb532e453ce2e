"""Keep what follows a reconsideration: a file beside each case that is at its end.

Cases that were closed before have none: nothing was owed in one, and none of its periods has run.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0511"
down_revision = "2026_11_29_0510"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "aftermath",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("about", sa.Uuid()),
        sa.Column("conclusion", sa.Text()),
        sa.Column("opened_on", sa.Date()),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("respondent", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("copies", sa.Boolean(), nullable=False),
        sa.Column("copied_on", sa.Date()),
        sa.Column("publishes", sa.Boolean(), nullable=False),
        sa.Column("published_on", sa.Date()),
        sa.Column("withheld_on", sa.Date()),
        sa.Column("corrected_on", sa.Date()),
        sa.Column("letters", JSONB(), nullable=False),
        sa.Column("recommendations", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_aftermath")),
        schema="reconsideration",
    )
