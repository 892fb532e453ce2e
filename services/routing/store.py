"""The shelves of routing, and the ids of the files of one dispute or of one rule book."""

from uuid import NAMESPACE_OID, UUID, uuid5

from services.routing import tables
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.rulebook_file import RULEBOOK, RuleBookFile
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle
from shared.law.casefile import derived
from shared.work import Shelf

ROUTINGS = Shelf(
    office="routing", name="triage", table=tables.ROUTING, value=Routing, editions=(TRIAGE,)
)
"""分流案卷."""

RULEBOOKS = Shelf(
    office="routing",
    name="rulebook",
    table=tables.RULEBOOK,
    value=RuleBookFile,
    editions=(RULEBOOK,),
)
"""规则簿卷."""

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


def rulebook_of(digest: str) -> UUID:
    """Id of the file of a rule book, by the digest of its text: the same text is drafted once."""
    return uuid5(NAMESPACE_OID, f"routing.rulebook:{digest}")
