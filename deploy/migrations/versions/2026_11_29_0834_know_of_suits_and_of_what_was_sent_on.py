"""Know of a suit and of who asked for a stay, and bound the wait for what an organ sent on.

Of a suit that was told of before no page of the case says anything, so that no row does. Of what
was sent on before and is not on record as received, the period to record it runs from that day.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import JSONB

from deploy.migrations.filling import fill
from shared.calendars import NEWEST
from shared.law.calendar import CALENDAR, Calendar
from shared.law.day import NEVER
from shared.law.notice import Notice
from shared.law.period import WorkingDays
from shared.law.running import Running
from shared.law.warning import USUAL

revision = "2026_11_29_0834"
down_revision = "2026_11_29_0833"
branch_labels = None
depends_on = None

ASKED = """
UPDATE reconsideration.ordinary AS filled SET stay_asked = (
  SELECT jsonb_build_object('standing', page.body::jsonb -> 'standing',
    'text_id', page.body::jsonb -> 'text_id')
  FROM hub.outbox AS page
  WHERE page.case_id = filled.case_id AND page.kind = 'reconsideration.stay_requested.v1'
  ORDER BY page.version DESC LIMIT 1)
WHERE filled.stay_asked_on IS NOT NULL
"""

SENT_ON = """
SELECT o.case_id, o.dispute_id, page.version AS opened, page.legal_on AS started_on,
       coalesce(f.labels ->> 'county', '') AS county,
       coalesce(f.labels ->> 'authority', '') AS authority
FROM reconsideration.ordinary o
JOIN hub.file f ON f.case_id = o.case_id
JOIN hub.outbox page ON page.case_id = o.case_id AND page.kind = 'reconsideration.forwarded.v1'
WHERE o.state = 'forwarded' AND f.state = 'forwarded'  -- as it is once the lock is had
FOR UPDATE OF f
"""

WAITED_FOR = """
INSERT INTO hub.deadline (case_id, name, subject, opened, dispute_id, office, article, period,
                          started_on, county, authority, until, provisional, next_at)
VALUES (:case_id, 'forwarding_receipt', '', :opened, :dispute_id, 'reconsideration', 'RULES 133',
        :period, :started_on, :county, :authority, :until, :provisional, :next_at)
ON CONFLICT DO NOTHING
"""


def _calendar() -> Calendar:
    """With the notices that were loaded since the release."""
    calendar = CALENDAR
    for row in op.get_bind().execute(text(NEWEST)).all():
        calendar = calendar.with_notice(Notice.parse(row.body))
    return calendar


def _wait() -> None:
    calendar, five = _calendar(), WorkingDays(5)
    for row in op.get_bind().execute(text(SENT_ON)).mappings().all():
        clock = Running(
            name="forwarding_receipt",
            subject="",
            opened=row["opened"],
            until=NEVER,
            started_on=row["started_on"],
            article="RULES 133",
            period=five.code,
        ).dated(USUAL, calendar)
        dates = {"until": clock.until, "provisional": clock.provisional, "next_at": clock.next_at}
        op.get_bind().execute(text(WAITED_FOR), {**row, "period": five.code, **dates})


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    for name in ("suit", "stay_asked"):
        op.add_column(
            "ordinary",
            sa.Column(name, JSONB()),
            schema="reconsideration",
            if_not_exists=True,
        )
    fill(ASKED, "reconsideration.ordinary")
    _wait()
