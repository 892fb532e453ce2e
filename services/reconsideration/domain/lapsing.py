"""逾期时的记载: what the page of a period that ran out tells beside its name."""

from typing import TYPE_CHECKING, Any

from services.reconsideration.domain.signing import awaited, before_others
from services.reconsideration.domain.stays import from_acceptance
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    DecisionOverdue,
    ReplyForfeited,
)
from shared.contracts.reconsideration.co_deciding import CountersignOverdue
from shared.contracts.reconsideration.forwarding import ForwardingOverdue
from shared.contracts.reconsideration.pausing import SixtyDaysSuspended

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def told_of(case: "Case", lapse: type[Fact]) -> dict[str, Any]:
    """Which organ let its days pass, where it is one's own, and where the file is meanwhile."""
    if lapse is ApplicationAccepted:
        asked = case.stays_asked
        own = {"asks_stay": bool(asked), "stay_request": from_acceptance(asked)}
        return {"by_law": case.by_law, **own}
    if lapse is DecisionOverdue:
        return {"compulsory": case.comes_first}
    if lapse is SixtyDaysSuspended:
        return {"in_transit": case.elevated.ordered_on is not None}
    if lapse is CountersignOverdue:
        waiting = (one for lies in before_others(case) for one in awaited(case, lies))
        return {"organs": tuple(dict.fromkeys(waiting))}
    if lapse is ReplyForfeited:
        return {"respondent": case.respondent, "known_before": case.reply_forfeited}
    return {"organ": case.respondent} if lapse is ForwardingOverdue else {}
