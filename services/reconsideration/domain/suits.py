"""复议期间有起诉记录: a party of the dispute has gone to court meanwhile (ARL 29, 30, 33)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

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


def note_suit(case: "Case", head: Head, filed_on: date) -> SuitOnRecord | None:
    """记载有起诉记录; None where it is on record already, or nothing is open any more (ARL 29)."""
    known = case.suit is not None and case.suit.filed_on == filed_on
    if known or not case.may_be_barred:
        return None
    return SuitOnRecord(head=head, filed_on=filed_on)


def is_unseen(case: "Case") -> bool:
    """Whether a suit is on record, and nobody found since what became of it."""
    return case.suit is not None and not case.suit.seen


def may_concern_some(case: "Case") -> bool:
    """Whether only some of several applicants may have sued, who are severed first (RULES 136).

    So it is until it is found that no court took the suit of any of them.
    """
    found = (one for one in case.conditions if one.condition is Condition.UNTRIED)
    stands = is_unseen(case) or any(one.verdict is Verdict.UNMET for one in found)
    return case.suit is not None and len(case.applicants) > 1 and stands


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
