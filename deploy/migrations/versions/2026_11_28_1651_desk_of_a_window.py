"""Let a window see its queue at once, and take a ledger in on its page."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1651"
down_revision = "2026_11_28_1650"
branch_labels = None
depends_on = None

WAITS = "office = 'routing' AND state IN ('awaiting_callback', 'returned', 'blown')"
COUNTS = ("read", "registered", "repeated", "known", "rejected", "mended")


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "import",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("window", "name", "source")),
        sa.Column("history", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in COUNTS),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_import")),
        schema="intake",
    )
    op.create_index(op.f("ix_import_window_at"), "import", ["window", "at"], schema="intake")
    op.create_table(
        "import_batch",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("batch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "batch", name=op.f("pk_import_batch")),
        schema="intake",
    )
    op.create_table(
        "import_reject",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("reject", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("place", "column", "reason")),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("import_id", "reject", name=op.f("pk_import_reject")),
        schema="intake",
    )
    with op.get_context().autocommit_block():
        for name, on in (
            ("ix_dispute_registered_on_number", "intake.dispute (registered_on, number)"),
            ("ix_dispute_window_registered_on", 'intake.dispute ("window", registered_on)'),
            ("ix_file_whistle_waits", f"hub.file (state) WHERE {WAITS}"),
        ):
            op.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {on}")
