"""End the consultations of committees below whose cases are with the authority above by now.

A case that goes up waits for its own committee, which it asks anew, and the one below is asked no
longer (ARL 35, 38, 52): so it is heard since 0826. Whose case had gone up before stayed on the desk
below, where its clocks rang for an opinion that no case takes. Each gets the page that would have
been written then, dated today, so that its committee and whoever sits is told.
"""

from datetime import datetime
from typing import Any

from alembic import op
from sqlalchemy import Connection, Row, text

from shared.contracts.consultation import ConsultationCancelled
from shared.contracts.fact import CLOCK, Head
from shared.law.day import legal_day
from shared.outbox import part_of
from shared.settings import settings

revision = "2026_11_29_0835"
down_revision = "2026_11_29_0834"
branch_labels = None
depends_on = None

STALE = """
SELECT f.case_id, f.dispute_id, f.version, f.labels::text AS labels, c.request_case_id,
  (SELECT last.part FROM hub.outbox last
   WHERE last.case_id = f.case_id AND last.version = f.version) AS part
FROM consultation.consultation c
JOIN hub.file f ON f.case_id = c.case_id
WHERE c.state IN ('received', 'seated')
  AND f.state IN ('received', 'seated')  -- as it is once the lock is had
  AND c.authority <> (
  SELECT page.body::jsonb ->> 'authority' FROM hub.outbox page
  WHERE page.case_id = c.request_case_id AND page.kind IN (
    'reconsideration.elevated_file_received.v1', 'reconsideration.accepted_above.v1')
  ORDER BY page.version DESC LIMIT 1)
ORDER BY f.case_id
FOR UPDATE OF f
"""

NOW = "SELECT now() + shift FROM hub.clock"

ENDED = (
    """
WITH page AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  VALUES (:case_id, :version, :dispute_id, 'consultation', :kind, :legal_on, :at, :by, :part,
          CAST(:labels AS jsonb), '', :body)
  RETURNING seq
) INSERT INTO hub.unsent SELECT seq FROM page
""",
    """
UPDATE hub.file SET version = :version, state = 'cancelled', closed = true
WHERE case_id = :case_id
""",
    """
UPDATE consultation.consultation SET version = :version, state = 'cancelled'
WHERE case_id = :case_id
""",
    """
UPDATE hub.deadline SET ended = 'closed', ended_by = :version
WHERE case_id = :case_id AND ended IS NULL
""",
)
"""A page, where the file stands with it, and its clocks stopped."""


def _end(bind: Connection, row: Row[Any], at: datetime) -> None:
    head = Head(
        dispute_id=row.dispute_id,
        case_id=row.case_id,
        version=row.version + 1,
        on=legal_day(at),
        at=at,
        by=CLOCK,
    )
    fact = ConsultationCancelled(head=head, request_case_id=row.request_case_id)
    said = {
        "case_id": row.case_id,
        "version": head.version,
        "dispute_id": row.dispute_id,
        "kind": fact.kind,
        "legal_on": head.on,
        "at": at,
        "by": CLOCK,
        # Where its other pages are, also where this shell does not know how many parts there are.
        "part": part_of(row.dispute_id, settings().partitions) if row.part is None else row.part,
        "labels": row.labels,
        "body": fact.model_dump_json(),
    }
    for statement in ENDED:
        names = {name: said[name] for name in said if f":{name}" in statement}
        bind.execute(text(statement), names)


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    bind = op.get_bind()
    if stale := bind.execute(text(STALE)).all():
        at = bind.execute(text(NOW)).scalar_one()
        for row in stale:
            _end(bind, row, at)
