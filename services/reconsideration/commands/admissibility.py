"""What was found of the conditions of acceptance 审查认定 (ARL 30, 33)."""

from datetime import date
from uuid import UUID

from services.reconsideration.commands.filing import competent_over
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.repeating import NOTHING, before
from services.reconsideration.domain import admissibility
from services.reconsideration.domain.admissibility import Examined
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.repeating import Others
from shared.work import Work


def find_conditions(
    work: Work,
    case_id: UUID,
    seen: Examined,
    *,
    text: str,
    by: str,
    on: date | None = None,
    others: Others = NOTHING,
) -> Case:
    """审查认定, for the reasons `text`; found anew, the last one counts (ARL 30, 33).

    `others` are the files about the same act (ARR2026 38).
    """
    case, head = turn(work, case_id, by, on)
    fact = admissibility.find(
        case,
        head,
        seen,
        paper(work, case, "examination", text),
        calendar=work.calendar,
        competent=competent_over(work.directory, case),
        before=before(work, case, others, head.on),
    )
    return work.record(case, fact)
