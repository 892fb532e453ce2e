"""Facts of rule books 规则簿: drafted, rehearsed, approved, withdrawn; of no dispute."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class RuleBookDrafted(Fact):
    """起草规则簿: a new edition is put down; it decides nothing yet (RULES 50)."""

    kind: Literal["routing.rulebook_drafted.v1"] = "routing.rulebook_drafted.v1"
    title: str
    text_id: UUID
    """Document with its text."""
    digest: str
    """SHA-256 of the text: what is approved is what was drafted."""


class RuleBookRehearsed(Fact):
    """推演规则簿: what it would have changed was shown, on the cases of past months (RULES 51)."""

    kind: Literal["routing.rulebook_rehearsed.v1"] = "routing.rulebook_rehearsed.v1"
    months: int
    cases: int
    """How many registered disputes were played through it."""
    moved: int
    """How many of them would have gone elsewhere."""
    figures_id: UUID
    """Document with the figures."""
    digest: str
    """SHA-256 of the figures."""


class RuleBookApproved(Fact):
    """批准规则簿: a second person lets it come into force on a day to come (RULES 52)."""

    kind: Literal["routing.rulebook_approved.v1"] = "routing.rulebook_approved.v1"
    since: date
    """The first day on which it is in force."""
    digest: str
    """Of the text that comes into force."""


class RuleBookWithdrawn(Fact):
    """撤回规则簿: it is dropped, or from a day on no longer in force (RULES 53)."""

    kind: Literal["routing.rulebook_withdrawn.v1"] = "routing.rulebook_withdrawn.v1"
    since: date | None = None
    """The first day on which it is in force no longer; None when it never was approved."""
    reason_id: UUID
    """Document with the reason."""
