"""What a case learns from acceptance 受理 to what the decision rests on (ARL chapter 4)."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration import (
    ConsultationRequested,
    OpinionRecorded,
    ReplyForfeited,
    Standing,
    ViewsHeard,
    ViewsUnavailable,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _heard(case: "Case", fact: ViewsHeard | ViewsUnavailable) -> dict[str, object]:
    return {"applicant_heard": case.applicant_heard or fact.standing is Standing.APPLICANT}


LESSONS: Final[Lessons] = {
    ReplyForfeited: lambda _, __: {"reply_forfeited": True},
    ViewsHeard: _heard,
    ViewsUnavailable: _heard,
    ConsultationRequested: lambda _, f: {"consultation_ground": f.ground},
    OpinionRecorded: lambda _, f: {"stance": f.stance, "opinion_id": f.opinion_id},
}
