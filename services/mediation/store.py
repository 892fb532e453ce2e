"""The shelf of mediation files, and the id of the one that a dispute has first."""

from typing import Final
from uuid import UUID

from services.mediation import tables
from services.mediation.domain.mediation import Mediation
from services.mediation.domain.peoples import PEOPLES
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


def mediation_of(dispute_id: UUID) -> UUID:
    """Id of a dispute's first mediation, whether routed or applied for; later ones have their own.

    So a party who applies before routing is heard, or after it, meets the same file.
    """
    return derived(dispute_id, "mediation")
