"""Doors about who takes part, who takes over, and cases handled together (ARL 14 to 17)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.basics import BasicsStated
from shared.contracts.reconsideration.capacity import CapacityStated
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.people import (
    AgentChanged,
    AgentEnded,
    AgentNamed,
    ApplicantsLeft,
    ApplicantSucceeded,
    CasesJoined,
    RepresentativesAsked,
    RepresentativesChosen,
    RepresentativesElected,
    StatutoryAgentJoined,
    ThirdPersonAbsent,
    ThirdPersonJoined,
    ThirdPersonRefused,
    ThirdPersonRequested,
)

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/capacity": (CapacityStated,),
    "/reconsiderations/{case_id}/basics": (BasicsStated,),
    "/reconsiderations/{case_id}/co-applicant": (CoApplicantNamed,),
    "/reconsiderations/{case_id}/co-application": (CoApplicationAnswered,),
    "/reconsiderations/{case_id}/statutory-agent": (StatutoryAgentJoined,),
    "/reconsiderations/{case_id}/succession": (ApplicantSucceeded,),
    "/reconsiderations/{case_id}/addressee-gone": (AddresseeGone,),
    "/reconsiderations/{case_id}/addressee-found": (AddresseeFound,),
    "/reconsiderations/{case_id}/representatives-notice": (RepresentativesAsked,),
    "/reconsiderations/{case_id}/representatives-choice": (RepresentativesChosen,),
    "/reconsiderations/{case_id}/representatives": (RepresentativesElected,),
    "/reconsiderations/{case_id}/third-person-request": (ThirdPersonRequested,),
    "/reconsiderations/{case_id}/third-person": (ThirdPersonJoined,),
    "/reconsiderations/{case_id}/third-person-refusal": (ThirdPersonRefused,),
    "/reconsiderations/{case_id}/third-person-absence": (ThirdPersonAbsent,),
    "/reconsiderations/{case_id}/agent": (AgentNamed,),
    "/reconsiderations/{case_id}/respondent-agent": (AgentNamed,),
    "/reconsiderations/{case_id}/agent-change": (AgentChanged,),
    "/reconsiderations/{case_id}/agent-end": (AgentEnded,),
    "/reconsiderations/{case_id}/partial-termination": (ApplicantsLeft,),
    "/reconsiderations/{case_id}/joinder": (CasesJoined,),
}
"""By the path of the door."""
