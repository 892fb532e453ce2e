"""A mediation 调解案卷 as a frozen value: what its pages have made of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.mediation.domain.peoples import State
from shared.contracts.fact import Fact
from shared.contracts.intake import Side
from shared.contracts.mediation import (
    AgreementMade,
    ConfirmationApplied,
    ConfirmationRuled,
    ConfirmationWindowClosed,
    ConsentGiven,
    Form,
    MediationProposed,
    MediatorAppointed,
)
from shared.law.casefile import CaseFile

BOTH: Final = (Side.APPLICANT, Side.OPPONENT)
"""双方: those without whose consent there is no mediation (PML 17)."""


class Confirmation(StrEnum):
    """How far judicial confirmation has come 司法确认 (PML 33, CPL 206)."""

    APPLIED = "applied"  # 已共同申请
    CONFIRMED = "confirmed"  # 裁定有效
    REJECTED = "rejected"  # 裁定驳回申请
    CLOSED = "closed"  # 申请期届满


@dataclass(frozen=True, kw_only=True, slots=True)
class Mediation(CaseFile):
    """调解案卷: who mediates, who has agreed to it, and what was agreed."""

    state: State | None = None
    committee: str = ""
    consented: tuple[Side, ...] = ()
    mediators: tuple[str, ...] = ()
    """Their codes; of those who have no post, the id of the document with their names."""
    form: Form | None = None
    effective_on: date | None = None
    perform_by: date | None = None
    confirmation: Confirmation | None = None

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What the file remembers of `fact` beside its state."""
        match fact:
            case MediationProposed():
                return {"committee": fact.committee}
            case ConsentGiven():
                return {"consented": (*self.consented, *fact.sides)}
            case MediatorAppointed():
                named = (str(fact.names_id),) if fact.names_id else ()
                return {"mediators": (*fact.mediators, *named)}
            case AgreementMade():
                return {
                    "form": fact.form,
                    "effective_on": fact.effective_on,
                    "perform_by": fact.perform_by,
                }
            case ConfirmationApplied() | ConfirmationRuled() | ConfirmationWindowClosed():
                return {"confirmation": _confirmation(fact)}
            case _:
                return {}

    @property
    def both_consented(self) -> bool:
        """Whether every side has agreed to be mediated (PML 17)."""
        return set(BOTH) <= set(self.consented)

    @property
    def before_agreement(self) -> bool:
        """Whether it is still open whether there will be an agreement."""
        return self.state in (State.PROPOSED, State.CONSENTED, State.MEDIATING, State.TERM_OVER)


def _confirmation(
    fact: ConfirmationApplied | ConfirmationRuled | ConfirmationWindowClosed,
) -> Confirmation:
    match fact:
        case ConfirmationApplied():
            return Confirmation.APPLIED
        case ConfirmationRuled():
            return Confirmation.CONFIRMED if fact.confirmed else Confirmation.REJECTED
        case ConfirmationWindowClosed():
            return Confirmation.CLOSED
