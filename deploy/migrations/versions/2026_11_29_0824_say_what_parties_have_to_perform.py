"""Keep what a paper says that parties have to perform, and list whoever of whom nothing is said.

The previous release does not know the word that is written into the rows here: every web and worker
that serves reconsideration stops before this step, and starts again with the new release.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_29_0824"
down_revision = "2026_11_29_0823"
branch_labels = None
depends_on = None

UNSTATED = """
UPDATE reconsideration.aftermath AS filled SET debts = (
  SELECT jsonb_agg(CASE WHEN one ->> 'stand' = 'suit_awaited' AND one -> 'timed' = 'false'
    THEN jsonb_set(one, '{stand}', '"performance_unstated"') ELSE one END ORDER BY nth)
  FROM jsonb_array_elements(filled.debts) WITH ORDINALITY AS each (one, nth))
WHERE jsonb_path_exists(filled.debts,
  '$[*] ? (@.stand == "suit_awaited" && @.timed == false)')
"""

ENFORCING = """(state = 'following' AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "performance_unstated" || @.stand == "enforceable"
    || @.stand == "party_urged" || @.stand == "urging_unheeded"
    || @.stand == "enforcement_applied" || @.stand == "court_refused")'))"""

FOLLOWING = f"""(
  state = 'following' AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]')
  OR outcome IS DISTINCT FROM 'upheld' AND {ENFORCING} OR state = 'following'
    AND jsonb_path_exists(debts, '$[*] ? (@.stand == "performance_unstated")')
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("duties", JSONB(), nullable=True),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(UNSTATED, "reconsideration.aftermath")
    with op.get_context().autocommit_block():
        # Names of their own: whatever reads meanwhile has those before until these are built.
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_owing "
            f"ON reconsideration.aftermath (respondent) WHERE {ENFORCING}"
        )
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_following "
            f"ON reconsideration.aftermath (authority) WHERE {FOLLOWING}"
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_enforcing")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_unfinished")
