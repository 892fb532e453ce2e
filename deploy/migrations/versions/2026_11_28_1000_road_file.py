"""Let a routing file keep what its road was chosen by, so that the road can be corrected.

What older files were routed by stands on their first page and is taken from there. Periods of
roads that were told before this release do not run: the old notices do not name their start.
The way back is a backup: facts are never rewritten, so nothing here goes backward.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_28_1000"
down_revision = "2026_11_28_0950"
branch_labels = None
depends_on = None

FROM_THE_FIRST_PAGE = """
UPDATE routing.routing r SET
  matter = coalesce(o.body::jsonb ->> 'matter', ''),
  place = coalesce(o.body::jsonb ->> 'place', ''),
  county = coalesce(o.body::jsonb ->> 'county', ''),
  willingness = coalesce(o.body::jsonb ->> 'willingness', 'unknown'),
  history = coalesce((o.body::jsonb ->> 'history')::boolean, false)
FROM hub.outbox o WHERE o.case_id = r.case_id AND o.kind = 'routing.routed.v1'
"""

FROM_THE_NOTICE = """
UPDATE routing.routing r SET
  told_roads = jsonb_build_array(r.told_road), told_on = o.legal_on
FROM hub.outbox o WHERE o.case_id = r.case_id AND o.kind = 'routing.road_notified.v1'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    empty = sa.text("''")
    for column in (
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column(
            "told_roads",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("sue_provisional", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("matter", sa.Text(), server_default=empty, nullable=False),
        sa.Column("place", sa.Text(), server_default=empty, nullable=False),
        sa.Column("county", sa.Text(), server_default=empty, nullable=False),
        sa.Column("willingness", sa.Text(), server_default=sa.text("'unknown'"), nullable=False),
        sa.Column("respondent", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("learnt_on", sa.Date(), nullable=True),
        sa.Column("told_remedies", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("history", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    ):
        op.add_column("routing", column, schema="routing")
    op.execute(FROM_THE_FIRST_PAGE)
    op.execute(FROM_THE_NOTICE)
