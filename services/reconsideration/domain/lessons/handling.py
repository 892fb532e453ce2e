"""What a case learns from acceptance 受理 to what the decision rests on (ARL chapter 4)."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationRequested,
    ConsultationWithdrawn,
    CopySent,
    OpinionRecorded,
    ReplyForfeited,
    Standing,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.people import Power

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def heard_by(
    case: "Case",
    persons: Collection[UUID],
    on: date,
    named: Collection[Standing] = (),
    whole: Collection[Standing] = (),
) -> dict[str, object]:
    """Who was heard by itself so far, and of which sides everybody was.

    What an agent validly said on that day stays said when its term is over, and what a
    representative said then was said for all whom it represented (ARL 15, 17, 49).

    Args:
        case: The file.
        persons: Who is heard now.
        on: The day of it.
        named: The sides of which the page says who was.
        whole: Those of which it tells as a whole.
    """
    spoken_for = case.participants.bound(persons, case.applicants, Power.ACT, on)
    heard = tuple(dict.fromkeys((*case.heard, *persons, *sorted(spoken_for))))
    groups = {Standing.APPLICANT: case.applicants, Standing.THIRD: case.third_persons}
    done = {side for side in named if set(groups.get(side, ())).issubset(heard)}
    done.update(whole)
    return {
        "heard": heard,
        "applicant_heard": case.applicant_heard or Standing.APPLICANT in done,
        "third_heard": case.third_heard or Standing.THIRD in done,
    }


def _heard(case: "Case", fact: ViewsHeard | ViewsUnavailable) -> dict[str, object]:
    """A page that names nobody is an older one, or the respondent's: it tells of the whole side."""
    persons = () if fact.standing is Standing.RESPONDENT else fact.persons
    side = (fact.standing,)
    on = fact.head.on
    return heard_by(case, persons, on, side) if fact.persons else heard_by(case, (), on, whole=side)


def asked_anew(case: "Case") -> dict[str, object]:
    """What a committee was asked falls, with its opinion; what it was asked for is still so.

    The case stays grave, or technical (ARL 50 to 52; RULES 151).
    """
    ground = case.consultation_ground
    return {
        "consultation_ground": None,
        "stance": None,
        "opinion_id": None,
        "grave": case.grave or ground is ConsultationGround.GRAVE,
        "technical": case.technical or ground is ConsultationGround.TECHNICAL,
    }


LESSONS: Final[Lessons] = {
    CopySent: lambda _, f: {"copy_sent_on": f.head.on},
    ReplyForfeited: lambda _, __: {"reply_forfeited": True},
    ViewsHeard: _heard,
    ViewsUnavailable: _heard,
    ConsultationRequested: lambda case, f: {
        "consultation_ground": f.ground,
        "questions": (*case.questions, f.question_id),
        "asked_draft_id": f.draft_id,
    },
    ConsultationWithdrawn: lambda _, __: {"consultation_ground": None},
    OpinionRecorded: lambda _, f: {"stance": f.stance, "opinion_id": f.opinion_id},
}
