"""Let a whistle remember when it called each department, as its pages say.

A visit on the site is held against the department's own call. Whoever has finished or was ruled out
asks for no more time. The way back is a backup.
"""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_28_1130"
down_revision = "2026_11_28_1040"
branch_labels = None
depends_on = None

CALLED = """
UPDATE routing.whistle AS filled SET parts = (
  SELECT jsonb_object_agg(part.code, part.said || coalesce(call.called, '{}')
    || CASE WHEN filled.tracks ->> part.code IN ('done', 'ruled_out') AND part.said ? 'asked'
       THEN '{"asked": ""}' ELSE '{}' END::jsonb)
  FROM jsonb_each(filled.parts) AS part(code, said)
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('called', coalesce(head ->> 'moment', head ->> 'at')) AS called
    FROM hub.outbox AS page, LATERAL (SELECT page.body::jsonb -> 'head' AS head) AS its
    WHERE page.case_id = filled.case_id
      AND page.kind IN (
        'routing.called.v1', 'routing.called_urgently.v1', 'routing.called_to_danger.v1')
      AND page.body::jsonb ->> 'department' = part.code
    ORDER BY page.version DESC LIMIT 1) AS call ON true)
WHERE filled.parts <> '{}'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    fill(CALLED, "routing.whistle")
