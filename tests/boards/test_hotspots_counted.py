"""热点所涉纠纷: the number on the board is that of the disputes that the reader may open."""

from datetime import timedelta

import pytest

from services.routing.watching.listing import Asked, count_members, list_hotspots, members_of
from services.routing.watching.listing import read_hotspot as read_one
from shared.auth import Identity, Role
from shared.work import Hub
from tests.boards.filling import CITY, COUNTY, OTHER, ROADS, TODAY, filled

AUTHORITY = Identity.of("r-1", [Role.RECONSIDERATION], organ="620725-government")

HANDLED = """
UPDATE hub.file SET labels = labels || '{"county": "620725", "authority": "620725-government"}'
WHERE case_id = (SELECT min(case_id::text)::uuid FROM hub.file WHERE procedure = 'ordinary')
"""
"""One of the disputes is handled in another county, whose own intake's file does not bear it."""


@pytest.mark.parametrize(
    ("who", "road", "seen"),
    [
        (CITY, "", 3),
        (COUNTY, "", 3),
        (OTHER, "", 1),
        (AUTHORITY, "", 1),
        (CITY, "court", 0),
    ],
)
async def test_a_hot_spot_counts_what_its_reader_may_open(
    hub: Hub, who: Identity, road: str, seen: int
) -> None:
    """所涉纠纷只计您有权查看的：别县的监督人员只计本县有案卷的，途径不合的不计."""
    await filled(hub)
    await hub.pool.execute(HANDLED)
    page, _ = await list_hotspots(hub.pool, Asked(state="", since=TODAY - timedelta(days=9)))
    counted = await count_members(hub.pool, who, [one.case_id for one in page], road)
    assert [counted[one.case_id] for one in page] == [seen, seen]
    for one in page:
        whole = await read_one(hub.pool, one.case_id)
        assert whole is not None
        assert len(await members_of(hub.pool, who, whole, road)) == seen


async def test_a_hot_spot_counts_those_on_a_road(hub: Hub) -> None:
    """选定途径的，只计现在在这一途径上的纠纷，各途径和未分流的合计为全部."""
    await filled(hub)
    [spot, _], _ = await list_hotspots(hub.pool, Asked(state="", since=TODAY - timedelta(days=9)))
    by_road = [
        (await count_members(hub.pool, CITY, [spot.case_id], road))[spot.case_id] for road in ROADS
    ]
    assert by_road == [1, 1]
    assert (await count_members(hub.pool, CITY, [spot.case_id]))[spot.case_id] == 3


async def test_a_list_of_hot_spots_reads_none_of_their_disputes(hub: Hub) -> None:
    """热点列表只列件数，不逐件读出所涉纠纷；打开一个才读."""
    await filled(hub)
    page, _ = await list_hotspots(hub.pool, Asked(state="", since=TODAY - timedelta(days=9)))
    assert [(one.count, one.disputes) for one in page] == [(3, ()), (3, ())]
    whole = await read_one(hub.pool, page[0].case_id)
    assert whole is not None
    assert len(whole.disputes) == 3
