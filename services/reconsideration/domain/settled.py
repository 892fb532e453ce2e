"""和解后撤回: whose withdrawal followed a settlement, and bars whom (ARL 74)."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def settled_of(case: "Case", whose: Collection[UUID]) -> frozenset[UUID]:
    """Which of these applicants withdrew because they settled.

    Of several who withdrew by name each by itself; else all of them, or none.
    """
    if case.participants.withdrawing:
        return frozenset(whose).intersection(case.participants.settling)
    return frozenset(whose) if case.settled else frozenset()
