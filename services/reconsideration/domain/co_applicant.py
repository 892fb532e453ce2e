"""写明的共同申请人, as the case keeps one: named, and whether it applies itself (ARL 14, 22)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CoApplicant:
    """写明的共同申请人, who applies once it confirms (ARL 14, 22)."""

    person_id: UUID
    named_on: date
    answered_on: date | None = None
    """When its own answer came in; None while nobody has it."""
    agrees: bool = False

    @property
    def confirmed_on(self) -> date | None:
        """本人申请之日; None of whoever has not confirmed."""
        return self.answered_on if self.agrees else None
