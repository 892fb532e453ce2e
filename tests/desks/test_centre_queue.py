"""中心待办的排序: by due time, county, matter, state, registration; kept in the address."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest

from services.routing.pages import centre
from services.routing.store import whistle_of
from shared.auth import Role
from shared.clock import StillClock
from shared.work import Hub
from tests.desks.visitor import Visitor, building
from tests.routing.town import Town, town

REGISTERED = (
    ("linli", "高台县城关镇"),
    ("wuye", "甘州区东街街道"),
    ("jiedai", "临泽县沙河镇"),
)
"""One a day, of these matters in these places."""

NUMBER = re.compile(r'<span class="number">([0-9-]+)</span>')
NEXT = re.compile(r'href="([^"]+)" rel="next"')


@dataclass
class Queue:
    """The queue of the city's centre, two rows a page."""

    city: Visitor
    numbers: list[str]
    """Of the disputes, in the order in which they were registered."""

    async def read(self, path: str) -> list[int]:
        """Which of the disputes stand on the pages from this one on, in order."""
        found: list[int] = []
        while path:
            page = await self.city.get(path)
            assert page.status_code == 200, page.text
            here = [self.numbers.index(one) for one in NUMBER.findall(page.text)]
            assert 0 < len(here) <= centre.EACH
            found += here
            path = unescape(went[1]) if (went := NEXT.search(page.text)) else ""
        return found


@pytest.fixture
async def queue(
    hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Queue]:
    monkeypatch.setattr(centre, "EACH", 2)
    async with town(hub, clock) as place, building(hub) as house:
        numbers = [await refused(place, *one, day) for day, one in enumerate(REGISTERED)]
        yield Queue(house.visitor(Role.SUPERVISOR, organ="620700-centre"), numbers)


async def refused(place: Town, matter: str, where: str, day: int) -> str:
    """A dispute whose lead refuses, so that the centre has to rule; its number."""
    place.clock.forward(timedelta(days=1))
    number, dispute = await place.register(
        matter=matter,
        place=where,
        key=f"town-000{day}",
        parties=[
            {"side": "applicant", "name": f"甲{day}", "phone": f"1370000000{day}"},
            {"side": "opponent", "name": f"乙{day}"},
        ],
    )
    await place.hear()
    whistle = whistle_of(dispute)
    lead = await place.hub.pool.fetchval(
        "SELECT lead FROM routing.whistle WHERE case_id = $1", whistle
    )
    said = {"basis": "清单第12项", "reason": "保修期内"}
    await place.do(f"/whistles/{whistle}/refusal", Role.DEPARTMENT, lead, **said)
    return number


ORDERS = {
    "due": [0, 1, 2],
    "county": [1, 2, 0],
    "matter": [2, 0, 1],
    "registered": [0, 1, 2],
    "state": [0, 1, 2],
}


async def test_the_queue_is_read_in_any_order_from_either_end(queue: Queue) -> None:
    """按到期、县区、类型、登记日、状态排序，翻页不重不漏，条件和次序留在网址里."""
    for sort, order in ORDERS.items():
        assert await queue.read(f"/desk/centre?what=ruling&sort={sort}") == order, sort
        turned = order if sort == "state" else order[::-1]  # all of one state: by due time
        assert await queue.read(f"/desk/centre?what=ruling&sort=-{sort}") == turned, sort
        page = await queue.city.get(f"/desk/centre?what=ruling&sort={sort}&part=true")
        [head] = re.findall(r'aria-sort="ascending"><a href="([^"]+)"', page.text)
        assert unescape(head) == f"/desk/centre?what=ruling&sort=-{sort}"
        assert page.text.count("aria-sort") == 1
        assert f"sort={sort}" in unescape(NEXT.findall(page.text)[0])
    await wrong_marks(queue.city)


async def wrong_marks(city: Visitor) -> None:
    for cursor in ("bm8", "WzEsMiwzXQ", "WyIiLCIyMDI2LTExLTIzIiwxLDIsM10"):
        page = await city.get(f"/desk/centre?cursor={cursor}")
        assert (page.status_code, "从第一页重新查询" in page.text) == (422, True)
    assert (await city.get("/desk/centre?sort=name")).status_code == 422
