"""An application that goes on in another file: what it says and who acts go along (ARL 30, 35)."""

from datetime import date

from services.reconsideration.commands.capacity import state_with_application
from services.reconsideration.commands.joint import name_joint
from services.reconsideration.commands.pages import head_of
from services.reconsideration.domain.attached_acts import ask_again, still_asked
from services.reconsideration.domain.case import Case
from shared.contracts.reconsideration import ApplicationReceived
from shared.work import Work


def receive_anew(
    work: Work, case: Case, new: Case, said: ApplicationReceived, *, by: str, on: date
) -> Case:
    """Receipt in the new file, and what was attached to the application in the one before.

    Args:
        work: The unit of work.
        case: The file before.
        new: The new file, open and without a page.
        said: Its first page.
        by: Who acts.
        on: The day of every page.
    """
    new = work.record(new, said)
    new = state_with_application(work, new, case.participants.stated, said.text_id, by=by, on=on)
    others = [one.organ for one in case.joint]
    new = name_joint(work, new, others, said.text_id, by=by, on=on)
    for one in still_asked(case):
        new = work.record(new, ask_again(new, head_of(work, new, by, on), one))
    return new
