"""The fact of a matter brought again 不再处理 (ARR2026 37)."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class NotHandledAgain(Fact):
    """告知不再处理: decided before, nothing new is brought, and that is on record (ARR2026 37)."""

    kind: Literal["reconsideration.not_handled_again.v1"] = "reconsideration.not_handled_again.v1"
    letter_id: UUID
    """Document 不再处理告知书."""
