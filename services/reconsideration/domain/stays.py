"""停止执行的申请, as a case keeps them until they are answered (ARL 42)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.reconsideration import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StayAsked:
    """One request: who asked when, and by which paper."""

    standing: Standing
    text_id: UUID
    """停止执行申请书."""
    asked_on: date
    askers: tuple[UUID, ...] = ()
    """Who asked, of a side that may be several; empty where nobody of it is on file, and on pages
    of old: all of it."""
    period: str = ""
    """Whose days to answer it has, as `StayRequested.stay_request` tells them apart: its own, or
    from acceptance on those of the first that was asked before."""

    def is_of(self, persons: Collection[UUID], side: Collection[UUID]) -> bool:
        """Whether one of these asked; `side` are all who take part as `standing` says."""
        return not set(self.askers or side).isdisjoint(persons)


def from_acceptance(asked: Sequence[StayAsked]) -> str:
    """Whose days begin with the acceptance: all asked before have the same (RULES 169)."""
    return next((one.period for one in asked if one.period), "")
