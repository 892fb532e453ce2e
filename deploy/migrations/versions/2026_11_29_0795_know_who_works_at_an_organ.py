"""Know who works at an organ, and find what departments and bodies have to do beside cases."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0795"
down_revision = "2026_11_29_0780"
branch_labels = None
depends_on = None

CLOSED = (
    "'delivered', 'abandoned', 'declined', 'not_handled', 'withdrawn', 'corrected', "
    "'terminated', 'mediated', 'ended_above'"
)

FOLLOWING_OPEN = """(
  state = 'following' AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL)
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""
ELEVATING = """(state IN ('accepted', 'copied', 'replying', 'examining')
  AND jsonb_path_exists(elevated, '$.asked[*] ? (@.until == null)'))"""
DESKS = (
    ("ordinary_elevating", "ordinary ((elevated ->> 'above'))", ELEVATING),
    ("aftermath_open", "aftermath (authority)", FOLLOWING_OPEN),
    ("correction_ordered", "correction (below)", "(state = 'correction_ordered')"),
    ("correction_reported", "correction (authority)", "(state = 'wrong_reported')"),
    (
        "attached_open",
        "attached (authority)",
        "(state NOT IN ('concluded', 'opinion_received', 'dropped'))",
    ),
)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.create_table(
        "post",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("organ", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_post")),
        schema="hub",
    )
    op.create_index(op.f("ix_post_organ"), "post", ["organ"], schema="hub")
    with op.get_context().autocommit_block():
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_account_organ ON hub.account (organ)"
        )
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_ordinary_responding "
            f"ON reconsideration.ordinary (respondent) WHERE (state NOT IN ({CLOSED}))"
        )
        for column in ("letters", "recommendations"):
            op.execute(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_aftermath_{column} "
                f"ON reconsideration.aftermath USING gin ({column} jsonb_path_ops)"
            )
        for name, what, where in DESKS:
            op.execute(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_{name} "
                f"ON reconsideration.{what} WHERE {where}"
            )
