"""被申请人, as the pages of a case name them (ARL 19; ARR2026 29)."""

from collections.abc import Iterable

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import (
    RespondentChanged,
    RespondentReplaced,
    RespondentSucceeded,
)


def respondents_by(pages: Iterable[Fact]) -> tuple[str, ...]:
    """Organ codes of all respondents after these pages, the one named first in the first place."""
    first, others = "", list[str]()
    for fact in pages:
        match fact:
            case ApplicationHandedIn(organ=organ):
                first = organ
            case ApplicationReceived() | RespondentChanged() | RespondentReplaced():
                first = fact.respondent
            case JointRespondentNamed(organ=organ):
                others.append(organ)
            case JointRespondentLeft(organ=organ):
                others.remove(organ)
            case RespondentSucceeded(before=gone, respondent=new):
                first = new if first == gone else first
                others = [new if one == gone else one for one in others]
            case _:
                pass
    # Between two pages of one change, who comes first from beside it stands in both places.
    return tuple(dict.fromkeys((first, *others)))
