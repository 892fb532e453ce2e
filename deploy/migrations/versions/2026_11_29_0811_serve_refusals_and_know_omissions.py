"""Keep what a refusal owes, what was asked of an organ that kept silent, and a law's own period."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0811"
down_revision = "2026_11_29_0801"
branch_labels = None
depends_on = None

OPEN = """(
  state = 'following' AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]')
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    kept: dict[str, tuple[sa.Column[Any], ...]] = {
        "ordinary": (
            sa.Column("omission", sa.Boolean()),
            sa.Column("requested_on", sa.Date()),
            sa.Column("duty_within", sa.Text()),
            sa.Column("urgent", sa.Boolean(), nullable=False, server_default=sa.text("false")),
            sa.Column("by_law", JSONB()),
            sa.Column("compulsory", sa.Text()),
        ),
        "aftermath": (
            sa.Column("compulsory", sa.Boolean()),
            sa.Column("refusal_id", sa.Uuid()),
            sa.Column("refusal_for", JSONB(), nullable=False, server_default="[]"),
            sa.Column("refusals", JSONB(), nullable=False, server_default="[]"),
        ),
    }
    for table, columns in kept.items():
        for column in columns:
            op.add_column(table, column, schema="reconsideration")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_open")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_open "
            f"ON reconsideration.aftermath (authority) WHERE {OPEN}"
        )
