"""Know when the copy and the notice of a hearing went out, and how long a supplement may take.

Nothing is received before it was sent, and no extension shortens the one before (ARL 31, 48, 51);
a penalty imposed on the spot is complained of before a suit (ARL 23). Of files of old their pages
tell it.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_0871"
down_revision = "2026_11_30_0870"
branch_labels = None
depends_on = None

_COLUMN = """
UPDATE reconsideration.ordinary AS filled SET {column} = said.day
FROM (
    SELECT DISTINCT ON (page.case_id) page.case_id, {day} AS day
    FROM hub.outbox AS page WHERE page.kind = '{kind}'
    ORDER BY page.case_id, page.version DESC
) AS said
WHERE said.case_id = filled.case_id AND filled.{column} IS NULL
"""
_UNTIL = "(page.body::jsonb ->> 'until')::date"
FILLS = (
    _COLUMN.format(column="copy_sent_on", kind="reconsideration.copy_sent.v1", day="page.legal_on"),
    _COLUMN.format(
        column="supplement_until", kind="reconsideration.supplement_extended.v1", day=_UNTIL
    ),
    """
UPDATE reconsideration.ordinary AS filled
SET hearing = filled.hearing || jsonb_build_object('set_on', said.day)
FROM (
    SELECT DISTINCT ON (page.case_id) page.case_id, page.legal_on AS day
    FROM hub.outbox AS page WHERE page.kind = 'reconsideration.hearing_set.v1'
    ORDER BY page.case_id, page.version DESC
) AS said
WHERE said.case_id = filled.case_id AND jsonb_typeof(filled.hearing) = 'object'
""",
    """
UPDATE reconsideration.ordinary AS filled SET compulsory = 'required'
FROM hub.outbox AS page
WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.handed_in.v1'
  AND page.body::jsonb ->> 'fine' = 'on_the_spot' AND filled.received_on IS NULL
""",
)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for column in ("copy_sent_on", "supplement_until"):
        op.add_column(
            "ordinary", sa.Column(column, sa.Date()), schema="reconsideration", if_not_exists=True
        )
    for fill in FILLS:
        op.execute(fill)
