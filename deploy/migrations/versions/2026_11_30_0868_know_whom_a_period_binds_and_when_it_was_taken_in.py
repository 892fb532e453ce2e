"""Know whom a period binds (PML 33; ARL 31, 48, 58, 77), and when a dispute was taken in (RULES 1).

What a party must do within a period of its own was counted against the office that has the file,
and so was the silence of a respondent. Which periods bind whom is written out here as it was when
this step was made; from then on the flush writes it. Whether what lapsed is owed still is read from
the pages since, by the tables. The way back is a backup, as for every step.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from deploy.compose import offices
from deploy.migrations.filling import fill
from shared.contracts.catalogue import read
from shared.law.deadline import Deadline

revision = "2026_11_30_0868"
down_revision = "2026_11_30_0864"
branch_labels = None
depends_on = None

RUNS = "ended IS NULL AND until IS NOT NULL"
PAST = "ended IN ('met', 'lapsed') AND until IS NOT NULL"
STILL = """ended = 'lapsed' AND made_good IS NULL AND (
  owed_by <> 'party' AND (owed_by <> '' OR subject = ''
    OR (subject LIKE '%-%' AND length(split_part(subject, '-', 1)) IN (6, 9))))"""
COUNTED_BY = ("county", "office", "subject", "authority", "dispute_id", "owed_by")

INDEXES = (
    ("ix_deadline_runs", RUNS, COUNTED_BY, "ix_deadline_running"),
    ("ix_deadline_over", PAST, ("ended", "made_good", *COUNTED_BY), "ix_deadline_past"),
    ("ix_deadline_still_owed", STILL, COUNTED_BY, ""),
)
"""Names of their own: the ones before serve the previous release until these are built."""

ALWAYS = (
    ("party", "mediation", "('perform', 'confirmation')"),
    ("party", "reconsideration", "('supplement', 'supplement_extended', 'elect')"),
    ("party", "adjudication", "('perform_settlement')"),
    ("party", "routing", "('wait', 'apply', 'sue', 'sue_own')"),
    ("office", "routing", "('ruling', 'extension')"),
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

CLOSED = """
UPDATE hub.deadline AS filled SET made_good = f.version
FROM hub.file f
WHERE f.case_id = filled.case_id AND f.closed AND filled.ended = 'lapsed'
"""

GONE_UP = """
UPDATE hub.deadline AS filled SET made_good = filled.ended_by
WHERE filled.office = 'routing' AND filled.name = 'level' AND filled.ended = 'lapsed'
  AND filled.made_good IS NULL
"""
"""A level whose time was over: the dispute is above it, and no page has to be read."""

LAPSED = """
SELECT d.case_id, d.name, d.subject, d.opened, d.ended_by, d.started_on, f.office, f.procedure
FROM hub.deadline d JOIN hub.file f USING (case_id)
WHERE d.ended = 'lapsed' AND NOT f.closed AND d.made_good IS NULL
"""

SINCE = """
SELECT kind, body FROM hub.outbox WHERE case_id = :case_id AND version >= :ended_by
ORDER BY version
"""

DONE = """
UPDATE hub.deadline SET made_good = :version
WHERE case_id = :case_id AND name = :name AND subject = :subject AND opened = :opened
"""


def _rows_of(office: str, procedure: str, name: str) -> Iterator[Deadline]:
    """The rows of that name in the editions, the newest first."""
    for one in offices():
        for shelf in one.shelves if one.name == office else ():
            for edition in reversed(shelf.editions if shelf.name == procedure else ()):
                yield from (row for row in edition.deadlines if row.name == name)


def _done_by(lapsed: Any) -> int | None:  # noqa: ANN401 - a row carries no types
    """The first page since the lapse by which nothing is owed any more."""
    row = next(_rows_of(lapsed.office, lapsed.procedure, lapsed.name), None)
    if row is None:
        return None
    said = {"case_id": lapsed.case_id, "ended_by": lapsed.ended_by}
    for page in op.get_bind().execute(sa.text(SINCE), said):
        fact = read(page.kind, page.body)
        speaks_of_it = row.subject_of(fact) in {"", lapsed.subject}
        if row.is_settled_by(fact) and row.is_closed_by(fact) and speaks_of_it:
            return fact.head.version
    return None


def _fill_made_good() -> None:
    fill(CLOSED, "hub.file")
    fill(GONE_UP, "hub.file")
    with op.get_context().autocommit_block():
        for lapsed in op.get_bind().execute(sa.text(LAPSED)).all():
            if version := _done_by(lapsed):
                keys = {name: getattr(lapsed, name) for name in ("name", "subject", "opened")}
                op.get_bind().execute(
                    sa.text(DONE), {"version": version, "case_id": lapsed.case_id, **keys}
                )


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute("ALTER TABLE hub.deadline ADD COLUMN IF NOT EXISTS owed_by text NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE hub.deadline ADD COLUMN IF NOT EXISTS made_good integer")
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
    _fill_made_good()
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
            if before:
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
