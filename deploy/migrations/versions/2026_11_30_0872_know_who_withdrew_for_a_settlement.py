"""Know which of several who withdrew by name did so because they settled (ARL 74).

Of files on which such a withdrawal waits, and of those whom one let go, the pages tell it.
"""

from alembic import op

revision = "2026_11_30_0872"
down_revision = "2026_11_30_0871"
branch_labels = None
depends_on = None

NAMED = """
  SELECT count(*) > 0 AS any_page,
         coalesce(bool_or((page.body::jsonb ->> 'settled')::boolean), false) AS settled
  FROM hub.outbox AS page
  WHERE page.case_id = o.case_id AND page.kind = 'reconsideration.withdrawn.v1'
    AND page.body::jsonb -> 'applicants' ? {who} AND page.version < {before}
    AND page.version > coalesce((
      SELECT max(over.version) FROM hub.outbox AS over
      WHERE over.case_id = o.case_id AND over.version < {before}
        AND (over.kind = 'reconsideration.withdrawal_refused.v1'
          OR over.kind = 'reconsideration.withdrawn.v1'
          AND coalesce(over.body::jsonb -> 'applicants', '[]') = '[]')), 0)
"""
"""Whether a page named this person before that version, and one of them because it settled.

What was refused, or was said in the name of all, is over for those named before it.
"""
_NOW = "(SELECT max(last.version) + 1 FROM hub.outbox AS last WHERE last.case_id = o.case_id)"
_LEFT = """coalesce((
      SELECT max(gone.version) FROM hub.outbox AS gone
      WHERE gone.case_id = o.case_id AND gone.kind = 'reconsideration.applicants_left.v1'
        AND gone.body::jsonb -> 'applicants' ? (one.it ->> 'person_id')), 0)"""

SETTLING = f"""
UPDATE reconsideration.ordinary AS filled
SET participants = jsonb_set(filled.participants, '{{settling}}', said.who)
FROM (
    SELECT o.case_id, jsonb_agg(waits.one ORDER BY waits.nth) AS who
    FROM reconsideration.ordinary AS o
    CROSS JOIN LATERAL jsonb_array_elements_text(o.participants -> 'withdrawing')
      WITH ORDINALITY AS waits (one, nth)
    CROSS JOIN LATERAL ({NAMED.format(who="waits.one", before=_NOW)}) AS named
    WHERE o.settled AND named.settled
    GROUP BY o.case_id
) AS said
WHERE said.case_id = filled.case_id
"""  # noqa: S608 - of the texts above alone
SETTLED = """
UPDATE reconsideration.ordinary SET settled = false
WHERE settled AND coalesce(participants -> 'withdrawing', '[]') <> '[]'
  AND coalesce(participants -> 'settling', '[]') = '[]'
"""
GONE = f"""
UPDATE reconsideration.ordinary AS filled
SET gone = said.gone
FROM (
    SELECT o.case_id, jsonb_agg(
        CASE WHEN named.any_page
             THEN one.it || jsonb_build_object('settled', named.settled) ELSE one.it END
        ORDER BY one.nth) AS gone
    FROM reconsideration.ordinary AS o
    CROSS JOIN LATERAL jsonb_array_elements(o.gone) WITH ORDINALITY AS one (it, nth)
    CROSS JOIN LATERAL (
      {NAMED.format(who="(one.it ->> 'person_id')", before=_LEFT)}) AS named
    GROUP BY o.case_id
) AS said
WHERE said.case_id = filled.case_id AND filled.gone <> said.gone
"""  # noqa: S608 - as above
FILLS = (SETTLING, SETTLED, GONE)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for fill in FILLS:
        op.execute(fill)
