"""Let a case await the views of third persons who did not come to its hearing (ARL 49).

They were taken for heard with everybody who came. They stay heard where a hearing to which they
came, or a page of views that tells of them all, came after the last of them had joined.
"""

from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_29_0825"
down_revision = "2026_11_29_0824"
branch_labels = None
depends_on = None

NOT_HEARD = """
UPDATE reconsideration.ordinary AS filled SET third_heard = false
WHERE filled.third_heard
  AND EXISTS (
    SELECT FROM hub.outbox h
    WHERE h.case_id = filled.case_id AND h.kind = 'reconsideration.hearing_held.v1'
      AND h.body::jsonb ->> 'third_came' IS DISTINCT FROM 'true')
  AND NOT EXISTS (
    SELECT FROM hub.outbox v
    WHERE v.case_id = filled.case_id
      AND (v.kind = 'reconsideration.hearing_held.v1'
          AND v.body::jsonb ->> 'third_came' = 'true'
        OR v.kind IN ('reconsideration.views_heard.v1', 'reconsideration.views_unavailable.v1')
          AND v.body::jsonb ->> 'standing' = 'third'
          AND (COALESCE(v.body::jsonb -> 'persons', '[]') = '[]' OR NOT EXISTS (
            SELECT FROM jsonb_array_elements(filled.participants -> 'third_persons') third
            WHERE (third ->> 'takes_part')::boolean
              AND NOT filled.heard ? (third ->> 'person_id'))))
      AND NOT EXISTS (
        SELECT FROM hub.outbox j
        WHERE j.case_id = v.case_id AND j.version > v.version
          AND j.kind = 'reconsideration.third_person_joined.v1'))
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    fill(NOT_HEARD, "reconsideration.ordinary")
