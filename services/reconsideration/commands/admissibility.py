"""What was found of the conditions of acceptance 审查认定 (ARL 30, 33)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.filing import competent_over
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import admissibility
from services.reconsideration.domain.admissibility import Examined
from services.reconsideration.domain.case import Case
from shared.work import Work


def find_conditions(
    work: Work, case_id: UUID, seen: Examined, *, text: str, by: str, on: date | None = None
) -> Case:
    """审查认定, for the reasons `text`; found anew, the last one counts (ARL 30, 33)."""
    case, head = turn(work, case_id, by, on)
    fact = admissibility.find(
        case,
        head,
        seen,
        paper(work, case, "examination", text),
        calendar=work.calendar,
        competent=competent_over(work.directory, case),
    )
    return work.record(case, fact)
