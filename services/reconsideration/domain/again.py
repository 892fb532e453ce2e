"""不再处理: the same matter brought again, told to the applicant and put on record (ARR2026 37)."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conditions import ARTICLES
from services.reconsideration.domain.repeating import Before
from services.reconsideration.domain.untried import Earlier
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.law.article import ARR2026
from shared.law.procedure import Refused

_AGAIN: Final = ARR2026[37].par(2)
_NEVER_TAKEN_UP: Final = (Earlier.DECLINED, Earlier.ABANDONED, Earlier.TAKEN_BACK)


def handle_no_further(
    case: Case, head: Head, found: Collection[Before], letter_id: UUID
) -> NotHandledAgain:
    """告知不再处理, once a person found that what is brought is not new (ARR2026 37).

    Args:
        case: The application in hand.
        head: Head of the new page.
        found: What the hub knows of earlier applications against the same act; of an act without
            a number it knows none, and the letter says which decision it was.
        letter_id: What the applicant is told.

    Raises:
        Refused: The earlier application is not decided yet, or it is before July 2026: this one is
            declined (ARL 30). None of the earlier ones was ever taken up, or a person found that
            nothing stands in the way: it is accepted, unless that is found otherwise (ARR2026 34).
    """
    if not ARR2026.in_force(head.on):
        says = "2026年6月30日以前没有不再处理的规定，受理过的决定不予受理"
        raise Refused(says, ARTICLES[Condition.UNTRIED])
    if any(one.earlier is Earlier.ON_HAND for one in found):
        says = "同一行政行为的复议案件尚在审理，没有作出决定；不符合受理条件的，决定不予受理"
        raise Refused(says, ARTICLES[Condition.UNTRIED])
    if found and all(one.earlier in _NEVER_TAKEN_UP or one.is_open for one in found):
        says = (
            "此前的申请都没有受理过，不是就同一事项再次申请；"
            "除不符合受理条件的以外，必须受理（《行政复议法实施条例》第34条）"
        )
        raise Refused(says, _AGAIN)
    untried = (one for one in case.conditions if one.condition is Condition.UNTRIED)
    if any(one.verdict is Verdict.MET for one in untried):
        says = "审查认定此前没有受理过；查明是再次申请的，先重新认定，再告知不再处理"
        raise Refused(says, _AGAIN)
    return NotHandledAgain(head=head, letter_id=letter_id)
