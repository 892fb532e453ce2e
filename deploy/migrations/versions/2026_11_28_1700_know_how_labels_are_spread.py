"""Know how the labels of files are spread, and find what is due first in a dispute.

Without these statistics PostgreSQL holds every label for rare, and reads all files of a county
where the newest fifty would do. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1700"
down_revision = "2026_11_28_1655"
branch_labels = None
depends_on = None

LABELS = ("county", "window", "authority", "road", "matter")


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for label in LABELS:
        op.execute(f"CREATE STATISTICS hub.file_{label} ON (labels ->> '{label}') FROM hub.file")
    op.create_index(
        "ix_deadline_dispute_open",
        "deadline",
        ["dispute_id", "until"],
        unique=False,
        schema="hub",
        postgresql_where=sa.text("ended IS NULL AND until IS NOT NULL"),
    )
    op.create_index(
        "ix_dispute_taken_elsewhere",
        "dispute",
        ["window", "registered_on"],
        unique=False,
        schema="intake",
        postgresql_where=sa.text('"left"("window", 6) <> county'),
    )
    op.execute("ANALYZE hub.file")
