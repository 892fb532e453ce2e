"""办理事项: which fact each door of 行政复议 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ConsultationRequested,
    CopyReceived,
    CopySent,
    DecisionDelivered,
    DecisionExtended,
    DecisionMade,
    ReconsiderationTerminated,
    ReplyFiled,
    SupplementExtended,
    SupplementNoticeReceived,
    SupplementNotified,
    ViewsHeard,
    ViewsUnavailable,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/supplement-notice": (SupplementNotified,),
    "/reconsiderations/{case_id}/supplement-notice-receipt": (SupplementNoticeReceived,),
    "/reconsiderations/{case_id}/supplement-extension": (SupplementExtended,),
    "/reconsiderations/{case_id}/supplement": (ApplicationSupplemented,),
    "/reconsiderations/{case_id}/acceptance": (ApplicationAccepted,),
    "/reconsiderations/{case_id}/declination": (ApplicationDeclined,),
    "/reconsiderations/{case_id}/copy": (CopySent,),
    "/reconsiderations/{case_id}/copy-receipt": (CopyReceived,),
    "/reconsiderations/{case_id}/reply": (ReplyFiled,),
    "/reconsiderations/{case_id}/views": (ViewsHeard,),
    "/reconsiderations/{case_id}/written-review": (ViewsUnavailable,),
    "/reconsiderations/{case_id}/consultation": (ConsultationRequested,),
    "/reconsiderations/{case_id}/extension": (DecisionExtended,),
    "/reconsiderations/{case_id}/decision": (DecisionMade,),
    "/reconsiderations/{case_id}/delivery": (DecisionDelivered,),
    "/reconsiderations/{case_id}/withdrawal": (ApplicationWithdrawn,),
    "/reconsiderations/{case_id}/termination": (ReconsiderationTerminated,),
}
"""By the path of the door."""
