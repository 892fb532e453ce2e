"""Keep by whose hand a notice goes out again; send what is urgent first, find what is unsent.

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1905"
down_revision = "2026_11_28_1900"
branch_labels = None
depends_on = None

ON = "notification.sending"
URGENT = """
UPDATE notification.sending s SET urgent = true FROM notification.notice n
WHERE s.state = 'waiting' AND n.notice_id = s.notice_id AND n.weight = 'urgent'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "sending",
        sa.Column("urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        schema="notification",
    )
    op.execute(URGENT)
    op.create_table(
        "resending",
        sa.Column("sending_id", sa.Uuid(), nullable=False),
        sa.Column("attempts", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sending_id"],
            ["notification.sending.sending_id"],
            name=op.f("fk_resending_sending_id_sending"),
        ),
        sa.PrimaryKeyConstraint("sending_id", "attempts", name=op.f("pk_resending")),
        schema="notification",
    )
    with op.get_context().autocommit_block():
        for name, columns in (
            ("ix_sending_next", "(channel, urgent DESC, next_at) WHERE state = 'waiting'"),
            ("ix_sending_unsent", "(channel, state, made_at) WHERE state <> 'sent'"),
            ("ix_sending_made", "(made_at, sending_id)"),
        ):
            op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {ON} {columns}")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS notification.ix_sending_due")
