"""Know whose recusal waits before a committee, what it was asked, and what was pressed for.

The body's heads find the first among what waits for them (RULES 72); an opinion answers the last
question that was asked (RULES 151); the other is 催告回复 (ARL 60).
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill

revision = "2026_11_29_0848"
down_revision = "2026_11_29_0846"
branch_labels = None
depends_on = None

CONTESTED = """
UPDATE hub.file f SET labels = f.labels || jsonb_build_object(
  'contested', (SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(c.contested) AS one))
FROM consultation.consultation c
WHERE c.case_id = f.case_id AND c.state = 'seated' AND jsonb_array_length(c.contested) > 0
"""
"""What was asked before this upgrade and is not decided."""

QUESTIONS = """
UPDATE reconsideration.ordinary AS filled SET questions = (
  SELECT jsonb_agg(page.body::jsonb -> 'question_id' ORDER BY page.version)
  FROM hub.outbox AS page WHERE page.case_id = filled.case_id
  AND page.kind = 'reconsideration.consultation_requested.v1')
WHERE EXISTS (SELECT FROM hub.outbox AS page WHERE page.case_id = filled.case_id
  AND page.kind = 'reconsideration.consultation_requested.v1')
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(CONTESTED)
    op.execute("ALTER TABLE reconsideration.attached ADD COLUMN IF NOT EXISTS urged_on date")
    op.add_column(
        "ordinary",
        sa.Column("questions", JSONB(), nullable=False, server_default="[]"),
        schema="reconsideration",
        if_not_exists=True,
    )
    fill(QUESTIONS, "reconsideration.ordinary")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hub.ix_file_contested")
        op.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_file_contested ON hub.file "
            "((labels ->> 'authority')) WHERE office = 'consultation' AND state = 'seated' "
            "AND coalesce(labels ->> 'contested', '') <> ''"
        )
