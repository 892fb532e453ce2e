"""Applying together 共同申请: who is named, and who confirms by itself (ARL 14, 22; ARR2026 27).

Who is asked stands in a label, by which it may answer, and reads nothing of the file.
"""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.commands.people import Who, kept, record
from services.reconsideration.domain import co_applying
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.auth import CO_APPLICANTS
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Standing
from shared.work import Work


def name_co_applicant(
    work: Work,
    case_id: UUID,
    who: Who,
    *,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """写明共同申请人, who is no applicant yet; `persons` are a party's own (ARL 22)."""
    case, head = turn(work, case_id, by, on)
    person_id = kept(work, case, Standing.APPLICANT, who)
    return _record(work, case, co_applying.name(case, head, person_id, persons))


def answer_co_application(
    work: Work,
    case_id: UUID,
    person_id: UUID | None,
    *,
    agrees: bool,
    text: str,
    by: str,
    on: date | None = None,
    persons: Persons = None,
) -> Case:
    """共同申请人本人答复, by `text`: its own word, or its paper that came in (ARL 14, 22)."""
    case, head = turn(work, case_id, by, on)
    text_id = paper(work, case, "co_application", text)
    fact = co_applying.answer(case, head, person_id, text_id, agrees=agrees, persons=persons)
    return _record(work, case, fact)


def ask_again(work: Work, before: Case, new: Case, *, by: str, on: date) -> Case:
    """Who was named and has not answered is asked in the file in which it goes on (ARL 14, 22).

    That is so where the new file is still to be reviewed: once it is accepted nobody confirms.

    Args:
        work: The unit of work.
        before: The file before, in which nobody can answer any more.
        new: The new file, received.
        by: Who acts.
        on: The day of every page.
    """
    for person_id in before.participants.unconfirmed:
        fact = co_applying.name(new, head_of(work, new, by, on), person_id, None)
        new = _record(work, new, fact)
    return new


def _record(work: Work, case: Case, fact: Fact) -> Case:
    after = record(work, case, fact)
    work.label(case.case_id, **{CO_APPLICANTS: " ".join(map(str, after.participants.unconfirmed))})
    return after
