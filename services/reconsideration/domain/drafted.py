"""A draft 拟稿 as the case keeps it, from drafting to the seal (ARL 61)."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from shared.contracts.reconsideration import Approval, Compensation, Outcome
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition

WEIGHT: Final = (
    *(Outcome.CHANGED, Outcome.REVOKED, Outcome.REVOKED_IN_PART, Outcome.CONFIRMED_INVALID),
    *(Outcome.CONFIRMED_ILLEGAL, Outcome.PERFORMANCE_ORDERED, Outcome.AGREEMENT_ENFORCED),
    *(Outcome.AGREEMENT_COMPENSATED, Outcome.AGREEMENT_ENDED, Outcome.UPHELD),
    *(Outcome.REQUEST_DISMISSED, Outcome.APPLICATION_DISMISSED),
)
"""By which kind a decision of several goes where only one is counted: what changes most [D]."""

_PAID: Final = (Compensation.GRANTED, Compensation.RESTORED, Compensation.REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a decision is to say, act by act, and until when it is to be performed (ARL 61, 64)."""

    dispositions: tuple[Disposition, ...]
    """In the order of the findings."""
    perform_within: str | None = None
    perform_by: date | None = None
    duties: PartyDuties = None
    """What applicants and third persons have to perform by it (ARL 78)."""
    claims: tuple[ClaimDecided, ...] = ()
    """What is decided of one claim apart, of which act (ARL 72)."""
    final_law_id: UUID | None = None
    """Document with the law and article by which it is 最终裁决 (ARL 10)."""

    def claims_of(self, act: int) -> tuple[ClaimDecided, ...]:
        """What is decided of one claim apart, of the act of this number."""
        return tuple(one for one in self.claims if one.act == act)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Of each act under review."""
        return tuple(one.outcome for one in self.dispositions)

    @property
    def outcome(self) -> Outcome:
        """The weightiest, by which the whole decision is called."""
        return min(self.outcomes, key=WEIGHT.index)

    @property
    def dismisses(self) -> bool:
        """驳回行政复议申请: whether nothing else is decided (ARL 33)."""
        return set(self.outcomes) == {Outcome.APPLICATION_DISMISSED}

    @property
    def redo(self) -> bool:
        """Whether any act is to be made anew (ARL 64)."""
        return any(one.redo for one in self.dispositions)

    @property
    def remedial(self) -> bool:
        """Whether of any act the respondent is to make good what it did 采取补救措施 (ARL 72)."""
        return any(one.remedial for one in self.dispositions)

    @property
    def compensation(self) -> Compensation | None:
        """What it says of compensation, of several what is owed first (ARL 72)."""
        said = {one.compensation for one in self.dispositions}
        said |= {one.compensation for one in self.claims}
        return next((each for each in _PAID if each in said), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDraft:
    """合并作出决定: one draft that stands on several joined files (ARR2026 43)."""

    leading: UUID
    """主案, on which the draft goes up, is agreed to and sealed."""
    together: tuple[UUID, ...]
    """Every file that it decides, 主案 first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft on the file, and how far it has come."""

    draft: Draft
    paper_id: UUID
    drafted_on: date
    joint: JointDraft | None = None
    """With which other files; None where it decides this case alone."""
    submitted_on: date | None = None
    """送审之日."""
    opinion_adopted: bool | None = None
    departure_id: UUID | None = None
    approved_on: date | None = None
    approval: Approval | None = None
    joined_since: tuple[UUID, ...] = ()
    """Third persons who joined after it was drawn up, of whom it does not say what they owe."""
    countersigned: tuple[str, ...] = ()
    """会签同意的其他机关, of those that decide together (ARR2026 32)."""
    opposed: tuple[str, ...] = ()
    """会签不同意的其他机关."""
