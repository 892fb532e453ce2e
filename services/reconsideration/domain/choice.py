"""推选代表人, as the case keeps it: that it was asked, and whom each chose (RULES 124, 173)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.reconsideration import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """本人推选的代表人, while not all of its side have chosen the same (RULES 173)."""

    person_id: UUID
    standing: Standing
    representatives: tuple[UUID, ...]
    chosen_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """通知推选代表人, as it was last done (RULES 124)."""

    asked_on: date
    over: bool = False
    """Whether the days passed and nobody was elected."""
