"""Know which of several who withdrew by name did so because they settled (ARL 74).

Of files on which such a withdrawal waits the pages tell it.
"""

from alembic import op

revision = "2026_11_30_0872"
down_revision = "2026_11_30_0871"
branch_labels = None
depends_on = None

FILL = """
UPDATE reconsideration.ordinary AS filled
SET participants = jsonb_set(filled.participants, '{settling}', said.who)
FROM (
    SELECT o.case_id, jsonb_agg(named.one ORDER BY named.nth) AS who
    FROM reconsideration.ordinary AS o
    CROSS JOIN LATERAL jsonb_array_elements_text(o.participants -> 'withdrawing')
      WITH ORDINALITY AS named (one, nth)
    WHERE o.settled AND EXISTS (
        SELECT FROM hub.outbox AS page
        WHERE page.case_id = o.case_id AND page.kind = 'reconsideration.withdrawn.v1'
          AND (page.body::jsonb ->> 'settled')::boolean
          AND page.body::jsonb -> 'applicants' ? named.one)
    GROUP BY o.case_id
) AS said
WHERE said.case_id = filled.case_id
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(FILL)
