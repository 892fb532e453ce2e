"""不再处理: the same matter brought again, told to the applicant and put on record (ARR2026 37)."""

from collections.abc import Collection
from uuid import UUID

from services.reconsideration.domain.conditions import ARTICLES
from services.reconsideration.domain.repeating import Before
from services.reconsideration.domain.untried import Earlier
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Condition
from shared.contracts.reconsideration.repeated import NotHandledAgain
from shared.law.article import ARR2026
from shared.law.procedure import Refused


def handle_no_further(head: Head, found: Collection[Before], letter_id: UUID) -> NotHandledAgain:
    """告知不再处理, once a person found that what is brought is not new (ARR2026 37).

    Args:
        head: Head of the new page.
        found: What the hub knows of earlier applications against the same act; of an act without
            a number it knows none, and the letter says which decision it was.
        letter_id: What the applicant is told.

    Raises:
        Refused: The earlier application is not decided yet, or it is before July 2026: this one is
            declined (ARL 30).
    """
    if not ARR2026.in_force(head.on):
        says = "2026年6月30日以前没有不再处理的规定，受理过的决定不予受理"
        raise Refused(says, ARTICLES[Condition.UNTRIED])
    if any(one.earlier is Earlier.ON_HAND for one in found):
        says = "同一行政行为的复议案件尚在审理，没有作出决定；不符合受理条件的，决定不予受理"
        raise Refused(says, ARTICLES[Condition.UNTRIED])
    return NotHandledAgain(head=head, letter_id=letter_id)
