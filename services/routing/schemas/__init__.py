"""What routing is asked and answers over HTTP."""

from services.routing.schemas.asked import (
    AnswerIn,
    ApprovalIn,
    AskIn,
    CallbackIn,
    CallIn,
    DisputeIn,
    ExtensionIn,
    FinishIn,
    HotSpotWhistleIn,
    MeetingIn,
    PlanIn,
    ProgressIn,
    RefusalIn,
    ReturnIn,
    RulingIn,
    VisitIn,
    WaitIn,
    WantedIn,
)
from services.routing.schemas.ladder import LadderOut, RiskIn, TriedIn
from services.routing.schemas.road import RoutingOut
from services.routing.schemas.suggestion import SuggestedOut, SuggestionIn
from services.routing.schemas.whistle import (
    OwedList,
    PrecedentOut,
    WhistleOut,
)

__all__ = [
    "AnswerIn",
    "ApprovalIn",
    "AskIn",
    "CallIn",
    "CallbackIn",
    "DisputeIn",
    "ExtensionIn",
    "FinishIn",
    "HotSpotWhistleIn",
    "LadderOut",
    "MeetingIn",
    "OwedList",
    "PlanIn",
    "PrecedentOut",
    "ProgressIn",
    "RefusalIn",
    "ReturnIn",
    "RiskIn",
    "RoutingOut",
    "RulingIn",
    "SuggestedOut",
    "SuggestionIn",
    "TriedIn",
    "VisitIn",
    "WaitIn",
    "WantedIn",
    "WhistleOut",
]
