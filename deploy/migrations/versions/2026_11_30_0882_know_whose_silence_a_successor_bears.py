"""Know whose silence a joint respondent bears that stands in the place of another (ARL 19, 70).

A reply that was posted in the days of the one before is in time, and takes that lapse back. Of
files of old the pages tell it: the newest silence of whoever stands there or stood there before.
"""

from alembic import op

revision = "2026_11_30_0882"
down_revision = "2026_11_30_0881"
branch_labels = None
depends_on = None

_LINE = """
  SELECT o.case_id, one.nth, one.it ->> 'organ' AS who, 2147483647 AS until
  FROM reconsideration.ordinary AS o
  CROSS JOIN LATERAL jsonb_array_elements(o.joint) WITH ORDINALITY AS one (it, nth)
  WHERE (one.it ->> 'forfeited')::boolean
  UNION ALL
  SELECT line.case_id, line.nth, taken.before, taken.version
  FROM line CROSS JOIN LATERAL (
    SELECT page.body::jsonb ->> 'before' AS before, page.version
    FROM hub.outbox AS page
    WHERE page.case_id = line.case_id AND page.version < line.until
      AND page.kind = 'reconsideration.respondent_succeeded.v1'
      AND page.body::jsonb ->> 'respondent' = line.who
    ORDER BY page.version DESC LIMIT 1) AS taken
"""
"""Who stood in each place, until which page, the one of now first."""

_SILENT = """
  SELECT DISTINCT ON (line.case_id, line.nth) line.case_id, line.nth, line.who
  FROM line JOIN hub.outbox AS page ON page.case_id = line.case_id AND page.version < line.until
    AND page.kind = 'reconsideration.joint_reply_forfeited.v1'
    AND page.body::jsonb ->> 'organ' = line.who
  ORDER BY line.case_id, line.nth, page.version DESC
"""

FILL = f"""
WITH RECURSIVE line AS ({_LINE}), silent AS ({_SILENT})
UPDATE reconsideration.ordinary AS filled SET joint = said.joint
FROM (
    SELECT o.case_id, jsonb_agg(
        CASE WHEN silent.who <> one.it ->> 'organ'
             THEN one.it || jsonb_build_object('lapsed_as', silent.who) ELSE one.it END
        ORDER BY one.nth) AS joint
    FROM reconsideration.ordinary AS o
    CROSS JOIN LATERAL jsonb_array_elements(o.joint) WITH ORDINALITY AS one (it, nth)
    LEFT JOIN silent ON silent.case_id = o.case_id AND silent.nth = one.nth
    GROUP BY o.case_id
) AS said
WHERE said.case_id = filled.case_id AND filled.joint <> said.joint
"""  # noqa: S608 - of the texts above alone


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(FILL)
