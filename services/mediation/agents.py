"""What mediation does when it hears that a dispute was routed to it, or taken back."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from services.mediation import commands
from services.mediation.store import corrected_of, mediation_of, running_of
from shared.contracts.intake import DisputeWithdrawn
from shared.contracts.routing import DisputeRouted, Road, RoadCorrected
from shared.office import Heard, Listens
from shared.work import Work


def first_mediation(fact: DisputeRouted | DisputeWithdrawn) -> Iterable[UUID]:
    """The dispute's first mediation, if it has one or gets one."""
    if isinstance(fact, DisputeRouted) and not _is_ours(fact):
        return ()
    return (mediation_of(fact.head.dispute_id),)


def take_over(work: Work, fact: DisputeRouted) -> None:
    """分流到人民调解 (PML 17)."""
    if _is_ours(fact):
        commands.take_over(work, fact)


def end_withdrawn(work: Work, fact: DisputeWithdrawn) -> None:
    """纠纷撤回后终止调解 (PML 23)."""
    commands.end_withdrawn(work, fact.head.dispute_id)


def _is_ours(fact: DisputeRouted) -> bool:
    return fact.road is Road.PEOPLES_MEDIATION and not fact.history


def corrected_files(fact: RoadCorrected) -> Iterable[UUID]:
    """The mediations that a correction may end, and the one that it may open."""
    return (*running_of(fact), corrected_of(fact))


def follow_correction(work: Work, fact: RoadCorrected) -> None:
    """更正途径之后接手, or end what was begun (RULES 59)."""
    if fact.road is Road.PEOPLES_MEDIATION:
        commands.take_over(work, fact)
    else:
        commands.end_corrected(work, fact)


LISTENS: Final[Listens] = {
    DisputeRouted: Heard(take_over, files=first_mediation),
    RoadCorrected: Heard(follow_correction, files=corrected_files),
    DisputeWithdrawn: Heard(end_withdrawn, files=first_mediation),
}
"""What mediation hears."""
