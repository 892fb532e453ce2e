"""被申请人 of the case on which a committee is asked: who they are after a change (ARL 19)."""

from typing import TypeAlias

from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import RespondentReplaced, RespondentSucceeded

Changed: TypeAlias = (
    RespondentReplaced | RespondentSucceeded | JointRespondentNamed | JointRespondentLeft
)
"""After what others are the respondents."""


def respondents_after(
    organs: tuple[str, ...],
    changed: Changed,
) -> tuple[str, ...]:
    """The respondents once this has happened, the one named first in the first place.

    Whoever stood beside another one and is named first now leaves its old place by a page of its
    own: that page takes nobody out of the first.

    Args:
        organs: Organ codes of the respondents so far.
        changed: The page of the case.
    """
    match changed:
        case RespondentReplaced(before=before, respondent=new):
            return (new, *(one for one in organs if one not in (before, new)))
        case RespondentSucceeded(before=before, respondent=new):
            return tuple(new if one == before else one for one in organs)
        case JointRespondentNamed(organ=organ):
            return organs if organ in organs else (*organs, organ)
        case JointRespondentLeft(organ=organ):
            return (*organs[:1], *(one for one in organs[1:] if one != organ))
