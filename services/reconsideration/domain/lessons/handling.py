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
    """A page that names nobody is an older one, or the respondent's: it tells of the whole side."""
    persons = () if fact.standing is Standing.RESPONDENT else fact.persons
    heard = tuple(dict.fromkeys((*case.heard, *persons)))
    whole = {Standing.APPLICANT: case.applicants, Standing.THIRD: case.third_persons}
    side = set(whole.get(fact.standing, ()))
    done = not fact.persons or side.issubset(heard)
    return {
        "heard": heard,
        "applicant_heard": case.applicant_heard or (done and fact.standing is Standing.APPLICANT),
        "third_heard": case.third_heard or (done and fact.standing is Standing.THIRD),
    }


LESSONS: Final[Lessons] = {
    ReplyForfeited: lambda _, __: {"reply_forfeited": True},
    ViewsHeard: _heard,
    ViewsUnavailable: _heard,
    ConsultationRequested: lambda _, f: {"consultation_ground": f.ground},
    OpinionRecorded: lambda _, f: {"stance": f.stance, "opinion_id": f.opinion_id},
}
