"""待办的哨: each page says how many there are in all, and goes on where the last one ended."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest

from services.routing.queries.desk import DuePage, Sieve, due
from services.routing.store import whistle_of
from shared.clock import StillClock
from shared.frame.paging import EVERYBODY, NEVER, cursor_of
from shared.work import Hub
from tests.routing.town import Town, town


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


async def three(place: Town, clock: StillClock) -> tuple[str, list[tuple[str, UUID]]]:
    """Who leads three whistles that were blown a day apart, their numbers and ids."""
    found = []
    for n in range(3):
        party = [{"side": "applicant", "name": "孙某", "phone": f"1390000000{n}"}]
        number, dispute = await place.register(key=f"town-000{n}", parties=party, matter="wuye")
        found.append((number, whistle_of(dispute)))
        clock.forward(timedelta(days=1))
    lead: str = await place.hub.pool.fetchval("SELECT min(lead) FROM routing.whistle")
    return lead, found


async def page(hub: Hub, organ: str, sieve: Sieve, cursor: str = "") -> DuePage:
    return await due(hub, organ, sieve, cursor=cursor, limit=2)


def told(one: DuePage) -> list[tuple[str, UUID]]:
    return [(row.number, row.case_id) for row in one.items]


async def test_each_page_says_how_many_there_are_in_all(place: Town, clock: StillClock) -> None:
    """待办的哨逐页列出，顺序不断，各页的件数都是全部件数；翻过末页的，件数照旧."""
    lead, [a, b, c] = await three(place, clock)
    for sieve, first, second in (
        (Sieve(), [a, b], [c]),
        (Sieve(latest_first=True), [c, b], [a]),
    ):
        one = await page(place.hub, lead, sieve)
        two = await page(place.hub, lead, sieve, one.next)
        assert (told(one), told(two)) == (first, second)
        assert (one.total, two.total, two.next) == (3, 3, "")
    behind = await page(place.hub, lead, Sieve(), cursor_of(NEVER, EVERYBODY))
    assert (behind.items, behind.total, behind.next) == ([], 3, "")


async def test_the_number_is_that_of_what_the_list_is_narrowed_to(
    place: Town, clock: StillClock
) -> None:
    """筛选以后，件数是筛选所剩的；没有的，件数为零."""
    lead, [a, *_] = await three(place, clock)
    await place.hub.pool.execute(
        "UPDATE routing.whistle SET tier = 'complex' WHERE case_id = $1", a[1]
    )
    narrowed = await page(place.hub, lead, Sieve(tier="complex"))
    assert (told(narrowed), narrowed.total) == ([a], 1)
    nothing = await page(place.hub, lead, Sieve(late="overdue"))
    assert (nothing.items, nothing.total, nothing.next) == ([], 0, "")
