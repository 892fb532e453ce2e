"""What adjudication does when it hears that a dispute could be adjudicated."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.adjudication import commands
from services.adjudication.store import adjudication_of
from shared.contracts.reconsideration import ApplicationReceived
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


def contested_ruling(fact: ApplicationReceived) -> Iterable[UUID]:
    """The ruling that an application may be against, where it came from one."""
    first = adjudication_of(fact.head.dispute_id)
    return (first,) if fact.came_from == first else ()


def follow_reconsideration(work: Work, fact: ApplicationReceived) -> None:
    """对裁决申请复议之后，裁决处于复议中 (ARL 20)."""
    if fact.came_from == adjudication_of(fact.head.dispute_id):
        commands.follow_reconsideration(work, fact)


def _is_ours(fact: DisputeRouted | RoadCorrected) -> bool:
    imported = isinstance(fact, DisputeRouted) and fact.history
    return fact.road is Road.ADJUDICATION and not imported


LISTENS: Final[Listens] = {
    DisputeRouted: Heard(notify_right, files=first_adjudication),
    ApplicationReceived: Heard(follow_reconsideration, files=contested_ruling),
    RoadCorrected: Heard(notify_right, files=first_adjudication),
}
"""What adjudication hears."""
