"""Doors from acceptance 受理 to what the decision rests on (ARL chapter 4)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ConsultationRequested,
    ConsultationWithdrawn,
    CopyReceived,
    CopySent,
    ReplyFiled,
    ViewsHeard,
    ViewsUnavailable,
)
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
)
from shared.contracts.reconsideration.proving import LateReplyFiled

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/copy": (CopySent, JointCopySent),
    "/reconsiderations/{case_id}/copy-receipt": (CopyReceived, JointCopyReceived),
    "/reconsiderations/{case_id}/reply": (ReplyFiled, JointReplyFiled),
    "/reconsiderations/{case_id}/late-reply": (LateReplyFiled,),
    "/reconsiderations/{case_id}/reply-in-time": (ReplyInTime, JointReplyInTime),
    "/reconsiderations/{case_id}/views": (ViewsHeard,),
    "/reconsiderations/{case_id}/written-review": (ViewsUnavailable,),
    "/reconsiderations/{case_id}/consultation": (ConsultationRequested,),
    "/reconsiderations/{case_id}/consultation-withdrawal": (ConsultationWithdrawn,),
}
"""By the path of the door."""
