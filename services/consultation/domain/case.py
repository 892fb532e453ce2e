"""A consultation 咨询 as the facts so far have made it."""

from dataclasses import dataclass
from uuid import UUID

from services.consultation.domain.opinion import State
from shared.contracts.consultation import ConsultationReceived, OpinionGiven, PanelConvened
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.law.casefile import CaseFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Consultation(CaseFile):
    """What later acts ask of the file."""

    state: State | None = None
    request_case_id: UUID | None = None
    """Case file of the reconsideration that asks."""
    authority: str = ""
    ground: ConsultationGround | None = None
    question_id: UUID | None = None
    members: tuple[str, ...] = ()
    stance: Stance | None = None

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this office remembers of `fact`, by the names of the fields above."""
        match fact:
            case ConsultationReceived():
                return fact.model_dump(
                    include={"request_case_id", "authority", "ground", "question_id"}
                )
            case PanelConvened():
                return {"members": fact.members}
            case OpinionGiven():
                return {"stance": fact.stance}
            case _:
                return {}
