"""由继续行使职权的机关履行: a watch goes on with whoever has the powers now (ARL 19, 77)."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from services.supervision.commands.above import let_see_above
from services.supervision.store import WATCHES, enforced_of, obliged_of, watch_of
from shared.auth.labels import SUPERIORS
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.supervision import PerformanceTakenOver
from shared.work import Work

BOUND_AS: Final = "bound_as"
"""Label of a watch: whom the paper itself names, whose powers others exercise since."""


def watches_taken_over(fact: RespondentSucceeded) -> Sequence[UUID]:
    """The watches that may be over the one before: of the decision, of letters, of enforcement."""
    about, named = fact.of_case_id, fact.bound_as or fact.before
    return (
        *(watch_of(about), obliged_of(about, named)),
        *map(watch_of, fact.opinion_letters),
        *(enforced_of(fact.head.case_id, one) for one in fact.enforces_for),
    )


def take_over(work: Work, fact: RespondentSucceeded) -> None:
    """由继续行使职权的机关履行, in each of them; the one before sees it no more (ARL 19, 77)."""
    for case_id in watches_taken_over(fact):
        file, labels = work.find(WATCHES, case_id), work.labels_of(case_id)
        seen = labels.get("departments", "").split()
        if file is None or file.is_closed or fact.before not in seen:
            continue
        page = PerformanceTakenOver(
            head=work.head(file, by=CLOCK),
            before=fact.before,
            respondent=fact.respondent,
            succeeded_on=fact.succeeded_on,
        )
        now = dict.fromkeys(fact.respondent if one == fact.before else one for one in seen)
        named = dict.fromkeys((*labels.get(BOUND_AS, "").split(), fact.before))
        work.label(case_id, **{"departments": " ".join(now), BOUND_AS: " ".join(named)})
        if SUPERIORS in labels:
            let_see_above(work, case_id)
        work.record(file, page)


def bound_by(work: Work, case_id: UUID) -> list[str]:
    """The organs that a watch is over, and those in whose place they stand."""
    labels = work.labels_of(case_id)
    return [*labels.get("departments", "").split(), *labels.get(BOUND_AS, "").split()]
