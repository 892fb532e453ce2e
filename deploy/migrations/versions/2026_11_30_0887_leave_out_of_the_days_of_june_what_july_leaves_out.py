"""Leave out of the days of June what July leaves out, and hold up new days as the old (ARR2026 40).

What stops a period goes by the edition of its own day, too. Periods that began before July 2026 ran
on while the authority above was asked in July, or had ordered the file up; and the days that ran
anew from its receipt ran in a case that was suspended. What runs of such files is walked by their
pages, as `hub verify` does, and where its intervals are others it gets the pages' own; what had
lapsed in the books though by its pages it runs, runs again. A file whose pages lead nowhere is left
to `hub verify`. The way back is a backup, as for every step.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from alembic import op
from sqlalchemy import Row, text

from deploy.compose import offices
from shared.calendars import NEWEST
from shared.law.calendar import CALENDAR, Calendar
from shared.law.coursetext import course_text
from shared.law.day import NEVER
from shared.law.notice import Notice
from shared.law.procedure import Refused
from shared.law.running import Key, Running
from shared.verify.pages import facts_of
from shared.verify.periods import Periods, running_in
from shared.work import HISTORY, Shelf

revision = "2026_11_30_0887"
down_revision = "2026_11_30_0885"
branch_labels = None
depends_on = None

FILES = """
SELECT f.case_id, f.dispute_id, f.procedure, f.edition FROM hub.file f
WHERE f.office = 'reconsideration' AND NOT f.closed
  AND EXISTS (SELECT FROM hub.deadline d WHERE d.case_id = f.case_id
    AND (d.ended IS NULL OR d.ended = 'lapsed'))
  AND EXISTS (SELECT FROM hub.outbox o
    WHERE o.case_id = f.case_id AND o.legal_on >= '2026-07-01' AND o.kind IN (
      'reconsideration.elevation_asked.v1', 'reconsideration.elevation_ordered.v1',
      'reconsideration.elevated_file_received.v1'))
ORDER BY f.case_id FOR UPDATE OF f
"""
"""Locked, as acts lock them: nothing of theirs comes between the pages and the rows."""

PAGES = """
SELECT kind, body, jsonb_exists(labels, :history) AS history FROM hub.outbox
WHERE case_id = :case_id ORDER BY version
"""

RUNNING = """
SELECT name, subject, opened, article, period, started_on, moment, until, provisional,
       course::text AS course, warned, next_at, ended
FROM hub.deadline WHERE case_id = :case_id AND (ended IS NULL OR ended = 'lapsed')
"""

BROUGHT = """
UPDATE hub.deadline
SET course = CAST(:course AS jsonb), until = :until, provisional = :provisional,
    next_at = :next_at, warned = :warned, ended = NULL, ended_by = NULL, made_good = NULL
WHERE case_id = :case_id AND name = :name AND subject = :subject AND opened = :opened
"""


def _calendar() -> Calendar:
    """With the notices that were loaded since the release."""
    calendar = CALENDAR
    for row in op.get_bind().execute(text(NEWEST)).all():
        calendar = calendar.with_notice(Notice.parse(row.body))
    return calendar


def _walked(
    shelf: Shelf[Any], file: Row[Any], pages: Iterable[Any], calendar: Calendar
) -> Mapping[Key, Running]:
    """What runs as the pages of a file have it; nothing where they cannot be walked."""
    try:
        procedure = shelf.edition(file.edition)
        value = shelf.blank(procedure, file.dispute_id, file.case_id)
        periods = Periods(shelf, procedure, calendar)
        for fact, history in facts_of(shelf, pages):
            value = value.after(fact, shelf.table_on(procedure, fact.head.on))
            periods.turn(value, fact, history=history)
    except (LookupError, StopIteration, TypeError, ValueError, Refused):
        return {}
    return periods.running


def _kept(one: Running) -> dict[str, object]:
    """Its columns; one that stands still has no date. Of a new date nobody was warned."""
    until, next_at = (None if at == NEVER else at for at in (one.until, one.next_at))
    key = {"name": one.name, "subject": one.subject, "opened": one.opened}
    dates = {"until": until, "provisional": one.provisional, "next_at": next_at}
    return {**key, **dates, "course": course_text(one.course), "warned": " ".join(one.warned)}


def _bring(shelf: Shelf[Any], file: Row[Any], calendar: Calendar) -> None:
    """Bring what runs of a file to the intervals of its pages."""
    of = {"case_id": file.case_id}
    pages = op.get_bind().execute(text(PAGES), {**of, "history": HISTORY}).mappings().all()
    walked = _walked(shelf, file, pages, calendar)
    for row in op.get_bind().execute(text(RUNNING), of).mappings().all():
        held = running_in(row)
        new = walked.get(held.key)
        if new and (row["ended"] or new.course != held.course):
            op.get_bind().execute(text(BROUGHT), {**of, **_kept(new)})


def upgrade() -> None:
    op.execute("SET lock_timeout = '5s'")
    calendar = _calendar()
    shelves = {shelf.name: shelf for one in offices(("reconsideration",)) for shelf in one.shelves}
    for file in op.get_bind().execute(text(FILES)).all():
        if shelf := shelves.get(file.procedure):
            _bring(shelf, file, calendar)
