"""Keep by when a decision that was set aside is to be made anew, and find what is still owed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0828"
down_revision = "2026_11_29_0827"
branch_labels = None
depends_on = None

OWED = """(
  state = 'following' AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]') OR anew_by IS NOT NULL
  OR outcome IS DISTINCT FROM 'upheld' AND (state = 'following' AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "performance_unstated" || @.stand == "enforceable"
    || @.stand == "party_urged" || @.stand == "urging_unheeded"
    || @.stand == "enforcement_applied" || @.stand == "court_refused")')) OR state = 'following'
    AND jsonb_path_exists(debts, '$[*] ? (@.stand == "performance_unstated")')
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "aftermath", sa.Column("anew_by", sa.Date()), schema="reconsideration", if_not_exists=True
    )
    with op.get_context().autocommit_block():
        # A name of its own: the one before serves the previous release until this one is built.
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_owed "
            f"ON reconsideration.aftermath (authority) WHERE {OWED}"
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_following")
