"""Know whose silence a respondent bears that succeeds another (ARL 19, 76; CPL 86).

Days are asked for anew once for each lapse, whoever stands in the place of the organ that let them
pass, and a letter is performed by whoever has the powers now. Of files of old the pages tell it.
"""

from alembic import op

revision = "2026_11_30_0898"
down_revision = "2026_11_30_0897"
branch_labels = None
depends_on = None

_LINE = """
  SELECT o.case_id, o.respondent AS who, 2147483647 AS until
  FROM reconsideration.ordinary AS o WHERE o.reply_forfeited
  UNION ALL
  SELECT line.case_id, taken.before, taken.version
  FROM line CROSS JOIN LATERAL (
    SELECT page.body::jsonb ->> 'before' AS before, page.version
    FROM hub.outbox AS page
    WHERE page.case_id = line.case_id AND page.version < line.until
      AND page.kind = 'reconsideration.respondent_succeeded.v1'
      AND page.body::jsonb ->> 'respondent' = line.who
    ORDER BY page.version DESC LIMIT 1) AS taken
"""
"""Who stood there, until which page, the one of now first."""

_SILENT = """
  SELECT DISTINCT ON (line.case_id) line.case_id, line.who
  FROM line JOIN hub.outbox AS page ON page.case_id = line.case_id AND page.version < line.until
  WHERE page.kind = 'reconsideration.joint_reply_forfeited.v1'
    AND page.body::jsonb ->> 'organ' = line.who
    OR page.kind = 'reconsideration.reply_forfeited.v1'
    AND coalesce(page.body::jsonb ->> 'respondent', '') IN ('', line.who)
    AND NOT coalesce((page.body::jsonb ->> 'known_before')::boolean, false)
  ORDER BY line.case_id, page.version DESC, line.until
"""
"""Whose the newest silence is; a page of old names nobody, and speaks of whoever stood there."""

FILL = f"""
WITH RECURSIVE line AS ({_LINE}), silent AS ({_SILENT})
UPDATE reconsideration.ordinary AS filled
SET evidence = filled.evidence || jsonb_build_object('lapsed_as', silent.who)
FROM silent
WHERE silent.case_id = filled.case_id AND silent.who <> filled.respondent
"""  # noqa: S608 - of the texts above alone


_SILENT_LETTERS = """
  SELECT a.case_id, one.nth, one.it ->> 'organ' AS who, page.version AS since
  FROM reconsideration.aftermath AS a
  CROSS JOIN LATERAL jsonb_array_elements(a.{letters}) WITH ORDINALITY AS one (it, nth)
  JOIN hub.outbox AS page ON page.case_id = a.case_id
    AND page.kind = 'reconsideration.{silence}.v1'
    AND page.body::jsonb ->> '{letter_id}' = one.it ->> 'letter_id'
  WHERE one.it ->> 'silent_on' IS NOT NULL
  UNION ALL
  SELECT line.case_id, line.nth, taken.respondent, taken.version
  FROM line CROSS JOIN LATERAL (
    SELECT page.body::jsonb ->> 'respondent' AS respondent, page.version
    FROM hub.outbox AS page
    WHERE page.case_id = line.case_id AND page.version > line.since
      AND page.kind = 'reconsideration.respondent_succeeded.v1'
      AND page.body::jsonb ->> 'before' = line.who
    ORDER BY page.version LIMIT 1) AS taken
"""
"""Who bore a silence on a letter, since which page, the organ itself first."""

_BEAR = """
WITH RECURSIVE line AS ({line}), now AS (
  SELECT DISTINCT ON (line.case_id, line.nth) line.case_id, line.nth, line.who
  FROM line ORDER BY line.case_id, line.nth, line.since DESC)
UPDATE reconsideration.aftermath AS filled SET {letters} = said.letters
FROM (
    SELECT a.case_id, jsonb_agg(
        CASE WHEN now.who <> one.it ->> 'organ'
             THEN one.it || jsonb_build_object('borne_by', now.who) ELSE one.it END
        ORDER BY one.nth) AS letters
    FROM reconsideration.aftermath AS a
    CROSS JOIN LATERAL jsonb_array_elements(a.{letters}) WITH ORDINALITY AS one (it, nth)
    LEFT JOIN now ON now.case_id = a.case_id AND now.nth = one.nth
    GROUP BY a.case_id
) AS said
WHERE said.case_id = filled.case_id AND filled.{letters} <> said.letters
"""


def _bear(letters: str, silence: str, letter_id: str) -> str:
    line = _SILENT_LETTERS.format(letters=letters, silence=silence, letter_id=letter_id)
    return _BEAR.format(line=line, letters=letters)


BEAR = (
    _bear("letters", "correction_unreported", "opinion_letter_id"),
    _bear("recommendations", "recommendation_unanswered", "recommendation_id"),
)
"""Who is to do by now what another organ was silent on."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for fill in (FILL, *BEAR):
        op.execute(fill)
