"""随申请一并提出: what an applicant asks for in the application itself (ARL 42, 50)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.commands.pages import head_of, paper
from services.reconsideration.domain import hearing_acts, staying
from services.reconsideration.domain.case import Case
from shared.contracts.reconsideration import Standing
from shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The reasons of what is asked for; None where it is not."""

    stay: str | None = None
    """停止执行 (ARL 42)."""
    hearing: str | None = None
    """听证 (ARL 50)."""


ASKED_NOTHING: Final = Asked()


def ask_with_application(work: Work, case: Case, asked: Asked, *, by: str, on: date) -> Case:
    """申请停止执行、听证 on the pages after the application; answered once it is accepted."""
    if asked.stay:
        head, text_id = head_of(work, case, by, on), paper(work, case, "stay_request", asked.stay)
        case = work.record(case, staying.ask(case, head, Standing.APPLICANT, text_id))
    if asked.hearing:
        text_id = paper(work, case, "hearing_request", asked.hearing)
        case = work.record(case, hearing_acts.ask(case, head_of(work, case, by, on), text_id))
    return case
