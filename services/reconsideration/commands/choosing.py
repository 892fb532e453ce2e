"""Choosing representatives 本人推选代表人, by one's own word (ARL 15; ARR2026 17; RULES 173)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import choosing
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.standing import Persons
from shared.work import Work


def choose(
    work: Work,
    case_id: UUID,
    representatives: Sequence[UUID],
    persons: Sequence[UUID] = (),
    *,
    text: str,
    by: str,
    on: date | None = None,
    own: Persons = None,
) -> Case:
    """本人推选代表人; once all of a side chose the same, they are elected (RULES 173).

    `persons` are those whose word it is, and `own` a party's own.
    """
    case, head = turn(work, case_id, by, on)
    paper_id = paper(work, case, "election", text)
    fact = choosing.choose(case, head, persons, representatives, paper_id, own=own)
    case = work.record(case, fact)
    agreed = choosing.agreed_on(case, fact.standing)
    if agreed is None:
        return case
    case, head = turn(work, case_id, by, agreed)
    return work.record(case, choosing.elect_together(case, head, fact))
