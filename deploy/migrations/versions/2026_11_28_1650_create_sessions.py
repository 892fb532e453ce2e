"""Create the tables of sessions and accounts, and the log of both.

The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1650"
down_revision = "2026_11_28_1645"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "account",
        sa.Column("code", sa.Text(), nullable=False),
        *_texts("title", "passphrase", "roles", "organ", "county"),
        sa.Column("disabled", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("must_change", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("failed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_account")),
        schema="hub",
    )
    op.create_table(
        "account_log",
        sa.Column("entry_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        *_texts("code", "event", "by", "detail"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_account_log")),
        schema="hub",
    )
    op.create_index(
        op.f("ix_account_log_code_entry_id"), "account_log", ["code", "entry_id"], schema="hub"
    )
    op.create_table(
        "session",
        sa.Column("session_id", sa.LargeBinary(), nullable=False),
        sa.Column("by_account", sa.Boolean(), nullable=False),
        *_texts("code", "title", "roles", "organ", "county", "disputes", "persons", "csrf"),
        *(_moment(name) for name in ("begun", "seen", "until")),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_session")),
        schema="hub",
    )
    op.create_index(op.f("ix_session_code"), "session", ["code"], schema="hub")
    op.create_index(op.f("ix_session_until"), "session", ["until"], schema="hub")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
