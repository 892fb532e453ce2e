"""The shelves of routing: routing files and whistles, and the ids of those of one dispute."""

from uuid import UUID

from services.routing import tables
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle
from shared.law.casefile import derived
from shared.work import Shelf

ROUTINGS = Shelf(
    office="routing", name="triage", table=tables.ROUTING, value=Routing, editions=(TRIAGE,)
)
"""分流案卷."""

WHISTLES = Shelf(
    office="routing", name="whistle", table=tables.WHISTLE, value=Whistle, editions=(WHISTLE,)
)
"""哨."""


def routing_of(case_id: UUID) -> UUID:
    """Id of the routing file of a registered dispute, by the id of its intake file."""
    return derived(case_id, "routing")


def whistle_of(case_id: UUID) -> UUID:
    """Id of the whistle of a registered dispute, by the id of its intake file."""
    return derived(case_id, "whistle")
