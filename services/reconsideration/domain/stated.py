"""What an application states of its applicant 申请人身份, as it is kept (ARR2026 12 to 16)."""

from dataclasses import dataclass

from shared.contracts.reconsideration.capacity import Applicant, Paper, Through


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """In whose name it is made, who acts, and by which papers."""

    sort: Applicant
    through: Through | None = None
    papers: tuple[Paper, ...] = ()
