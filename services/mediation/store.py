"""The shelf of mediation files, and the id of the one that a dispute has first."""

from typing import Final
from uuid import UUID

from services.mediation import tables
from services.mediation.domain.mediation import Mediation
from services.mediation.domain.peoples import PEOPLES
from shared.contracts.fact import Fact
from shared.contracts.routing import RoadCorrected
from shared.law.casefile import derived
from shared.work import Shelf

MEDIATIONS: Final = Shelf(
    office="mediation",
    name=PEOPLES.name,
    value=Mediation,
    editions=(PEOPLES,),
    table=tables.PEOPLES,
)
"""人民调解案卷."""


def corrected_of(fact: Fact) -> UUID:
    """Id of the mediation that a corrected road opens after an earlier one has ended."""
    return derived(fact.head.case_id, f"mediation:{fact.head.version}")


def running_of(fact: RoadCorrected) -> tuple[UUID, ...]:
    """The mediations that a corrected road may take a dispute from: the first, and the newest."""
    newest = (fact.came_from,) if fact.came_from and fact.came_from_office == "mediation" else ()
    return tuple(dict.fromkeys((mediation_of(fact.head.dispute_id), *newest)))


def mediation_of(dispute_id: UUID) -> UUID:
    """Id of a dispute's first mediation, whether routed or applied for; later ones have their own.

    So a party who applies before routing is heard, or after it, meets the same file.
    """
    return derived(dispute_id, "mediation")
