"""大白话: what each step means to a party, in words that need no explanation.

Where a word of the law cannot be avoided it is explained beside it. What concerns only how offices
work with each other is not told here; it stands in the file all the same.
"""

from collections.abc import Mapping
from typing import Final

from shared.party.words.final import NOBODY_SUES, UNSUED
from shared.party.words.following import FOLLOWING
from shared.party.words.reconsidering import RECONSIDERING
from shared.party.words.settling import SETTLING
from shared.party.words.untold import UNTOLD

__all__ = ["NOBODY_SUES", "OF_APPLICANT", "STEPS", "UNSUED", "UNTOLD"]

STEPS: Final[Mapping[str, str]] = {**SETTLING, **RECONSIDERING, **FOLLOWING}
"""A step, by the wire name of its fact; a gap is the organ that its page names."""

OF_APPLICANT: Final = frozenset(
    {
        *("routing.road_notified.v1", "routing.road_taken.v1", "routing.suit_filed.v1"),
        *("routing.application_period_over.v1", "routing.suit_period_over.v1"),
        *("routing.road_parted.v1", "routing.own_suit_told.v1"),
        *("routing.own_suit_replaced.v1", "routing.own_suit_period_over.v1"),
        *("routing.suit_replaced.v1", "routing.party_awaited.v1", "routing.party_came.v1"),
    }
)
"""Steps of who brought the dispute: its rights, suits and papers are nobody else's affair."""
