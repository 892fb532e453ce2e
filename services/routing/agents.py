"""What routing does when it hears that a dispute came in, or was taken back."""

from collections.abc import Iterable
from uuid import UUID

from services.routing import commands
from services.routing.store import routing_of, whistle_of
from shared.contracts.intake import DisputeRegistered, DisputeWithdrawn
from shared.office import Heard, Listens
from shared.work import Work


def road_and_whistle(fact: DisputeRegistered) -> Iterable[UUID]:
    """The routing file and the whistle that a dispute may have."""
    return (routing_of(fact.head.case_id), whistle_of(fact.head.case_id))


def whistle(fact: DisputeWithdrawn) -> Iterable[UUID]:
    """The whistle that may have been blown."""
    return (whistle_of(fact.head.case_id),)


def triage_dispute(work: Work, fact: DisputeRegistered) -> None:
    """登记之后分流 (RULES 6)."""
    commands.triage(work, fact)


def end_whistle(work: Work, fact: DisputeWithdrawn) -> None:
    """撤回之后终止哨 (RULES 3)."""
    commands.withdraw(work, fact.head.case_id)


LISTENS: Listens = {
    DisputeRegistered: Heard(triage_dispute, files=road_and_whistle),
    DisputeWithdrawn: Heard(end_whistle, files=whistle),
}
"""What routing hears."""
