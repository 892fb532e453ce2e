"""Know when a decision took effect or is to be made anew; let what no court accepted ring again.

What follows from a decision is found before all have it (ARL 75). Of a ruling that was recorded
before the three months to apply again had a clock, its file tells from when they run (COERCION 53).
Two offices listen to more from this release on. What was told before passed them by and is no page
that they missed: their inbox says so, or `hub verify` would look for it for ever. What supervision,
which hears of services already, may still have before it is left to it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text

from shared.calendars import NEWEST
from shared.law.calendar import CALENDAR, Calendar
from shared.law.day import NEVER
from shared.law.notice import Notice
from shared.law.running import Running
from shared.law.suing import ENFORCE
from shared.law.warning import USUAL
from shared.settings import settings

revision = "2026_11_30_0853"
down_revision = "2026_11_29_0852"
branch_labels = None
depends_on = None

ENFORCING = """(state IN ('effective', 'following') AND jsonb_path_exists(debts,
  '$[*] ? (@.stand == "performance_unstated" || @.stand == "enforceable"
    || @.stand == "party_urged" || @.stand == "urging_unheeded"
    || @.stand == "enforcement_applied" || @.stand == "court_refused")'))"""

UNFINISHED = f"""(
  state IN ('effective', 'following') AND (copies AND copied_on IS NULL
    OR publishes AND published_on IS NULL AND withheld_on IS NULL OR corrected_on IS NOT NULL
    OR refusal_for <> '[]') OR anew OR anew_by IS NOT NULL
  OR outcome IS DISTINCT FROM 'upheld' AND {ENFORCING} OR state IN ('effective', 'following')
    AND jsonb_path_exists(debts, '$[*] ? (@.stand == "performance_unstated")')
  OR jsonb_path_exists(letters,
    '$[*] ? (@.answered_on == null || @.copies == true && @.copied_on == null)')
  OR jsonb_path_exists(recommendations, '$[*] ? (@.answered_on == null)'))"""

INDEXES = (
    ("ix_aftermath_enforcing", "respondent", ENFORCING, "ix_aftermath_owing"),
    ("ix_aftermath_unfinished", "authority", UNFINISHED, "ix_aftermath_owed"),
)
"""Names of their own: the ones before serve the previous release until these are built."""

REFUSED = """
SELECT a.case_id, a.dispute_id, debt ->> 'person_id' AS subject, page.version AS opened,
       (debt ->> 'counts_from')::date AS started_on, page.legal_on AS told_on,
       coalesce(f.labels ->> 'county', '') AS county,
       coalesce(f.labels ->> 'authority', '') AS authority
FROM reconsideration.aftermath a
JOIN hub.file f ON f.case_id = a.case_id
CROSS JOIN LATERAL jsonb_array_elements(a.debts) AS debt
CROSS JOIN LATERAL (
  SELECT o.version, o.legal_on, o.body::jsonb AS body FROM hub.outbox o
  WHERE o.case_id = a.case_id AND o.kind = 'reconsideration.enforcement_refused.v1'
  AND o.body::jsonb ->> 'person_id' = debt ->> 'person_id'
  ORDER BY o.version DESC LIMIT 1) AS page
WHERE a.state = 'following' AND f.state = 'following'  -- as it is once the lock is had
  AND debt ->> 'stand' = 'court_refused' AND page.body ->> 'court_refusal' = 'not_accepted'
  AND page.body ->> 'again_until' IS NULL
FOR UPDATE OF f
"""

AGAIN = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, county, authority, until, provisional, next_at)
VALUES (:case_id, 'apply_again', :subject, :opened, :dispute_id, 'reconsideration', :article,
        :period, :started_on, :county, :authority, :until, :provisional, :next_at)
ON CONFLICT DO NOTHING
"""


PASSED_BY = """
INSERT INTO hub.inbox (consumer, case_id, version)
SELECT :prefix || listens.name, o.case_id, o.version
FROM hub.outbox o,
     unnest(ARRAY['.reconsideration.office', '.supervision.office']) AS listens(name)
WHERE CASE listens.name WHEN '.reconsideration.office'
  THEN o.kind = 'reconsideration.decision_served.v1'
  ELSE o.kind IN ('reconsideration.decision_served.v1', 'reconsideration.aftermath_opened.v1')
    AND o.at < now() + (SELECT shift FROM hub.clock) - interval '1 hour'
    AND NOT EXISTS (
      SELECT FROM hub.parked p WHERE p.consumer = :prefix || listens.name
      AND p.case_id = o.case_id AND p.version = o.version) END
ON CONFLICT DO NOTHING
"""


def _calendar() -> Calendar:
    """With the notices that were loaded since the release."""
    calendar = CALENDAR
    for row in op.get_bind().execute(text(NEWEST)).all():
        calendar = calendar.with_notice(Notice.parse(row.body))
    return calendar


def _ring() -> None:
    calendar, three = _calendar(), ENFORCE.period
    said = {"article": ENFORCE.article.code, "period": three.code}
    for row in op.get_bind().execute(text(REFUSED)).mappings().all():
        if three.last_day(row["started_on"], calendar) < row["told_on"]:
            continue  # it was over as the ruling came, so nothing runs
        clock = Running(
            name="apply_again",
            subject=row["subject"],
            opened=row["opened"],
            until=NEVER,
            started_on=row["started_on"],
            article=ENFORCE.article.code,
            period=three.code,
        ).dated(USUAL, calendar)
        dates = {"until": clock.until, "provisional": clock.provisional, "next_at": clock.next_at}
        op.get_bind().execute(text(AGAIN), {**row, **said, **dates})


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for new in (
        sa.Column("effective_on", sa.Date()),
        sa.Column("anew", sa.Boolean(), nullable=False, server_default="false"),
    ):
        op.add_column("aftermath", new, schema="reconsideration", if_not_exists=True)
    _ring()
    op.get_bind().execute(text(PASSED_BY), {"prefix": settings().topic_prefix})
    with op.get_context().autocommit_block():
        for name, column, where, before in INDEXES:
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS reconsideration.{name}")
            op.execute(
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} "
                f"ON reconsideration.aftermath ({column}) WHERE {where}"
            )
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS reconsideration.{before}")
