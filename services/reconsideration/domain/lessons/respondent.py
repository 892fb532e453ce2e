"""What a case learns of a respondent wrongly named 错列被申请人 (ARR2026 29)."""

from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentChangeTold,
    RespondentReplaced,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _changed(_: "Case", fact: RespondentChanged | RespondentReplaced) -> dict[str, object]:
    return {
        "respondent": fact.respondent,
        "county": fact.county,
        "respondents_told": (),
        "reply_forfeited": False,
    }


LESSONS: Final[Lessons] = {
    RespondentChangeTold: lambda _, f: {"respondents_told": f.respondent_organs},
    RespondentChanged: _changed,
    RespondentReplaced: _changed,
}
