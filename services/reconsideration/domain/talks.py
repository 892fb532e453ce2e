"""A mediation 调解 that is going on, as the case keeps it until it has effect or fails (ARL 73)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts.reconsideration.enforcing import PartyDuties


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """How far it has come."""

    since: date
    """开始调解之日."""
    drawn_on: date | None = None
    """制作调解书之日."""
    paper_id: UUID | None = None
    obliges: bool = False
    perform_by: date | None = None
    duties: PartyDuties = None
    """What applicants and third persons have to perform by it (ARL 78)."""
    joined_since: tuple[UUID, ...] = ()
    """Third persons who joined after it was drawn up, of whom it does not say what they owe."""
    signed: tuple[UUID, ...] = ()
    """The applicants and third persons who signed."""
    respondent_signed: bool = False
    joint_signed: tuple[str, ...] = ()
    """The other joint respondents who signed."""
    signed_on: date | None = None
    """The day of the last signature."""
    countersigned: tuple[str, ...] = ()
    """会签同意的其他机关, of those that decide together (ARR2026 32)."""
    opposed: tuple[str, ...] = ()
    """会签不同意的其他机关."""
