"""What an application states of its applicant 申请人身份, as it is kept (ARR2026 12 to 16)."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from shared.contracts.reconsideration.capacity import Applicant, Paper, Through


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many apply 申请的人数、户数, and with how much of the area 面积百分比."""

    applying: int | None = None
    total: int | None = None
    area_percent: float | None = None

    def over(self, before: "Share") -> "Share":
        """What is told now, and of what is not, what was told before."""
        told = ((n, getattr(self, n)) for n in self.__slots__)
        return replace(before, **{name: said for name, said in told if said is not None})


A = Applicant
TOGETHER: Final = frozenset(
    {A.PERSON, A.HOUSEHOLD, A.PARTNERS, A.UNINCORPORATED, A.BOARD, A.MEMBERS, A.OWNERS}
)
"""Of which several persons may be one applicant; any other one proves its own (ARR2026 27)."""

NOTHING_TOLD: Final = Share()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """In whose name it is made, who acts, and by which papers."""

    sort: Applicant
    person_id: UUID | None = None
    """Whose it is of several applicants; None of all of them, or of the only one."""
    through: Through | None = None
    papers: tuple[Paper, ...] = ()
    share: Share = NOTHING_TOLD
    """How many of how many apply, of members and owners."""
