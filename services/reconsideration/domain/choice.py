"""推选代表人, as the case keeps it: that it was asked, and whom each chose (RULES 124, 173)."""

from collections.abc import Collection
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


def of_other_side(choices: tuple[Choice, ...], standing: Standing) -> tuple[Choice, ...]:
    """What the other side chose: this one has elected, or chooses anew (RULES 173)."""
    return tuple(one for one in choices if one.standing is not standing)


def of_those_left(choices: tuple[Choice, ...], gone: Collection[UUID]) -> tuple[Choice, ...]:
    """What whoever is still there chose: with whoever is gone ends its choice (ARL 15)."""
    return tuple(one for one in choices if one.person_id not in gone)
