"""办理事项: which fact each door of 行政复议咨询 makes, so that a page can say what may be done."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.consultation import (
    ConsultationTimesSet,
    ExpertChanged,
    ExpertEnded,
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    PlenaryHeld,
    RecusalAsked,
    RecusalDecided,
)
from shared.contracts.fact import Fact

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/consultations/{case_id}/panel": (PanelConvened,),
    "/consultations/{case_id}/recusal": (RecusalAsked,),
    "/consultations/{case_id}/own-recusal": (RecusalAsked,),
    "/consultations/{case_id}/recusal-ruling": (RecusalDecided,),
    "/consultations/{case_id}/replacement": (MemberReplaced,),
    "/consultations/{case_id}/meeting": (MeetingHeld,),
    "/consultations/{case_id}/own-opinion": (MemberOpinionGiven,),
    "/consultations/{case_id}/opinion": (OpinionGiven,),
    "/rosters/{case_id}/change": (ExpertChanged,),
    "/rosters/{case_id}/exit": (ExpertEnded,),
    "/rosters/{case_id}/times": (ConsultationTimesSet,),
    "/rosters/{case_id}/plenary": (PlenaryHeld,),
}
"""By the path of the door."""
