"""What a case learns of how it is handled: complexity, reviewers, procedure (ARL 36 to 55)."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.assigning import (
    ComplexityFound,
    ConvertedToOrdinary,
    RecusalDecided,
    RecusalRequested,
    ReviewersAssigned,
    SimplifiedChosen,
    Track,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _recusal(case: "Case", fact: RecusalDecided) -> dict[str, object]:
    pending = {"recusals_pending": max(case.recusals_pending - 1, 0)}
    if not fact.replaced:
        return dict(pending)
    new = (fact.successor if one == fact.reviewer else one for one in case.reviewers)
    return {
        **pending,
        "reviewers": tuple(one for one in new if one is not None),
        "recused": (*case.recused, fact.reviewer),
    }


LESSONS: Final[Lessons] = {
    ComplexityFound: lambda _, f: {"grave": f.grave, "technical": f.technical},
    ReviewersAssigned: lambda _, f: {"reviewers": f.reviewers},
    RecusalRequested: lambda case, _: {"recusals_pending": case.recusals_pending + 1},
    RecusalDecided: _recusal,
    SimplifiedChosen: lambda _, __: {"track": Track.SIMPLIFIED},
    ConvertedToOrdinary: lambda _, f: {"track": Track.ORDINARY, "converted_on": f.head.on},
}
