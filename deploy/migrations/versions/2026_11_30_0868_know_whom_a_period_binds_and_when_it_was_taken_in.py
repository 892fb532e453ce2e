"""Know whom a period binds (PML 33; ARL 31, 48, 58, 77), and when a dispute was taken in (RULES 1).

What a party must do within a period of its own was counted against the office that has the file,
and so was the silence of a respondent. Which periods bind whom is written out here as it was when
this step was made; from then on the flush writes it. The way back is a backup, as for every step.
"""

import sqlalchemy as sa
from alembic import op

from deploy.migrations.filling import fill

revision = "2026_11_30_0868"
down_revision = "2026_11_30_0862"
branch_labels = None
depends_on = None

RUNS = "ended IS NULL AND until IS NOT NULL"
PAST = "ended IN ('met', 'lapsed') AND until IS NOT NULL"
COUNTED_BY = ("county", "office", "subject", "authority", "dispute_id", "owed_by")

INDEXES = (
    ("ix_deadline_runs", RUNS, COUNTED_BY, "ix_deadline_running"),
    ("ix_deadline_over", PAST, ("ended", *COUNTED_BY), "ix_deadline_past"),
)
"""Names of their own: the ones before serve the previous release until these are built."""

ALWAYS = (
    ("party", "mediation", "('perform', 'confirmation')"),
    ("party", "reconsideration", "('supplement', 'supplement_extended', 'elect')"),
    ("party", "adjudication", "('perform_settlement')"),
    ("party", "routing", "('wait')"),
    ("office", "reconsideration", "('send_joint_copy', 'serve_letter', 'copy_letter')"),
    ("office", "reconsideration", "('resume', 'terminate', 'deliver_announced')"),
)
"""Whom they bind whatever the case, the office that keeps the file, and their names."""

BY_CASE = (
    ("reconsideration.ordinary", "respondent", "('reply', 'reply_simplified', 'forward')"),
    ("reconsideration.attached", "issuer", "('issuer_answers', 'issuer_corrects')"),
    ("reconsideration.attached", "receiver", "('receiver_answers')"),
    ("reconsideration.correction", "below", "('correct')"),
    ("reconsideration.work_check", "below", "('report_mending')"),
    ("supervision.watch", "obliged", "('perform', 'obey')"),
)
"""The table and the column that name the organ bound, and the names of its periods."""

TAKEN_IN = """
UPDATE intake.dispute AS filled
SET entered_on = (page.at AT TIME ZONE 'Asia/Shanghai')::date
FROM hub.outbox page
WHERE page.case_id = filled.case_id AND page.version = 1 AND page.kind = 'intake.registered.v1'
  AND NOT coalesce((page.body::jsonb ->> 'history')::boolean, false)
"""
"""As the fold learns it of the first page; an imported history was taken in on no day."""


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("ALTER TABLE hub.deadline ADD COLUMN IF NOT EXISTS owed_by text NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE intake.dispute ADD COLUMN IF NOT EXISTS entered_on date")
    for owed_by, office, names in ALWAYS:
        fill(
            f"UPDATE hub.deadline AS filled SET owed_by = '{owed_by}' "  # noqa: S608 - our own words
            f"WHERE filled.office = '{office}' AND filled.name IN {names}",
            "hub.file",
        )
    for table, column, names in BY_CASE:
        fill(
            f"UPDATE hub.deadline d SET owed_by = filled.{column} FROM {table} AS filled "  # noqa: S608 - our own words
            f"WHERE d.case_id = filled.case_id AND d.name IN {names} AND filled.{column} <> ''",
            table,
        )
    fill(TAKEN_IN, "intake.dispute")
    with op.get_context().autocommit_block():
        for name, where, borne, before in INDEXES:
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS hub.{name}")  # one half built
            op.create_index(
                name,
                "deadline",
                ["until"],
                unique=False,
                schema="hub",
                postgresql_include=list(borne),
                postgresql_where=sa.text(where),
                postgresql_concurrently=True,
            )
            op.drop_index(
                before, "deadline", schema="hub", postgresql_concurrently=True, if_exists=True
            )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS intake.ix_dispute_entered_on_number")
        op.create_index(
            "ix_dispute_entered_on_number",
            "dispute",
            ["entered_on", "number"],
            unique=False,
            schema="intake",
            postgresql_concurrently=True,
        )
