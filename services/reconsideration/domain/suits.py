"""复议期间有起诉记录: a party of the dispute has gone to court meanwhile (ARL 29, 30, 33)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from shared.contracts.fact import Head
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.law.article import ARL
from shared.law.procedure import Refused

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Suit:
    """起诉记录: whether it bars the application is found by whoever handles the case."""

    filed_on: date
    """起诉之日."""
    seen: bool = False
    """Whether it was found since what became of it 审查认定."""
    suers: tuple[UUID, ...] = ()
    """Which applicants sued; empty where that was not said of each suit."""

    def concerns(self, applicants: Collection[UUID]) -> bool:
        """Whether it is, or may be, the suit of one of these."""
        return not self.suers or not set(self.suers).isdisjoint(applicants)


def note_suit(
    case: "Case", head: Head, filed_on: date, applicant: UUID | None = None
) -> SuitOnRecord | None:
    """记载有起诉记录; None where it is on record, or bars nothing that is open here (ARL 29)."""
    if not case.may_be_barred or (applicant and applicant not in case.applicants):
        return None
    suit = case.suit
    if suit is not None and suit.filed_on == filed_on and applicant in (None, *suit.suers):
        return None
    return SuitOnRecord(head=head, filed_on=filed_on, applicant=applicant)


def noted(case: "Case", fact: SuitOnRecord) -> Suit:
    """What is known of suits with this one; whose, only where it is said of each of them."""
    before, new = case.suit, fact.applicant
    if new is None or (before and not before.suers):
        return Suit(filed_on=fact.filed_on)
    suers = (*(before.suers if before else ()), new)
    return Suit(filed_on=fact.filed_on, suers=tuple(dict.fromkeys(suers)))


def left_over(case: "Case", applicants: Collection[UUID]) -> Suit | None:
    """What is to be found anew of suits by those who stay once others left the file (ARL 30)."""
    suit = case.suit
    if suit is None or not suit.concerns(applicants):
        return None
    return replace(suit, seen=False, suers=tuple(one for one in suit.suers if one in applicants))


def is_unseen(case: "Case") -> bool:
    """Whether a suit is on record, and nobody found since what became of it."""
    return case.suit is not None and not case.suit.seen


def may_concern_some(case: "Case") -> bool:
    """Whether only some of several applicants may have sued, who are severed first (RULES 136).

    So it is until it is found that no court took the suit of any of them.
    """
    found = (one for one in case.conditions if one.condition is Condition.UNTRIED)
    stands = is_unseen(case) or any(one.verdict is Verdict.UNMET for one in found)
    all_sued = case.suit is not None and set(case.suit.suers) >= set(case.applicants)
    return case.suit is not None and len(case.applicants) > 1 and stands and not all_sued


def must_be_seen(case: "Case") -> None:
    """人民法院已经受理的驳回申请，没有受理的继续审理: which, a person finds (ARL 29, 33).

    Raises:
        Refused: A suit is on record, and nobody found since what became of it.
    """
    if case.suit and is_unseen(case):
        text = (
            f"{case.suit.filed_on}有起诉记录，查明人民法院是否已经受理并记入审查认定："
            "已经受理的不得再申请行政复议，没有受理的继续办理"
        )
        text += "；只有部分申请人起诉的，先分案办理" if may_concern_some(case) else ""
        raise Refused(text, ARL[29].par(2))
