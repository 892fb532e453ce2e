"""停止执行 and what is asked of it, where the application goes on in a new file (ARL 42)."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.stays import StayAsked
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.pausing import ExecutionStayed, Stay, StayRequested


def stays_along(
    before: Case, standing: Standing, side: Collection[UUID], *, before_acceptance: bool
) -> Iterator[Callable[[Head], Fact]]:
    """What nobody answered those of a side in the new file, each request for itself (ARL 42)."""
    for one in before.stays_asked:
        askers = tuple(who for who in one.askers if who in side)
        if side and one.standing is standing and (askers or not one.askers):
            yield partial(_stay_asked, one, askers, before_acceptance=before_acceptance)


def _stay_asked(
    asked: StayAsked, askers: tuple[UUID, ...], head: Head, *, before_acceptance: bool
) -> Fact:
    """It is owed an answer in the new file, within days of its acceptance.

    Where that is of old, they run from this page on.
    """
    return StayRequested(
        head=head,
        standing=asked.standing,
        text_id=asked.text_id,
        before_acceptance=before_acceptance,
        askers=askers,
        stay_request=str(head.version),
    )


def stay_along(before: Case) -> Iterator[Callable[[Head], Fact]]:
    """停止执行, of its own day and by its own paper, which is no other one there (ARL 42)."""
    paper_id = before.stay_id or before.text_id
    if before.stay and paper_id:
        yield partial(_stayed, before, before.stay, paper_id)


def _stayed(before: Case, ground: Stay, paper_id: UUID, head: Head) -> Fact:
    return ExecutionStayed(
        head=head.model_copy(update={"on": before.stayed_on or head.on}),
        ground=ground,
        paper_id=paper_id,
        came_from=before.case_id,
    )
