"""Facts of an act that is complained of again 重复申请 (ARL 30; ARR2026 37)."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class NotHandledAgain(Fact):
    """告知不再处理: decided before, nothing new is brought, and that is on record (ARR2026 37)."""

    kind: Literal["reconsideration.not_handled_again.v1"] = "reconsideration.not_handled_again.v1"
    letter_id: UUID
    """Document 不再处理告知书."""


class ApplicationSevered(Fact):
    """分案办理: what some of several applied for goes on in a file of its own (ARL 30)."""

    kind: Literal["reconsideration.severed.v1"] = "reconsideration.severed.v1"
    applicants: tuple[UUID, ...]
    """Those whose application goes on there; the others stay."""
    severed_case_id: UUID
    """File in which theirs is reviewed."""
    reason_id: UUID
    """Document that says why theirs is treated apart from the others'."""
