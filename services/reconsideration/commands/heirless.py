"""送达不能、无承受人: recorded and taken back, in a case and in what follows it (RULES 145)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands import aftermath, papers_served, people
from services.reconsideration.commands.clerical import end_with_last
from services.reconsideration.commands.deciding import deliver_with_last
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import heirless as acts
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.heirless import Lost
from services.reconsideration.domain.ordinary import State
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of
from shared.auth import PARTICIPANTS
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.work import Work


def record(
    work: Work, case_id: UUID, said: Lost, *, text: str, by: str, on: date | None = None
) -> Case:
    """记载无承受人不再送达; with the last who was left the decision is delivered (RULES 145).

    Args:
        work: The unit of work.
        case_id: The case.
        said: Who is no more, since when and why.
        text: How it is known that there is no successor.
        by: Who records it.
        on: The day; today if not said.
    """
    case, head = turn(work, case_id, by, on, AddresseeGone)
    fact = acts.record(case, head, said, paper(work, case, "no_successor", text))
    case = people.record(work, case, fact)
    if follows := work.find(AFTERMATHS, aftermath_of(case_id)):
        end_with_last(work, follows, case, by=by, on=head.on)
    if case.state is not State.DECIDED:
        return case
    return deliver_with_last(work, case, by=by, since=head.on)


def find(
    work: Work, case_id: UUID, person_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Case:
    """撤销无承受人的记载: it is served after all (RULES 145)."""
    case, head = turn(work, case_id, by, on, AddresseeFound)
    reason_id = paper(work, case, "successor_found", reason)
    return people.record(work, case, acts.find(case, head, person_id, reason_id))


def record_after(
    work: Work, case_id: UUID, said: Lost, *, text: str, by: str, on: date | None = None
) -> Aftermath:
    """记载无承受人不再送达 in the file of what follows; arguments as above (RULES 145)."""
    file, head = aftermath.turn(work, case_id, by, on)
    basis_id = aftermath.paper(work, file, "no_successor", text)
    case = _case(work, file)
    file = work.record(file, acts.record_after(file, case, head, said, basis_id))
    file = end_with_last(work, file, case, by=by, on=head.on)
    return _let_read(work, case, file)


def find_after(
    work: Work, case_id: UUID, person_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Aftermath:
    """撤销 what was recorded there (RULES 145)."""
    file, head = aftermath.turn(work, case_id, by, on)
    reason_id = aftermath.paper(work, file, "successor_found", reason)
    case = _case(work, file)
    file = work.record(file, acts.find_after(file, case, head, person_id, reason_id))
    return _let_read(work, case, file)


def _let_read(work: Work, case: Case, file: Aftermath) -> Aftermath:
    """Who was found reads the case again, and who acts for it; who is no more does not (ARL 17)."""
    there = acts.since_the_end(case, file.heirless).participants
    for case_id in (case.case_id, file.case_id):
        work.label(case_id, **{PARTICIPANTS: " ".join(map(str, there.in_file))})
        papers_served.go_along(work, case_id)
    return file


def _case(work: Work, file: Aftermath) -> Case:
    assert file.about is not None  # noqa: S101 - no file without its first page
    return work.take(CASES, file.about)
