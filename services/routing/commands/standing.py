"""Which whistles of a dispute there are, as far as an act was locked for them."""

from collections.abc import Iterator
from uuid import UUID

from services.routing.domain.whistle_case import Whistle
from services.routing.store import MOST_WHISTLES, WHISTLES, whistle_of, whistles_of
from shared.work import Work


def whistles(work: Work, dispute_id: UUID) -> Iterator[Whistle]:
    """Every whistle of a dispute, in order; an act that is locked for the first only sees that."""
    for case_id in whistles_of(dispute_id):
        if not work.is_declared(case_id):
            return
        if (file := work.find(WHISTLES, case_id)) is None:
            return
        yield file


def open_whistle(work: Work, dispute_id: UUID) -> Whistle | None:
    """The whistle that is not at its end yet; there is at most one."""
    return next((one for one in whistles(work, dispute_id) if not one.is_closed), None)


def newest_whistle(work: Work, dispute_id: UUID) -> Whistle | None:
    """The whistle that was blown last, at its end or not."""
    return next(reversed(list(whistles(work, dispute_id))), None)


def free_place(work: Work, dispute_id: UUID) -> UUID | None:
    """Id of the next whistle; None if it was blown as often as it may be."""
    number = len(list(whistles(work, dispute_id))) + 1
    return whistle_of(dispute_id, number) if number <= MOST_WHISTLES else None
