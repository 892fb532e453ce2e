"""Keep the day on which a hearing was put off, and the request that it was to answer.

Of files whose hearing lies put off, and of those that a hearing is set for, their pages tell both.
"""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_29_0849"
down_revision = "2026_11_29_0848"
branch_labels = None
depends_on = None

PUT_OFF = """
UPDATE reconsideration.ordinary AS filled SET hearing_put_off_on = (
  SELECT CASE WHEN last.kind = 'reconsideration.hearing_put_off.v1' THEN last.legal_on END
  FROM hub.outbox AS last
  WHERE last.case_id = filled.case_id AND last.kind IN (
    'reconsideration.hearing_set.v1', 'reconsideration.hearing_put_off.v1',
    'reconsideration.hearing_held.v1', 'reconsideration.hearing_waived.v1',
    'reconsideration.elevated_file_received.v1', 'reconsideration.accepted_above.v1')
  ORDER BY last.version DESC LIMIT 1)
WHERE jsonb_typeof(filled.hearing) IS DISTINCT FROM 'object' AND EXISTS (
  SELECT FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.hearing_put_off.v1')
"""

UNANSWERED = """(
  SELECT max(asked.legal_on) FROM hub.outbox AS asked
  WHERE asked.case_id = filled.case_id AND asked.kind = 'reconsideration.hearing_requested.v1'
  AND NOT EXISTS (
    SELECT FROM hub.outbox AS said
    WHERE said.case_id = asked.case_id AND said.version > asked.version AND said.kind IN (
      'reconsideration.hearing_denied.v1', 'reconsideration.hearing_held.v1',
      'reconsideration.hearing_waived.v1')))
"""
"""The day of a request that was neither refused nor met."""

WAITING = """
EXISTS (SELECT FROM hub.outbox AS page WHERE page.case_id = filled.case_id
  AND page.kind = 'reconsideration.hearing_requested.v1')
"""

ASKED = f"""
UPDATE reconsideration.ordinary AS filled SET hearing_asked_on = {UNANSWERED}
WHERE jsonb_typeof(filled.hearing) IS DISTINCT FROM 'object'
AND filled.hearing_asked_on IS NULL AND {WAITING}
"""  # noqa: S608 - two pieces of its own

PLANNED = f"""
UPDATE reconsideration.ordinary AS filled
SET hearing = filled.hearing || jsonb_build_object('asked_on', {UNANSWERED})
WHERE jsonb_typeof(filled.hearing) = 'object' AND {WAITING}
"""  # noqa: S608 - two pieces of its own


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.add_column(
        "ordinary",
        sa.Column("hearing_put_off_on", sa.Date()),
        schema="reconsideration",
        if_not_exists=True,
    )
    for statement in (PUT_OFF, ASKED, PLANNED):
        fill(statement, "reconsideration.ordinary")
