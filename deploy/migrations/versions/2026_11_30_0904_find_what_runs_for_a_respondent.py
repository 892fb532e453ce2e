"""Find what runs for a respondent, what is owed under a whistle, and disputes of a matter."""

from alembic import op
from sqlalchemy import text

revision = "2026_11_30_0904"
down_revision = "2026_11_30_0898"
branch_labels = None
depends_on = None

PERIODS = {
    "ix_deadline_bound": (
        ["owed_by", "case_id"],
        ["name", "until", "provisional"],
        "ended IS NULL AND subject = '' AND owed_by <> ''",
    ),
    "ix_deadline_stands": (
        ["case_id"],
        ["name", "until", "ended", "made_good", "subject", "opened", "provisional"],
        "ended IS NULL OR ended = 'lapsed'",
    ),
}
OF_MATTER = "ix_dispute_matter_registered_on_number"


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    with op.get_context().autocommit_block():
        for name, (columns, more, which) in PERIODS.items():
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS hub.{name}")
            op.create_index(
                name,
                "deadline",
                columns,
                schema="hub",
                postgresql_include=more,
                postgresql_where=text(which),
                postgresql_concurrently=True,
            )
        op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS intake.{OF_MATTER}")
        op.create_index(
            OF_MATTER,
            "dispute",
            ["matter", "registered_on", "number"],
            schema="intake",
            postgresql_concurrently=True,
        )
