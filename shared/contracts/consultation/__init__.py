"""Facts of the reconsideration committee 行政复议委员会: its roster and its consultations."""

from shared.contracts.consultation.asking import (
    ConsultationActOverdue,
    ConsultationCancelled,
    ConsultationReceived,
    ConsultedRespondentsChanged,
    OpinionGiven,
    OpinionOverdue,
    PanelConvened,
)
from shared.contracts.consultation.roster import (
    Calling,
    ConsultationTimesSet,
    ExpertChanged,
    ExpertEnded,
    ExpertRegistered,
    PlenaryHeld,
    PlenarySubject,
    Post,
    Speciality,
)
from shared.contracts.consultation.sitting import (
    Asker,
    Decider,
    MeetingHeld,
    MemberOpinion,
    MemberOpinionGiven,
    MemberReplaced,
    RecusalAsked,
    RecusalDecided,
)

__all__ = [
    "Asker",
    "Calling",
    "ConsultationActOverdue",
    "ConsultationCancelled",
    "ConsultationReceived",
    "ConsultationTimesSet",
    "ConsultedRespondentsChanged",
    "Decider",
    "ExpertChanged",
    "ExpertEnded",
    "ExpertRegistered",
    "MeetingHeld",
    "MemberOpinion",
    "MemberOpinionGiven",
    "MemberReplaced",
    "OpinionGiven",
    "OpinionOverdue",
    "PanelConvened",
    "PlenaryHeld",
    "PlenarySubject",
    "Post",
    "RecusalAsked",
    "RecusalDecided",
    "Speciality",
]
