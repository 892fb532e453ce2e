"""Facts of an administrative reconsideration 行政复议, in either of its procedures.

The names below are those of the road from application to service. A fact of a chapter with a module
of its own is imported from that module, with the enumerations that it alone holds, and is not
repeated here: the catalogue walks through every module of `shared.contracts` and finds each class
with a wire name.
"""

from shared.contracts.reconsideration.filing import (
    ApplicationAbandoned,
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    ApplicationSupplemented,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNoticeServedAgain,
    SupplementNotified,
)
from shared.contracts.reconsideration.findings import (
    Approval,
    Compensation,
    Condition,
    ConsultationGround,
    FilingManner,
    LeftOut,
    Outcome,
    Remedy,
    Stance,
    Standing,
    TimeFinding,
    TimeLeftOut,
    ViewsManner,
)
from shared.contracts.reconsideration.hearing import (
    ApplicationWithdrawn,
    ConsultationRequested,
    ConsultationWithdrawn,
    CopyReceived,
    CopySent,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    DecisionOverdue,
    OpinionRecorded,
    ReconsiderationTerminated,
    ReplyFiled,
    ReplyForfeited,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.overdue import ReconsiderationActOverdue

__all__ = [
    "ApplicationAbandoned",
    "ApplicationAccepted",
    "ApplicationDeclined",
    "ApplicationReceived",
    "ApplicationSupplemented",
    "ApplicationWithdrawn",
    "Approval",
    "Compensation",
    "Condition",
    "ConsultationGround",
    "ConsultationRequested",
    "ConsultationWithdrawn",
    "CopyReceived",
    "CopySent",
    "DecisionDelivered",
    "DecisionExtended",
    "DecisionMade",
    "DecisionOverdue",
    "FilingManner",
    "LeftOut",
    "OpinionRecorded",
    "Outcome",
    "ReconsiderationActOverdue",
    "ReconsiderationTerminated",
    "Remedy",
    "ReplyFiled",
    "ReplyForfeited",
    "Stance",
    "Standing",
    "SupplementExtended",
    "SupplementNoticeReceived",
    "SupplementNoticeServedAgain",
    "SupplementNotified",
    "TimeFinding",
    "TimeLeftOut",
    "ViewsHeard",
    "ViewsManner",
    "ViewsUnavailable",
]
