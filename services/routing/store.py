"""The shelves of routing: routing files, whistles, hot spots, and the ids of those files."""

from datetime import date
from typing import Final
from uuid import UUID

from services.routing import tables
from services.routing.domain.road_file import TRIAGE, Routing
from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle_case import Whistle
from services.routing.hotspots.file import HOTSPOT, HotSpot
from shared.db import Conn
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


def whistle_of(case_id: UUID) -> UUID:
    """Id of the whistle of a registered dispute, by the id of its intake file."""
    return derived(case_id, "whistle")


def hotspot_of(place: str, first: UUID) -> UUID:
    """Id of the hot spot in a place that began with this dispute; made again, the same."""
    return derived(first, f"hotspot {place}")


async def on_file(conn: Conn, since: date) -> list[HotSpot]:
    """The hot spots that are open, or were told of since that day."""
    ids = [row["case_id"] for row in await conn.fetch(ON_FILE, since)]
    return [HOTSPOTS.make(row, HOTSPOT) for row in await conn.fetch(HOTSPOTS.load_sql, ids)]
