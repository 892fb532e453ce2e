"""An application that goes on in another file: what it says and who acts go along (ARL 30, 35)."""

from collections.abc import Iterable
from datetime import date

from services.reconsideration.commands.capacity import state_with_application
from services.reconsideration.commands.joint import name_joint
from services.reconsideration.commands.pages import head_of
from services.reconsideration.commands.people import record
from services.reconsideration.domain import going_along
from services.reconsideration.domain.attached_acts import ask_again, still_asked
from services.reconsideration.domain.capacity import statements
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.going_along import Page
from services.reconsideration.domain.stays import from_acceptance
from shared.contracts.reconsideration import ApplicationAccepted, ApplicationReceived
from shared.work import Work


def receive_anew(
    work: Work, case: Case, new: Case, said: ApplicationReceived, *, by: str, on: date
) -> Case:
    """Receipt in the new file, what was attached to the application, and who acts in it.

    Args:
        work: The unit of work.
        case: The file before.
        new: The new file, open and without a page.
        said: Its first page.
        by: Who acts.
        on: The day of every page.
    """
    new = work.record(new, said)
    for stated in filter(None, statements(case)):
        if stated.person_id is None or stated.person_id in new.applicants:
            new = state_with_application(work, new, stated, said.text_id, by=by, on=on)
    others = [one.organ for one in case.joint]
    new = name_joint(work, new, others, said.text_id, by=by, on=on)
    for one in still_asked(case, new.applicants):
        new = work.record(new, ask_again(new, head_of(work, new, by, on), one))
    return follow_on(work, new, going_along.with_application(case, new), by=by, on=on)


def accept_anew(
    work: Work,
    case: Case,
    new: Case,
    *,
    by: str,
    on: date,
    accepted: ApplicationAccepted | None = None,
) -> Case:
    """Acceptance in the new file, and the third persons of the one before (ARL 16, 35).

    It is of the day `on` unless `accepted` says otherwise.
    """
    page = ApplicationAccepted(
        head=head_of(work, new, by, on),
        by_law=case.by_law,
        asks_stay=bool(new.stays_asked),
        stay_request=from_acceptance(new.stays_asked),
    )
    new = work.record(new, accepted or page)
    return follow_on(work, new, going_along.once_accepted(case, new), by=by, on=on)


def follow_on(work: Work, new: Case, pages: Iterable[Page], *, by: str, on: date) -> Case:
    """Put in the new file, one after the other, what goes along from the one before."""
    for page in pages:
        new = record(work, new, page(head_of(work, new, by, on)))
    return new
