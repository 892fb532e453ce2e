"""What a clock does to a file by itself: lapses, warnings, dates moved by a notice.

A lapse is a page of the file. A warning, and a date that was moved or became firm, stand on the
clock file beside it, under the file's own labels, so that whoever holds the case is told and
nobody's If-Match breaks.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any
from uuid import UUID

from shared.contracts.clock import DeadlineConfirmed, DeadlineMoved, DeadlineWarned
from shared.contracts.fact import CLOCK, Head
from shared.law.casefile import CaseFile
from shared.law.day import NEVER
from shared.law.notice import Notice
from shared.law.running import Running
from shared.work.clockfile import clock_file, clock_shelf
from shared.work.shelf import Shelf
from shared.work.work import Work


def files_of(case_id: UUID, office: str) -> tuple[UUID, UUID]:
    """The files that must be locked before the clock of a file rings."""
    return case_id, clock_file(case_id, office)


def clock_shelf_in(
    shelves: MutableMapping[tuple[str, str], Shelf[Any]], office: str
) -> Shelf[CaseFile]:
    """The clock files of an office; a row of an office unknown here must not end the sweep."""
    return shelves.setdefault((office, "clock"), clock_shelf(office))


def ring(work: Work, shelf: Shelf[CaseFile], case_id: UUID, dispute_id: UUID) -> None:
    """Record what is over, and warn of what is running out (RULES 16).

    Args:
        work: The act's view of the file and its clock file.
        shelf: The clock files of the file's office.
        case_id: The file.
        dispute_id: Its dispute.
    """
    work.sweep(case_id)
    for running, deadline in sorted(work.running(case_id), key=lambda one: one[0].next_at):
        due = running.due(deadline.warnings, work.now, work.calendar)
        for warning in due:
            file = _clock_file(work, shelf, case_id, dispute_id)
            page = DeadlineWarned(
                head=work.head(file, by=CLOCK),
                warning=warning.code,
                until=running.until,
                provisional=running.provisional,
                **_named(shelf, case_id, running),
            )
            work.record(file, page)
        if due or running.next_at <= work.now:
            kept = running.having_warned(due, deadline.warnings, work.calendar)
            work.keep(case_id, kept)


def reckon_anew(
    work: Work, shelf: Shelf[CaseFile], case_id: UUID, dispute_id: UUID, notice: Notice
) -> tuple[int, int]:
    """Reckon every running period of a file on the calendar that now is (RULES 17; CPL 85).

    Returns:
        How many periods were moved, and how many were made firm where they stood.
    """
    work.sweep(case_id)
    moved = confirmed = 0
    for running, deadline in work.running(case_id):
        new = running.dated(deadline.warnings, work.calendar)
        if new == running:
            continue
        work.keep(case_id, new)
        same = (new.until, new.provisional) == (running.until, running.provisional)
        if same or NEVER in {new.until, running.until}:
            continue
        file = _clock_file(work, shelf, case_id, dispute_id)
        told = _noticed(notice) | _named(shelf, case_id, running)
        page = _told(work.head(file, by=CLOCK), running, new, told)
        work.record(file, page)
        if isinstance(page, DeadlineConfirmed):
            confirmed += 1
        else:
            moved += 1
    return moved, confirmed


def _told(
    head: Head, before: Running, now: Running, told: Mapping[str, Any]
) -> DeadlineMoved | DeadlineConfirmed:
    """期限变动, or 期限确定 where the date stands and only ceased to be 暂定."""
    if now.until == before.until and not now.provisional:
        return DeadlineConfirmed(head=head, until=now.until, **told)
    return DeadlineMoved(
        head=head,
        until_before=before.until,
        until=now.until,
        provisional=now.provisional,
        **told,
    )


def _noticed(notice: Notice) -> dict[str, Any]:
    return {
        "notice_year": notice.year,
        "notice_number": notice.number,
        "notice_issued": notice.issued,
    }


def _clock_file(work: Work, shelf: Shelf[CaseFile], case_id: UUID, dispute_id: UUID) -> CaseFile:
    labels = work.labels_of(case_id)
    file = work.open(shelf, clock_file(case_id, shelf.office), dispute_id, labels=labels)
    work.label(file.case_id, **labels)
    return file


def _named(shelf: Shelf[CaseFile], case_id: UUID, running: Running) -> dict[str, Any]:
    return {
        "office_name": shelf.office,
        "of_case_id": case_id,
        "deadline": running.name,
        "subject": running.subject,
        "opened": running.opened,
    }
