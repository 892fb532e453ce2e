"""Count periods by county and authority from their index alone, and figures by road.

Periods bear the labels of their file from now on; those that there are get them here, a sixteenth
at a time, so that acts wait for none of it long.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1900"
down_revision = "2026_11_28_1705"
branch_labels = None
depends_on = None

RUNS = "ended IS NULL AND until IS NOT NULL"
PAST = "ended IN ('met', 'lapsed') AND until IS NOT NULL"

COUNTED_BY = ("county", "office", "subject", "authority", "dispute_id")

BEARS = """
UPDATE hub.deadline d
SET county = coalesce(f.labels ->> 'county', ''), authority = coalesce(f.labels ->> 'authority', '')
FROM hub.file f
WHERE f.case_id = d.case_id AND f.labels ?| '{{county,authority}}'
  AND d.case_id BETWEEN '{0}0000000-0000-0000-0000-000000000000'
                    AND '{0}fffffff-ffff-ffff-ffff-ffffffffffff'
"""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("county", "authority"):
        op.execute(
            f"ALTER TABLE hub.deadline ADD COLUMN IF NOT EXISTS {name} text NOT NULL DEFAULT ''"
        )
    op.execute("ALTER TABLE routing.tally ADD COLUMN IF NOT EXISTS dispute_id uuid")
    op.execute(
        "UPDATE routing.tally t SET dispute_id = o.dispute_id FROM hub.outbox o WHERE o.seq = t.seq"
    )
    op.alter_column("tally", "dispute_id", nullable=False, schema="routing")
    with op.get_context().autocommit_block():
        for digit in "0123456789abcdef":
            op.execute(BEARS.format(digit))
        for name, where, borne in (
            ("ix_deadline_running", RUNS, COUNTED_BY),
            ("ix_deadline_past", PAST, ("ended", *COUNTED_BY)),
        ):
            op.create_index(
                name,
                "deadline",
                ["until"],
                unique=False,
                schema="hub",
                postgresql_include=list(borne),
                postgresql_where=sa.text(where),
                postgresql_concurrently=True,
                if_not_exists=True,
            )
        op.create_index(
            "ix_file_road",
            "file",
            [sa.literal_column("(labels ->> 'road')")],
            unique=False,
            schema="hub",
            postgresql_include=["dispute_id"],
            postgresql_where=sa.text("procedure = 'triage'"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
        for name, on, more in (
            ("ix_routing_road", "road", ["dispute_id"]),
            ("ix_routing_dispute", "dispute_id", ["road", "history"]),
        ):
            op.create_index(
                name,
                "routing",
                [on],
                unique=False,
                schema="routing",
                postgresql_include=more,
                postgresql_concurrently=True,
                if_not_exists=True,
            )
        for name in ("ix_deadline_open", "ix_deadline_over"):
            op.drop_index(
                name, "deadline", schema="hub", postgresql_concurrently=True, if_exists=True
            )
