"""重新送达, of what was no service, while others still wait for the decision (ARL 75; ALL 45).

Whose own days run, waits for nobody else's: neither for the first service nor for one that counts
in its place. After the end it is done in the file of what follows.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.decision import effects, performance_day_anew
from services.reconsideration.domain.remedies import sue_by
from services.reconsideration.domain.serving import KNOWN
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.served import Service
from shared.law.article import ARL, RULES, Article
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def serve_again(
    case: Case, head: Head, done: Service, reason_id: UUID, calendar: Calendar
) -> ServedAgain:
    """重新送达 on one party, whose own days run anew, to sue or to perform (ARL 75, 77; ALL 45).

    Raises:
        Refused: It was not served before, it is no more, or it would be served again on a day
            before the service that was none.
    """
    check_again(case.services, case.participants.heirless, done, ARL[75].par(2))
    on, who = done.served_on, done.person_id
    days = {**case.served_days, who: on}
    return ServedAgain(
        head=head,
        sue_until=sue_by(case, on, calendar) if who else None,
        reason_id=reason_id,
        first_served_on=min((days[one] for one in case.applicants if one in days), default=None),
        of_case_id=case.case_id,
        **told_again(case),
        **({} if who else of_organ(case, done, calendar)),
        **done.model_dump(),
    )


def of_organ(case: Case, done: Service, calendar: Calendar) -> dict[str, Any]:
    """履行期限 of this respondent from the service that counts (ARL 75, 77)."""
    until = performance_day_anew(case, done.served_on, calendar)
    return {"respondent": done.organ or case.respondent, "perform_by": until}


def told_again(case: Case) -> dict[str, Any]:
    """What a service that is made again says of the decision: by what one may sue (ALL 45)."""
    there = effects(case)
    return {name: there[name] for name in ("outcome", "compulsory", "qualifies", "final")}


def check_again(
    services: Collection[Service], heirless: Collection[UUID], done: Service, article: Article
) -> None:
    """重新送达在送达之后.

    Args:
        services: Of the paper so far.
        heirless: Who is no more and has no successor.
        done: The service that is to count.
        article: What lets days run from the service of this paper.

    Raises:
        Refused: It was not served before, it is no more, or it was served before that day.
    """
    if done.person_id in heirless:
        raise Refused(KNOWN, RULES[145])
    before = next((one for one in services if _same(one, done)), None)
    if before is None:
        raise Refused("此前没有单独记载向其送达，不是重新送达", article)
    if done.shown_on < before.shown_on:
        raise Refused(f"前一次送达载明{before.shown_on}，重新送达不得早于该日", article)


def _same(one: Service, other: Service) -> bool:
    return (one.person_id, one.organ) == (other.person_id, other.organ)
