"""The shelves of adjudication files, one a matter over one table, and which one a file is on."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from services.adjudication import tables
from services.adjudication.domain.adjudication import Adjudication
from services.adjudication.domain.ordinary import PROCEDURES
from shared.contracts.adjudication import Matter
from shared.law.casefile import derived
from shared.work import Shelf

MATTER: Final = "matter"
"""The label by which a file says which shelf it is on."""

SHELVES: Final[Mapping[Matter, Shelf[Adjudication]]] = {
    matter: Shelf(
        office="adjudication",
        name=procedure.name,
        value=Adjudication,
        editions=(procedure,),
        table=tables.ADJUDICATION,
    )
    for matter, procedure in PROCEDURES.items()
}
"""裁决案卷, by matter: each follows the procedure with the periods of its statute."""

MATTER_OF: Final = "SELECT matter FROM adjudication.adjudication WHERE case_id = $1"
"""The matter of a file, by which its shelf is found."""

COPY_SENT: Final = "SELECT EXISTS (SELECT FROM hub.outbox WHERE case_id = $1 AND kind = $2)"


def adjudication_of(dispute_id: UUID) -> UUID:
    """Id of a dispute's first adjudication, whether its right was told first or applied for."""
    return derived(dispute_id, "adjudication")


def shelf_of(labels: Mapping[str, str]) -> Shelf[Adjudication] | None:
    """The shelf that a file with these labels stands on; None if it is no matter of ours."""
    matter = labels.get(MATTER)
    return SHELVES[Matter(matter)] if matter in set(Matter) else None
