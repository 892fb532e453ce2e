"""End the days to sue over decisions that had fallen before routing heard of it; keep who has sued.

Since 0870 routing hears that a decision was annulled, and ends the days to sue over it (RULES 92).
What had been annulled before passed it by, and those days ran on to their end. Each of them gets
the page that would have been written then, dated today, so that whoever follows the road is told.

A notice of the road that tells no other decision leaves it known who has sued (ALL 45): of files
that were told again since, the pages say it. The way back is a backup, as for every step.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from alembic import op
from sqlalchemy import Connection, Row, text

from shared.contracts.fact import CLOCK, Head
from shared.contracts.routing import OwnSuitReplaced, Road, SuitReplaced
from shared.law.day import legal_day
from shared.outbox import part_of
from shared.settings import settings

revision = "2026_11_30_0874"
down_revision = "2026_11_30_0873"
branch_labels = None
depends_on = None

SUERS = """
UPDATE routing.routing AS filled SET suers = said.suers
FROM (
  SELECT suit.case_id, jsonb_agg(suit.body::jsonb -> 'applicant' ORDER BY suit.version) AS suers
  FROM hub.outbox AS suit
  WHERE suit.kind = 'routing.suit_filed.v1' AND suit.body::jsonb ->> 'applicant' IS NOT NULL
    AND suit.version > coalesce((
      SELECT max(told.version)
      FROM (
        SELECT page.version, page.body::jsonb ->> 'decision_id' AS decision,
               lag(page.body::jsonb ->> 'decision_id') OVER (ORDER BY page.version) AS before
        FROM hub.outbox AS page
        WHERE page.case_id = suit.case_id AND page.kind = 'routing.road_notified.v1'
          AND page.body::jsonb ->> 'road' = 'court'
      ) AS told
      WHERE told.decision <> coalesce(told.before, '')), 0)
  GROUP BY suit.case_id
) AS said
WHERE said.case_id = filled.case_id AND filled.suers <> said.suers
"""
"""Who has sued since the last decision that had not been told before, in the order of the pages."""

STALE = """
SELECT d.case_id, d.dispute_id, d.name, d.subject, d.opened, fell.about,
  (SELECT last.part FROM hub.outbox last
   WHERE last.case_id = f.case_id AND last.version = f.version) AS part
FROM hub.deadline d
JOIN hub.file f ON f.case_id = d.case_id AND NOT f.closed
JOIN routing.routing r ON r.case_id = d.case_id
CROSS JOIN LATERAL (
  SELECT CASE d.name WHEN 'sue' THEN r.decision_id ELSE (
    SELECT (one ->> 'of_case_id')::uuid FROM jsonb_array_elements(r.own_suits) AS one
    WHERE one ->> 'person_id' = d.subject) END AS about
) AS fell
WHERE d.ended IS NULL AND d.office = 'routing'
  AND (d.name = 'sue_own' OR (d.name = 'sue' AND d.subject = 'court'))
  AND EXISTS (
    SELECT FROM hub.outbox page
    WHERE page.kind = 'reconsideration.annulled.v1'
      AND page.body::jsonb ->> 'about' = fell.about::text)
ORDER BY d.case_id, d.name, d.opened
FOR UPDATE OF f
"""

NOW = "SELECT now() + shift FROM hub.clock"

TURNED = """
UPDATE hub.file SET version = version + 1 WHERE case_id = :case_id
RETURNING version, labels::text AS labels
"""

REPLACED = (
    """
WITH page AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  VALUES (:case_id, :version, :dispute_id, 'routing', :kind, :legal_on, :at, :by, :part,
          CAST(:labels AS jsonb), '', :body)
  RETURNING seq
) INSERT INTO hub.unsent SELECT seq FROM page
""",
    """
UPDATE hub.deadline SET ended = 'met', ended_by = :version
WHERE case_id = :case_id AND name = :name AND subject = :subject AND opened = :opened
""",
)
"""A page, and the period that it ends."""

OF_ROAD = """
UPDATE routing.routing SET version = :version,
  sue_until = CASE WHEN told_road = 'court' THEN NULL ELSE sue_until END,
  sue_article = CASE WHEN told_road = 'court' THEN NULL ELSE sue_article END,
  sue_provisional = sue_provisional AND told_road IS DISTINCT FROM 'court'
WHERE case_id = :case_id
"""
OF_ONE = """
UPDATE routing.routing SET version = :version, own_suits = (
  SELECT coalesce(jsonb_agg(own.one ORDER BY own.nth), '[]')
  FROM jsonb_array_elements(own_suits) WITH ORDINALITY AS own (one, nth)
  WHERE own.one ->> 'person_id' <> :subject)
WHERE case_id = :case_id
"""
"""Where the file stands with the page, as the fold has it."""


def _replace(bind: Connection, row: Row[Any], at: datetime) -> None:
    file = bind.execute(text(TURNED), {"case_id": row.case_id}).one()
    head = Head(
        dispute_id=row.dispute_id,
        case_id=row.case_id,
        version=file.version,
        on=legal_day(at),
        at=at,
        by=CLOCK,
    )
    fact: SuitReplaced | OwnSuitReplaced
    if row.name == "sue":
        fact = SuitReplaced(head=head, road=Road.COURT, decision_id=row.about)
    else:
        fact = OwnSuitReplaced(head=head, person_id=UUID(row.subject), decision_id=row.about)
    said = {
        **{name: getattr(row, name) for name in ("case_id", "dispute_id", "name", "subject")},
        "opened": row.opened,
        "version": head.version,
        "kind": fact.kind,
        "legal_on": head.on,
        "at": at,
        "by": CLOCK,
        "part": part_of(row.dispute_id, settings().partitions) if row.part is None else row.part,
        "labels": file.labels,
        "body": fact.model_dump_json(),
    }
    for statement in (*REPLACED, OF_ROAD if row.name == "sue" else OF_ONE):
        names = {name: said[name] for name in said if f":{name}" in statement}
        bind.execute(text(statement), names)


def end_days(bind: Connection) -> None:
    """The days to sue that still run over a decision that was annulled."""
    if stale := bind.execute(text(STALE)).all():
        at = bind.execute(text(NOW)).scalar_one()
        for row in stale:
            _replace(bind, row, at)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    op.execute(SUERS)
    end_days(op.get_bind())
