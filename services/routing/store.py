"""The shelves of routing, and the ids of the files of a dispute, a hot spot, a rule book."""

from datetime import date
from typing import Final
from uuid import NAMESPACE_OID, UUID, uuid5

from services.routing import tables
from services.routing.domain.ladder import LADDER, Ladder
from services.routing.domain.precedent import PRECEDENT, Precedent
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.rulebook_file import RULEBOOK, RuleBookFile
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle
from services.routing.hotspots.file import HOTSPOT, HotSpot
from shared.contracts.fact import Fact
from shared.db import Conn
from shared.law.casefile import derived
from shared.work import Shelf

ON_ROAD: Final = "dispute_id IN (SELECT r.dispute_id FROM routing.routing r WHERE r.road = {})"
"""Whether a dispute is on a road now, in the words of any rows that name their dispute."""

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

LADDERS = Shelf(
    office="routing", name="ladder", table=tables.LADDER, value=Ladder, editions=(LADDER,)
)
"""四级七天."""

PRECEDENTS = Shelf(
    office="routing",
    name="precedent",
    table=tables.PRECEDENT,
    value=Precedent,
    editions=(PRECEDENT,),
)
"""权属先例."""

MOST_WHISTLES = 9
"""How often a whistle may be blown over one dispute."""

HOTSPOTS = Shelf(
    office="routing", name="hotspot", table=tables.HOTSPOT, value=HotSpot, editions=(HOTSPOT,)
)
"""热点卷."""

ON_FILE: Final = """
SELECT case_id FROM routing.hotspot WHERE state = 'hot' OR told_on >= $1
"""


def routing_of(case_id: UUID) -> UUID:
    """Id of the routing file of a registered dispute, by the id of its intake file."""
    return derived(case_id, "routing")


def apart_of(application_id: UUID) -> UUID:
    """Id of the routing file of an application that was severed 分案, by the id of its case."""
    return derived(application_id, "road")


def case_of(fact: Fact) -> UUID:
    """Of which case a fact tells: that in whose file it stands, or that which it names."""
    named: UUID | None = getattr(fact, "of_case_id", None) or getattr(fact, "about", None)
    return named or fact.head.case_id


def roads_of(fact: Fact) -> tuple[UUID, ...]:
    """Ids of the routing files of which one is that of the case of a fact.

    With them, those of the case from which an application comes, and of that which it follows.
    """
    before: list[UUID | None] = [getattr(fact, name, None) for name in ("came_from", "follows")]
    cases = (case_of(fact), *filter(None, before))
    return (routing_of(fact.head.dispute_id), *map(apart_of, cases))


def ladder_of(case_id: UUID) -> UUID:
    """Id of its file on the ladder."""
    return derived(case_id, "ladder")


def whistle_of(case_id: UUID, number: int = 1) -> UUID:
    """Id of its first whistle, or of a later one."""
    return derived(case_id, "whistle" if number == 1 else f"whistle:{number}")


def returned_of(case_id: UUID, request_id: UUID) -> UUID:
    """Id of the file of a request that was returned at once; it takes no whistle's place."""
    return derived(case_id, f"returned:{request_id}")


def whistles_of(case_id: UUID) -> tuple[UUID, ...]:
    """Ids of every whistle that may be blown over it, in order."""
    return tuple(whistle_of(case_id, number) for number in range(1, MOST_WHISTLES + 1))


def files_of(case_id: UUID) -> tuple[UUID, ...]:
    """Every file that going up may touch: the road, the ladder, the whistles."""
    return (routing_of(case_id), ladder_of(case_id), *whistles_of(case_id))


def hotspot_of(place: str, first: UUID) -> UUID:
    """Id of the hot spot in a place that began with this dispute; made again, the same."""
    return derived(first, f"hotspot {place}")


async def on_file(conn: Conn, since: date) -> list[HotSpot]:
    """The hot spots that are open, or were told of since that day."""
    ids = [row["case_id"] for row in await conn.fetch(ON_FILE, since)]
    return [HOTSPOTS.make(row, HOTSPOT) for row in await conn.fetch(HOTSPOTS.load_sql, ids)]


def rulebook_of(digest: str) -> UUID:
    """Id of the file of a rule book, by the digest of its text: the same text is drafted once."""
    return uuid5(NAMESPACE_OID, f"routing.rulebook:{digest}")
