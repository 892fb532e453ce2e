"""Know which draft a committee was shown, so that its adoption is held against it (ARR2026 52).

Of files of old the newest page that asked it tells.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_0876"
down_revision = "2026_11_30_0875"
branch_labels = None
depends_on = None

SHOWN = """
UPDATE reconsideration.ordinary AS filled SET asked_draft_id = said.draft_id
FROM (
    SELECT DISTINCT ON (page.case_id) page.case_id,
           (page.body::jsonb ->> 'draft_id')::uuid AS draft_id
    FROM hub.outbox AS page WHERE page.kind = 'reconsideration.consultation_requested.v1'
    ORDER BY page.case_id, page.version DESC
) AS said
WHERE said.case_id = filled.case_id AND said.draft_id IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("asked_draft_id", sa.Uuid()),
        schema="reconsideration",
        if_not_exists=True,
    )
    op.execute(SHOWN)
