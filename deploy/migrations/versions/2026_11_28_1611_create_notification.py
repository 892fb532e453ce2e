"""Create the tables of notices, of what goes out, and of each attempt.

Nobody is told of what was recorded before: the moment at which telling begins is kept.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1611"
down_revision = "2026_11_28_1610"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("CREATE SCHEMA notification")
    create_notice()
    create_sending()
    op.create_table(
        "begun",
        sa.Column("one", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.CheckConstraint("one", name=op.f("ck_begun_one")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_begun")),
        schema="notification",
    )
    op.execute(
        "INSERT INTO notification.begun (at) SELECT coalesce("
        "(SELECT at FROM hub.outbox ORDER BY seq DESC LIMIT 1), '-infinity'::timestamptz)"
    )


def create_notice() -> None:
    words = ("role", "organ", "kind", "weight")
    told = ("number", "matter", "says", "article")
    op.create_table(
        "notice",
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in words),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in told),
        sa.Column("until", MOMENT),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("unread", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("read_at", MOMENT),
        sa.Column("read_by", sa.Text()),
        sa.Column("planned", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_notice")),
        schema="notification",
    )
    op.create_index(
        "ix_notice_desk",
        "notice",
        ["role", "organ", "unread", "made_at", "notice_id"],
        unique=False,
        schema="notification",
    )
    op.create_index(
        "ix_notice_unplanned",
        "notice",
        ["made_at"],
        unique=False,
        schema="notification",
        postgresql_where=sa.text("NOT planned"),
    )


def create_sending() -> None:
    op.create_table(
        "sending",
        sa.Column("sending_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        *(
            sa.Column(n, sa.Text(), nullable=False)
            for n in ("channel", "organ", "address", "state")
        ),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("result", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"],
            ["notification.notice.notice_id"],
            name=op.f("fk_sending_notice_id_notice"),
        ),
        sa.PrimaryKeyConstraint("sending_id", name=op.f("pk_sending")),
        schema="notification",
    )
    for name, columns in (
        ("ix_sending_due", ["channel", "state", "next_at"]),
        ("ix_sending_listed", ["state", "made_at"]),
    ):
        op.create_index(name, "sending", columns, unique=False, schema="notification")
    op.create_table(
        "attempt",
        sa.Column("sending_id", sa.Uuid(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("answer", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["sending_id"],
            ["notification.sending.sending_id"],
            name=op.f("fk_attempt_sending_id_sending"),
        ),
        sa.PrimaryKeyConstraint("sending_id", "attempt", name=op.f("pk_attempt")),
        schema="notification",
    )
