"""Know who took evidence or inspected, who may be objected to as who handles the case (RULES 47).

Of whom an authority above sent for evidence alone once it took up the case, and of nobody who was
recused since.
"""

from alembic import op

revision = "2026_11_30_0873"
down_revision = "2026_11_30_0872"
branch_labels = None
depends_on = None

INQUIRERS = """
UPDATE reconsideration.ordinary AS filled
SET evidence = jsonb_set(filled.evidence, '{inquirers}', said.who)
FROM (
    SELECT came.case_id, jsonb_agg(came.code ORDER BY came.version, came.nth) AS who
    FROM (
        SELECT DISTINCT ON (page.case_id, one.code) page.case_id, one.code, page.version, one.nth
        FROM hub.outbox AS page
        CROSS JOIN LATERAL jsonb_array_elements_text(page.body::jsonb -> 'inquirers')
          WITH ORDINALITY AS one (code, nth)
        WHERE page.kind IN (
            'reconsideration.evidence_taken.v1', 'reconsideration.inspection_ended.v1')
          AND NOT EXISTS (
            SELECT FROM hub.outbox AS later
            WHERE later.case_id = page.case_id AND later.version > page.version
              AND (later.kind IN (
                  'reconsideration.elevated_file_received.v1', 'reconsideration.accepted_above.v1')
                OR later.kind = 'reconsideration.recusal_decided.v1'
                  AND (later.body::jsonb ->> 'replaced')::boolean
                  AND later.body::jsonb ->> 'reviewer' = one.code))
        ORDER BY page.case_id, one.code, page.version, one.nth
    ) AS came
    GROUP BY came.case_id
) AS said
WHERE said.case_id = filled.case_id
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(INQUIRERS)
