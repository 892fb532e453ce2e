"""Know when a decision took effect, and find what follows from it before all have it (ARL 75)."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_0853"
down_revision = "2026_11_29_0852"
branch_labels = None
depends_on = None

ENFORCING = """(state IN ('effective', 'following') AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "performance_unstated" || @.stand == "enforceable"
    || @.stand == "party_urged" || @.stand == "urging_unheeded"
    || @.stand == "enforcement_applied" || @.stand == "court_refused")'))"""

UNFINISHED = f"""(
  state IN ('effective', 'following') AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]') OR anew_by IS NOT NULL
  OR outcome IS DISTINCT FROM 'upheld' AND {ENFORCING} OR state IN ('effective', 'following')
    AND jsonb_path_exists(debts, '$[*] ? (@.stand == "performance_unstated")')
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""

INDEXES = (
    ("ix_aftermath_enforcing", "respondent", ENFORCING, "ix_aftermath_owing"),
    ("ix_aftermath_unfinished", "authority", UNFINISHED, "ix_aftermath_owed"),
)
"""Names of their own: the ones before serve the previous release until these are built."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        *("aftermath", sa.Column("effective_on", sa.Date())),
        schema="reconsideration",
        if_not_exists=True,
    )
    with op.get_context().autocommit_block():
        for name, column, where, before in INDEXES:
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS reconsideration.{name}")
            op.execute(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} "
                f"ON reconsideration.aftermath ({column}) WHERE {where}"
            )
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS reconsideration.{before}")
