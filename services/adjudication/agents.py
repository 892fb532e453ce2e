"""What adjudication does when it hears that a dispute could be adjudicated."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.adjudication import commands
from services.adjudication.store import adjudication_of
from shared.contracts.routing import DisputeRouted, Road, RoadCorrected
from shared.office import Heard, Listens
from shared.work import Work


def first_adjudication(fact: DisputeRouted | RoadCorrected) -> Iterable[UUID]:
    """The file in which the parties are told their right."""
    return (adjudication_of(fact.head.dispute_id),) if _is_ours(fact) else ()


def notify_right(work: Work, fact: DisputeRouted | RoadCorrected) -> None:
    """分流或者更正到行政裁决: tell the parties that they may apply (PLAN 24)."""
    if _is_ours(fact):
        commands.notify_right(work, fact)


def _is_ours(fact: DisputeRouted | RoadCorrected) -> bool:
    imported = isinstance(fact, DisputeRouted) and fact.history
    return fact.road is Road.ADJUDICATION and not imported


LISTENS: Final[Listens] = {
    DisputeRouted: Heard(notify_right, files=first_adjudication),
    RoadCorrected: Heard(notify_right, files=first_adjudication),
}
"""What adjudication hears."""
