"""A claim for compensation 赔偿请求 as the case keeps it (ARL 72)."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts.reconsideration.judged import ClaimFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """一项赔偿请求; each applicant has its own, or some have one together."""

    text_id: UUID
    """赔偿请求书."""
    claimants: tuple[UUID, ...] = ()
    """Whose claim it is; empty where it is that of all applicants."""
    found: tuple[ClaimFound, ...] = ()
    """What was found of it apart, of each claimant and act of whom it was."""
    since_findings: bool = False
    """Whether it came beside another one once the findings were made, which say nothing of it."""
