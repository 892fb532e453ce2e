"""Facts of authorities that decide together 共同作出行政复议决定 (ARR2026 32; RULES 155).

One of them received the application and handles the case; the others sign what it drew up.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Approval
from shared.contracts.reconsideration.pausing import Suspension


class Countersign(StrEnum):
    """会签的文书: what another authority signs, too."""

    DECISION = "decision"  # 行政复议决定
    MEDIATION = "mediation"  # 行政复议调解书


class Held(BaseModel):
    """正在中止的情形 by which a case stands still, and in whom it lies (ARL 39)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    cause: Suspension
    applicant: UUID | None = None
    """In which applicant; None where it lies in none, and on files of old."""


class CoAuthorityCalled(Fact):
    """通知共同办理: another competent authority decides with the one that handles (ARR2026 32)."""

    kind: Literal["reconsideration.co_authority_called.v1"] = (
        "reconsideration.co_authority_called.v1"
    )
    organ: str
    """The other authority, by its code, or by name where the directory has none."""
    letter_id: UUID
    """Document 共同办理的函."""
    decision_awaited: bool = False
    """Whether a draft that was agreed to lies there already, which it is to sign."""
    mediation_awaited: bool = False
    """Likewise a mediation document that was drawn up."""
    held_by: tuple[Held, ...] = ()
    """By which suspensions the case stands still (ARL 39)."""

    @property
    def decision_runs_on(self) -> bool:
        """Whether the period to sign the decision goes on; else it runs anew, for all of them."""
        return not self.decision_awaited

    @property
    def mediation_runs_on(self) -> bool:
        """Likewise with a mediation document."""
        return not self.mediation_awaited


class CoAuthorityReleased(Fact):
    """不再共同办理: it turned out not to be competent, or is so no more (RULES 155)."""

    kind: Literal["reconsideration.co_authority_released.v1"] = (
        "reconsideration.co_authority_released.v1"
    )
    organ: str
    reason_id: UUID
    decision_runs_on: bool = False
    """Whether others are still waited for with the decision."""
    mediation_runs_on: bool = False
    """Likewise with a mediation document."""
    decision_awaited: bool = False
    """Whether the others have days to sign the decision anew, which its objection had ended."""
    mediation_awaited: bool = False
    """Likewise with a mediation document."""
    held_by: tuple[Held, ...] = ()
    """By which suspensions the case stands still (ARL 39)."""


class Countersigned(Fact):
    """会签同意: another authority agrees, by its own head or discussion (ARR2026 32; ARL 61)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.countersigned.v1"] = "reconsideration.countersigned.v1"
    organ: str
    countersign: Countersign = Countersign.DECISION
    approval: Approval
    minutes_id: UUID | None = None
    """Document 集体讨论记录; None where the head agreed."""
    head_consent_id: UUID | None = None
    """Document 机关负责人签署的同意, with name and post; None where a discussion agreed."""
    consented_on: date | None = None
    """签署之日."""
    letter_id: UUID | None = None
    """Document 会签的复函, where the authority that handles put it on record; else None."""
    others_awaited: bool = False
    """Whether others are still to sign."""

    @property
    def decision_runs_on(self) -> bool:
        """Whether the period to sign the decision goes on."""
        return self.others_awaited or self.countersign is not Countersign.DECISION

    @property
    def mediation_runs_on(self) -> bool:
        """Whether the period to sign a mediation document goes on."""
        return self.others_awaited or self.countersign is not Countersign.MEDIATION


class CountersignRefused(Fact):
    """会签不同意: with reasons, upon which the draft goes back (RULES 155)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.countersign_refused.v1"] = (
        "reconsideration.countersign_refused.v1"
    )
    organ: str
    countersign: Countersign = Countersign.DECISION
    reason_id: UUID

    @property
    def decision_runs_on(self) -> bool:
        """Whether the period to sign the decision goes on."""
        return self.countersign is not Countersign.DECISION

    @property
    def mediation_runs_on(self) -> bool:
        """Whether the period to sign a mediation document goes on."""
        return self.countersign is not Countersign.MEDIATION


class CountersignOverdue(Fact):
    """逾期未会签: some authority has said nothing in its days, and still has to (RULES 155)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.countersign_overdue.v1"] = (
        "reconsideration.countersign_overdue.v1"
    )
    duty: str
    """Name of the deadline."""
    organs: tuple[str, ...] = ()
    """Who has not signed."""
