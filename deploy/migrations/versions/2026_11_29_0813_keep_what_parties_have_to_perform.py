"""Keep what each party has to perform after a case, and find where it is to be enforced."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "2026_11_29_0813"
down_revision = "2026_11_29_0811"
branch_labels = None
depends_on = None

ENFORCING = """(state = 'following' AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "enforceable" || @.stand == "party_urged"
    || @.stand == "urging_unheeded" || @.stand == "enforcement_applied")'))"""

UNFINISHED = f"""(
  state = 'following' AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]')
  OR outcome IS DISTINCT FROM 'upheld' AND {ENFORCING}
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "aftermath",
        sa.Column("debts", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
    )
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_enforcing "
            f"ON reconsideration.aftermath (respondent) WHERE {ENFORCING}"
        )
        # A name of its own: the one before serves the previous release until this one is built.
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_unfinished "
            f"ON reconsideration.aftermath (authority) WHERE {UNFINISHED}"
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS reconsideration.ix_aftermath_open")
