"""A consultation 咨询 as the facts so far have made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from services.consultation.domain.opinion import State
from shared.contracts.consultation import (
    ConsultationReceived,
    ConsultedRespondentsChanged,
    MeetingHeld,
    MemberOpinionGiven,
    MemberReplaced,
    OpinionGiven,
    PanelConvened,
    RecusalAsked,
    RecusalDecided,
    Speciality,
)
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
    draft_id: UUID | None = None
    """拟稿 that was attached to the request."""
    respondent_organs: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Who sits now."""
    seats: int = 0
    """How many it was convened with; the places of whoever was recused since are to be filled."""
    speciality: Speciality | None = None
    """案件所需的专业领域, by which the panel was drawn (RULES 71)."""
    unmatched_id: UUID | None = None
    """Why nobody of that field was seated; None where somebody was."""
    contested: tuple[str, ...] = ()
    """Members whose recusal was asked and is not decided."""
    recused: tuple[str, ...] = ()
    """Who was recused; they do not come back."""
    spoken: Mapping[str, Stance] = field(default_factory=dict)
    """What each member thinks who has said so."""
    met_on: date | None = None
    """Day of the meeting; None while, or where, it is done in writing."""
    stance: Stance | None = None

    @property
    def dissenting(self) -> tuple[str, ...]:
        """Members who think otherwise than the opinion that was given (RULES 73)."""
        return tuple(who for who, one in self.spoken.items() if self.stance not in {None, one})

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this office remembers of `fact`, by the names of the fields above."""
        match fact:
            case ConsultationReceived():
                return {name: getattr(fact, name) for name in _ASKED}
            case PanelConvened():
                drawn = {"speciality": fact.speciality, "unmatched_id": fact.unmatched_id}
                return {"members": fact.members, "seats": len(fact.members), **drawn}
            case MeetingHeld():
                spoken = {one.member: one.stance for one in fact.opinions}
                return {"spoken": {**self.spoken, **spoken}, "met_on": fact.head.on}
            case MemberOpinionGiven():
                return {"spoken": {**self.spoken, fact.member: fact.stance}}
            case OpinionGiven():
                return {"stance": fact.stance}
            case _:
                return self._changed(fact)

    def _changed(self, fact: Fact) -> dict[str, object]:
        """What it remembers of a change in who sits, or in who may."""
        match fact:
            case RecusalAsked():
                return {"contested": (*self.contested, fact.member)}
            case RecusalDecided(granted=False):
                return {"contested": _without(self.contested, fact.member)}
            case RecusalDecided():
                return {**self._gone(fact.member), "recused": (*self.recused, fact.member)}
            case MemberReplaced():
                gone = self._gone(fact.member)
                return {**gone, "members": (*_without(self.members, fact.member), fact.successor)}
            case ConsultedRespondentsChanged():
                return {"respondent_organs": fact.respondent_organs}
            case _:
                return {}

    def _gone(self, member: str) -> dict[str, object]:
        return {
            "members": _without(self.members, member),
            "contested": _without(self.contested, member),
            "spoken": {who: one for who, one in self.spoken.items() if who != member},
        }


_ASKED: Final = (
    *("request_case_id", "authority", "ground", "question_id", "draft_id"),
    "respondent_organs",
)


def _without(codes: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(code for code in codes if code != one)
