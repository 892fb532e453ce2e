"""Let a case keep who was heard by itself, and whether its third persons were (ARL 49).

Of cases that are there, the third persons were heard if a page of views of theirs, or a hearing,
came after the last of them had joined.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from deploy.migrations.filling import fill

revision = "2026_11_29_0650"
down_revision = "2026_11_29_0640"
branch_labels = None
depends_on = None

THIRD_HEARD = """
UPDATE reconsideration.ordinary AS filled SET third_heard = true
WHERE EXISTS (
  SELECT FROM hub.outbox v
  WHERE v.case_id = filled.case_id
    AND (v.kind = 'reconsideration.hearing_held.v1'
      OR (v.kind IN ('reconsideration.views_heard.v1', 'reconsideration.views_unavailable.v1')
        AND v.body::jsonb ->> 'standing' = 'third'))
    AND NOT EXISTS (SELECT FROM hub.outbox j
                    WHERE j.case_id = v.case_id AND j.version > v.version
                      AND j.kind = 'reconsideration.third_person_joined.v1'))
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    third: sa.Column[bool] = sa.Column(
        "third_heard", sa.Boolean(), nullable=False, server_default=sa.text("false")
    )
    op.add_column("ordinary", third, schema="reconsideration", if_not_exists=True)
    heard = sa.Column(
        "heard",
        postgresql.JSONB(astext_type=sa.Text()),
        nullable=False,
        server_default=sa.text("'[]'"),
    )
    op.add_column("ordinary", heard, schema="reconsideration", if_not_exists=True)
    fill(THIRD_HEARD, "reconsideration.ordinary")
