"""重复申请: what stands in whose way, and treating some of the applicants apart (ARL 30)."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.commands import people
from services.reconsideration.commands.anew import accept_anew, receive_anew
from services.reconsideration.commands.attached import end_with_askers
from services.reconsideration.commands.pages import head_of, paper, turn
from services.reconsideration.domain import repeating, staying
from services.reconsideration.domain import severing as acts
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_applying import check_apart
from services.reconsideration.domain.repeating import Before, Others
from services.reconsideration.store import CASES
from shared.auth import ABOVE
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.work import Work

NOTHING: Final = Others()

Pages = tuple[Callable[..., Fact], ...]
"""Pages that wait for their heads."""

_OF_APPLICATION: Final = ("authority", ABOVE, "county", "window")
"""Labels that the file of its own bears, too; departments see it once it is accepted."""


def before(work: Work, case: Case, others: Others, on: date) -> tuple[Before, ...]:
    """此前的案卷 as they stand under the locks of this act; others' files as they were read."""
    now = (
        work.take(CASES, one.case_id) if work.is_declared(one.case_id) else one
        for one in others.files
    )
    return repeating.before(case, now, on, others.known)


def sever(
    work: Work,
    case_id: UUID,
    severed_id: UUID,
    applicants: Collection[UUID],
    *,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """分案办理: what some applied for is reviewed in a file of its own (ARL 30; RULES 136).

    Args:
        work: The unit of work.
        case_id: The file.
        severed_id: The file of their own, as `store.severed_of` gives it.
        applicants: Whose application goes on there.
        reason: Why, in words.
        by: Who decides it.
        on: The day; today if not said.
    """
    case, head = turn(work, case_id, by, on)
    reason_id = paper(work, case, "severance", reason)
    fact = acts.sever(case, head, applicants, severed_id, reason_id)
    check_apart(case, fact.applicants, work.calendar)
    since = acts.review_since(case, head.on)
    whose = " ".join(map(str, fact.applicants))
    every = work.labels_of(case_id)
    labels = {name: every[name] for name in _OF_APPLICATION if every.get(name)}
    new = work.open(
        *(CASES, severed_id, case.dispute_id), on=since, labels=labels | {"applicants": whose}
    )
    said = acts.apart(case, work.head(new, by=by, on=since), fact.applicants)
    new = receive_anew(work, case, new, said, by=by, on=since)
    along = tuple(acts.goes_along(case, fact))
    if case.accepted_on:
        new, more = _accept(work, case, new, fact)
        along = (*more, *along)
    for page in along:
        new = people.record(work, new, page(head=head_of(work, new, by, fact.head.on)))
    left = people.record(work, case, fact)
    for one in staying.of_them_alone(left, fact.applicants):
        moved = staying.move(left, head_of(work, left, by, head.on), one, severed_id)
        left = work.record(left, moved)
    return end_with_askers(work, case, left, reason_id, by=by, on=on)


def _accept(work: Work, case: Case, new: Case, fact: ApplicationSevered) -> tuple[Case, Pages]:
    """What was accepted already is accepted in the file of its own, too (ARL 33; RULES 136)."""
    last = acts.due_on(case, [one for one, _ in work.running(case.case_id)], work.calendar)
    by = fact.head.by
    head = work.head(new, by=by, on=case.accepted_on)
    accepted = acts.accepted_apart(case, head, last, work.calendar)
    new = accept_anew(work, case, new, by=by, on=fact.head.on, accepted=accepted)
    return new, tuple(acts.extended_apart(case, fact, last))
