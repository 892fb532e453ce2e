"""Review documents attached to a reconsideration, each in a file of its own.

Cases that are suspended for a document already keep no document: a person ends that suspension.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0530"
down_revision = "2026_11_29_0525"
branch_labels = None
depends_on = None

SCHEMA = "reconsideration"


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("attached", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        schema=SCHEMA,
    )
    op.create_table(
        "attached",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tracks", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("request_case_id", sa.Uuid()),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("document", sa.Text()),
        sa.Column("ex_officio", sa.Boolean(), nullable=False),
        sa.Column("suspended_on", sa.Date()),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("issuer_notified_on", sa.Date()),
        sa.Column("notice_received_on", sa.Date()),
        sa.Column("replied_on", sa.Date()),
        sa.Column("reply_overdue_on", sa.Date()),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("forwarded_on", sa.Date()),
        sa.Column("forwarding_received_on", sa.Date()),
        sa.Column("opinion_overdue_on", sa.Date()),
        sa.Column("flaw", sa.Text()),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_attached")),
        schema=SCHEMA,
    )
